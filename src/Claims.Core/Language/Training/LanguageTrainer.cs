using System.IO.Compression;

namespace Claims.Core.Language.Training;

/// <summary>Learns the language model from treebanks; the same data give the same model.</summary>
public static class LanguageTrainer
{
    /// <summary>A word seen less often is learned by its letters and its vector alone.</summary>
    private const int MinCount = 2;

    /// <summary>Learns from <c>ewt-train.conllu.gz</c> and the documents of <c>gum-news.conllu.gz</c> that are not held out.</summary>
    /// <param name="dataDirectory">The folder that holds the two files, or one that holds them under <c>treebank</c> or <c>data/treebank</c>.</param>
    /// <param name="output">Where the model is written.</param>
    /// <param name="progress">Told of each pass.</param>
    public static void Train(string dataDirectory, Stream output, IProgress<string>? progress = null) =>
        Train(dataDirectory, output, TrainingOptions.Stages, WordVectors.Default, progress);

    internal static void Train(string dataDirectory, Stream output, IReadOnlyList<TrainingOptions> stages, WordVectors vectors, IProgress<string>? progress)
    {
        var data = Read(dataDirectory);
        string[] relations = [.. data.SelectMany(s => s.Words).Select(w => w.Relation).Distinct().Order(StringComparer.Ordinal)];
        string[] words = [.. data.SelectMany(s => s.Words).GroupBy(w => w.Form.ToLowerInvariant().Replace('’', '\'')).Where(g => g.Count() >= MinCount)
            .Select(g => g.Key).Order(StringComparer.Ordinal)];
        var network = new NetworkParameters(words.Length);
        var encoder = new WordEncoder(words, vectors);
        foreach (var stage in stages)
        {
            Learn(network, encoder, data, relations, stage, progress);

            // The next stage starts from the numbers as they are kept, so that it can also start from a file.
            using var kept = new MemoryStream();
            using var writer = new BinaryWriter(kept);
            network.Write(writer);
            kept.Position = 0;
            using var reader = new BinaryReader(kept);
            network.Read(reader);
        }

        Write(output, network, relations, words, data);
    }

    internal static void Learn(NetworkParameters network, WordEncoder encoder, List<TreebankSentence> data, string[] relations, TrainingOptions options, IProgress<string>? progress)
    {
        var trainer = new NetworkTrainer(network, encoder, relations.Length, options);
        var features = new Dictionary<string, WordFeatures>();
        var examples = data.ConvertAll(s => new Example(
            [.. s.Words.Select(w => features.TryGetValue(w.Form, out var f) ? f : features[w.Form] = encoder.Features(w.Form))],
            [.. s.Words.Select(w => (int)Enum.Parse<PartOfSpeech>(w.Tag, true))],
            [.. s.Words.Select(w => w.Head)],
            [.. s.Words.Select(w => Array.BinarySearch(relations, w.Relation, StringComparer.Ordinal))]));
        var news = examples.Where((_, i) => data[i].Document.StartsWith("GUM", StringComparison.Ordinal)).ToList();
        for (var copy = 1; copy < options.NewsCopies; copy++)
        {
            examples.AddRange(news);
        }

        var random = new Random(options.Seed);
        var step = 0;
        for (var epoch = 0; epoch < options.Epochs; epoch++)
        {
            var batches = Batches(examples, options.BatchWords, random);
            var loss = 0.0;
            foreach (var batch in batches)
            {
                var share = (double)step / (batches.Count * options.Epochs);
                var warm = Math.Min(1, (step + 1.0) / batches.Count);
                loss += trainer.Step(batch, (float)(options.Rate * warm * 0.5 * (1 + Math.Cos(Math.PI * Math.Min(1, share)))));
                step++;
            }

            progress?.Report($"pass {epoch + 1} of {options.Epochs}: loss {loss / batches.Count:F4} a word");
        }
    }

    internal static void Write(Stream output, NetworkParameters network, string[] relations, string[] words, List<TreebankSentence> data)
    {
        using var compressed = new BrotliStream(output, CompressionLevel.SmallestSize, leaveOpen: true);
        using var writer = new BinaryWriter(compressed);
        WriteStrings(writer, relations);
        WriteStrings(writer, words);
        network.Write(writer);
        WriteLemmas(data, writer);
    }

    internal static List<TreebankSentence> Read(string directory)
    {
        var folder = new[] { Path.Combine(directory, "data", "treebank"), Path.Combine(directory, "treebank"), directory }.First(Directory.Exists);
        var data = TreebankReader.Read(Path.Combine(folder, "ewt-train.conllu.gz"));
        var news = TreebankReader.Documents(TreebankReader.Read(Path.Combine(folder, "gum-news.conllu.gz")));
        data.AddRange(news.Where((_, i) => !TreebankReader.IsHeldOut(i)).SelectMany(d => d));
        return data;
    }

    /// <summary>Sentences of like length together, so that a batch is even; the batches in random order.</summary>
    private static List<List<Example>> Batches(List<Example> examples, int words, Random random)
    {
        var keyed = examples.ConvertAll(e => (Key: e.Words.Length * (0.8 + (0.4 * random.NextDouble())), Example: e));
        keyed.Sort((a, b) => a.Key.CompareTo(b.Key));
        var batches = new List<List<Example>> { new() };
        var size = 0;
        foreach (var (_, example) in keyed)
        {
            if (size > 0 && size + example.Words.Length > words)
            {
                batches.Add([]);
                size = 0;
            }

            batches[^1].Add(example);
            size += example.Words.Length;
        }

        var order = batches.ToArray();
        random.Shuffle(order);
        return [.. order];
    }

    private static void WriteStrings(BinaryWriter writer, string[] strings)
    {
        writer.Write(strings.Length);
        foreach (var text in strings)
        {
            writer.Write(text);
        }
    }

    private static void WriteLemmas(List<TreebankSentence> data, BinaryWriter writer)
    {
        var words = data.SelectMany(s => s.Words).ToList();
        string[] known = [.. words.Where(w => w.Tag is "VERB" or "ADJ" or "AUX" && w.Lemma.All(char.IsAsciiLetter))
            .GroupBy(w => w.Lemma.ToLowerInvariant()).Select(g => g.Key).Order(StringComparer.Ordinal)];
        var rules = new Lemmatizer(known, []);
        var exceptions = new List<(string Form, PartOfSpeech Tag, string Lemma)>();
        foreach (var group in words.GroupBy(w => (Form: w.Form.ToLowerInvariant().Replace('’', '\''), w.Tag)).OrderBy(g => g.Key.Form, StringComparer.Ordinal).ThenBy(g => g.Key.Tag, StringComparer.Ordinal))
        {
            var tag = Enum.Parse<PartOfSpeech>(group.Key.Tag, true);
            var lemma = group.GroupBy(w => w.Lemma.ToLowerInvariant()).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).First().Key;
            if (tag is not (PartOfSpeech.Propn or PartOfSpeech.X or PartOfSpeech.Punct or PartOfSpeech.Sym) && rules.Lemma(group.Key.Form, tag) != lemma)
            {
                exceptions.Add((group.Key.Form, tag, lemma));
            }
        }

        writer.Write(known.Length);
        foreach (var lemma in known)
        {
            writer.Write(lemma);
        }

        writer.Write(exceptions.Count);
        foreach (var (form, tag, lemma) in exceptions)
        {
            writer.Write(form);
            writer.Write((byte)tag);
            writer.Write(lemma);
        }
    }
}
