using Claims.Core.Articles;
using Claims.Core.Extraction.Dates;
using Claims.Core.Language;

namespace Claims.Core.Extraction;

/// <summary>What is understood of a document as a whole before its sentences become claims: names, attributions, times.</summary>
internal sealed class DocumentReading
{
    private readonly ILanguageAnalyzer analyzer;

    public DocumentReading(ReadingText reading, ILanguageAnalyzer analyzer, DateTimeOffset? published, string? title)
    {
        Reading = reading;
        this.analyzer = analyzer;
        title = string.IsNullOrWhiteSpace(title) ? "" : title;
        var sentences = analyzer.Analyze([(reading.Text, new TextSpan(0, reading.Text.Length)), (title, new TextSpan(0, title.Length))]);
        Trees = [.. sentences[0].Select(sentence => new SentenceTree(reading.Text, sentence))];
        TitleTrees = [.. sentences[1].Select(sentence => new SentenceTree(title, sentence))];
        foreach (var tree in Trees)
        {
            var mentions = NameFinder.Find(tree);
            Mentions.Add(mentions);
            foreach (var mention in mentions)
            {
                Names.Add(mention);
            }

            AddBracketedAliases(tree, mentions);
        }

        Attributions = AttributionExtractor.Extract(reading.Text, Trees);
        DateTimeOffset? anchor = null;
        foreach (var tree in Trees)
        {
            var tense = new TenseReader(tree);
            var times = TimeParser.Parse(reading.Text, tree.Sentence.Span, published, tense.At, anchor);
            Times.Add(times);
            foreach (var time in times)
            {
                if (time.End - time.Start <= TimeSpan.FromDays(1))
                {
                    anchor = time.Start;
                }
            }
        }
    }

    public ReadingText Reading { get; }

    public List<SentenceTree> Trees { get; }

    public List<SentenceTree> TitleTrees { get; }

    public List<List<NameMention>> Mentions { get; } = [];

    public List<IReadOnlyList<TimeReference>> Times { get; } = [];

    public NameRegistry Names { get; } = new();

    /// <summary>Short forms that the text explains itself, each with what it stands for.</summary>
    public List<(string Short, string Long)> Declared { get; } = [];

    public List<AttributedContent> Attributions { get; }

    /// <summary>
    /// What is said inside sentences, each stretch parsed for itself: beside "…, the ministry said" parsers often take the verb of saying
    /// for the head of everything. Null for a stretch that does not come back as one sentence.
    /// </summary>
    public SentenceTree?[] Reparse(List<TextSpan> spans)
    {
        if (spans.Count == 0)
        {
            return [];
        }

        var sentences = analyzer.Analyze(spans.ConvertAll(span => (Reading.Text, span)));
        return [.. sentences.Select(found => found.Count == 1 && found[0].Tokens.Length > 1 ? new SentenceTree(Reading.Text, found[0]) : null)];
    }

    // "the Harbour Workers Union (HWU)", "the Velm Front (VF) group", "Adalar (Justice)"
    private void AddBracketedAliases(SentenceTree tree, List<NameMention> mentions)
    {
        foreach (var mention in mentions)
        {
            var open = mention.Last + 1;
            if (open + 2 < tree.Count && tree[open].Text == "(" && tree[open + 2].Text == ")" && NameFinder.IsAcronym(tree[open + 1].Text))
            {
                Names.AddAlias(mention.Text, tree[open + 1].Text);
                Declared.Add((tree[open + 1].Text, mention.Text));
            }
        }
    }
}
