using System.Text;
using Claims.Core.Articles;

namespace Claims.Core.Language.Training;

/// <summary>How well the analyzer does on a treebank: shares from 0 to 1 and what they are shares of.</summary>
/// <param name="Name">The set: "ewt-dev", or "gum-news" for the documents held out of it.</param>
/// <param name="Words">Words measured, punctuation included.</param>
/// <param name="Tags">Universal tags right, on gold tokens.</param>
/// <param name="Unlabelled">Heads right, on gold tokens with own tags.</param>
/// <param name="Labelled">Heads and universal relations (without subtype) right, as the CoNLL shared tasks count LAS.</param>
/// <param name="LabelledWithSubtype">Heads and whole relations right.</param>
/// <param name="Lemmas">Lemmas right, without regard to case.</param>
/// <param name="SentenceF1">Sentences found in the raw text with their exact span.</param>
/// <param name="Sentences">Gold sentences.</param>
/// <param name="TokenF1">Tokens found in the raw text with their exact span.</param>
/// <param name="RawLabelled">F1 of labelled heads on raw text: own sentences, own tokens, own tags.</param>
/// <param name="MissedSentences">Gold sentences whose span was not found.</param>
public sealed record LanguageFigures(
    string Name,
    int Words,
    double Tags,
    double Unlabelled,
    double Labelled,
    double LabelledWithSubtype,
    double Lemmas,
    double SentenceF1,
    int Sentences,
    double TokenF1,
    double RawLabelled,
    IReadOnlyList<string> MissedSentences);

/// <summary>Measures an analyzer on the treebanks of a folder.</summary>
public static class LanguageEvaluation
{
    private const string News = "gum-news.conllu.gz";

    /// <summary>The files that are measured, by name.</summary>
    public static IReadOnlyList<string> Files { get; } = ["ewt-dev.conllu.gz", News];

    /// <summary>
    /// Figures on <c>ewt-dev.conllu.gz</c> (all of it) and <c>gum-news.conllu.gz</c> (every fifth document, which learning leaves out),
    /// for whichever of the two the folder has.
    /// </summary>
    public static IReadOnlyList<LanguageFigures> Evaluate(string treebankDirectory, LanguageAnalyzer? analyzer = null)
    {
        analyzer ??= LanguageAnalyzer.Default;
        var figures = new List<LanguageFigures>();
        foreach (var file in Files)
        {
            var path = Path.Combine(treebankDirectory, file);
            if (!File.Exists(path))
            {
                continue;
            }

            var documents = TreebankReader.Documents(TreebankReader.Read(path));
            if (file == News)
            {
                documents = [.. documents.Where((_, i) => TreebankReader.IsHeldOut(i))];
            }

            if (documents.Count > 0)
            {
                figures.Add(Measure(file[..file.IndexOf('.', StringComparison.Ordinal)], documents, analyzer));
            }
        }

        return figures;
    }

    private static LanguageFigures Measure(string name, List<List<TreebankSentence>> documents, LanguageAnalyzer analyzer)
    {
        int words = 0, tags = 0, heads = 0, labelled = 0, exact = 0, lemmas = 0;
        var sentences = documents.SelectMany(d => d).ToList();
        var grammars = analyzer.Parse(sentences.ConvertAll(s => s.Words.Select(w => w.Form).ToArray()));
        foreach (var (sentence, grammar) in sentences.Zip(grammars))
        {
            for (var i = 0; i < sentence.Words.Count; i++)
            {
                var gold = sentence.Words[i];
                words++;
                tags += IsTag(gold.Tag, grammar.Tags[i]) ? 1 : 0;
                lemmas += string.Equals(analyzer.Lemma(gold.Form, grammar.Tags[i]), gold.Lemma, StringComparison.OrdinalIgnoreCase) ? 1 : 0;
                if (gold.Head == grammar.Heads[i])
                {
                    heads++;
                    labelled += Base(gold.Relation).SequenceEqual(Base(grammar.Relations[i])) ? 1 : 0;
                    exact += gold.Relation == grammar.Relations[i] ? 1 : 0;
                }
            }
        }

        var raw = new RawCounts();
        foreach (var document in documents)
        {
            raw.Add(document, analyzer);
        }

        return new(
            name,
            words,
            Share(tags, words),
            Share(heads, words),
            Share(labelled, words),
            Share(exact, words),
            Share(lemmas, words),
            raw.Sentences.F1,
            raw.Sentences.Gold,
            raw.Tokens.F1,
            raw.Arcs.F1,
            raw.Missed);
    }

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;

    private static bool IsTag(string gold, PartOfSpeech tag) => string.Equals(gold, tag.ToString(), StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> Base(string relation) =>
        relation.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? relation.AsSpan(0, colon) : relation;

    /// <summary>The text of a document, paragraphs joined by a blank line, with the span of every sentence and word in it.</summary>
    internal static (string Text, List<TextSpan> Sentences, List<List<TextSpan>> Words) Layout(IReadOnlyList<TreebankSentence> document)
    {
        var text = new StringBuilder();
        var sentences = new List<TextSpan>();
        var words = new List<List<TextSpan>>();
        foreach (var sentence in document)
        {
            if (text.Length > 0 && sentence.StartsParagraph)
            {
                while (text.Length > 0 && text[^1] == ' ')
                {
                    text.Length--;
                }

                text.Append("\n\n");
            }

            var start = text.Length;
            var spans = new List<TextSpan>();
            var last = text.Length;
            foreach (var word in sentence.Words)
            {
                spans.Add(new(text.Length, word.Form.Length));
                text.Append(word.Form);
                last = text.Length;
                if (word.SpaceAfter)
                {
                    text.Append(' ');
                }
            }

            sentences.Add(TextSpan.FromBounds(start, last));
            words.Add(spans);
        }

        return (text.ToString(), sentences, words);
    }

    private sealed class Counts
    {
        public int Gold { get; set; }

        public int Found { get; set; }

        public int Right { get; set; }

        public double F1 => Gold + Found == 0 ? 0 : 2.0 * Right / (Gold + Found);
    }

    private sealed class RawCounts
    {
        public Counts Sentences { get; } = new();

        public Counts Tokens { get; } = new();

        public Counts Arcs { get; } = new();

        public List<string> Missed { get; } = [];

        public void Add(IReadOnlyList<TreebankSentence> document, LanguageAnalyzer analyzer)
        {
            var (text, sentences, words) = Layout(document);
            var analyzed = analyzer.Analyze(text, new(0, text.Length));
            Count(Sentences, sentences, analyzed.Select(s => s.Span));
            Missed.AddRange(sentences.Except(analyzed.Select(s => s.Span)).Select(s => s.Of(text)));
            Count(Tokens, words.SelectMany(w => w), analyzed.SelectMany(s => s.Tokens).Select(t => t.Span));
            var gold = document.SelectMany((s, n) => s.Words.Select((w, i) =>
                (words[n][i], w.Head < 0 ? default : words[n][w.Head], Base(w.Relation).ToString())));
            var found = analyzed.SelectMany(s => s.Tokens.Select(t =>
                (t.Span, t.Head < 0 ? default : s.Tokens[t.Head].Span, Base(t.Relation).ToString())));
            Count(Arcs, gold, found);
        }

        private static void Count<T>(Counts counts, IEnumerable<T> gold, IEnumerable<T> found)
        {
            var set = gold.ToHashSet();
            counts.Gold += set.Count;
            foreach (var item in found)
            {
                counts.Found++;
                counts.Right += set.Contains(item) ? 1 : 0;
            }
        }
    }
}
