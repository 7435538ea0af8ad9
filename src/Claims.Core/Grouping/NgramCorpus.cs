using System.IO.Compression;
using System.Text.Json;

namespace Claims.Core.Grouping;

/// <summary>The texts that the shipped n-gram dictionary is learned from: only sets whose licence allows it.</summary>
public static class NgramCorpus
{
    /// <summary>
    /// Sentences of the EWT treebank (train), of the event set and of the similarity set (train), in this order, under a
    /// folder laid out like the shared data (<c>data/treebank/ewt-train.conllu.gz</c>, <c>data/events/ecbplus.jsonl</c>,
    /// <c>data/similarity/sts-train.csv</c>).
    /// </summary>
    /// <exception cref="FileNotFoundException">One of the three files is absent.</exception>
    public static IEnumerable<string> Read(string folder) =>
        Treebank(Path.Combine(folder, "data", "treebank", "ewt-train.conllu.gz"))
            .Concat(Events(Path.Combine(folder, "data", "events", "ecbplus.jsonl")))
            .Concat(Similarity(Path.Combine(folder, "data", "similarity", "sts-train.csv")));

    private static IEnumerable<string> Treebank(string file)
    {
        const string Mark = "# text = ";
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith(Mark, StringComparison.Ordinal))
            {
                yield return line[Mark.Length..];
            }
        }
    }

    private static IEnumerable<string> Events(string file)
    {
        foreach (var line in File.ReadLines(file))
        {
            using var document = JsonDocument.Parse(line);
            foreach (var sentence in document.RootElement.GetProperty("sentences").EnumerateArray())
            {
                yield return sentence.GetProperty("text").GetString() ?? "";
            }
        }
    }

    /// <summary>Tab-separated: genre, file, year, number, score, first sentence, second sentence.</summary>
    private static IEnumerable<string> Similarity(string file) =>
        File.ReadLines(file).Select(line => line.Split('\t')).Where(fields => fields.Length >= 7).SelectMany(fields => fields[5..7]);
}
