using System.Globalization;
using System.IO.Compression;

namespace Claims.Core.Language.Training;

/// <summary>One word of a treebank: columns of CoNLL-U that are learned.</summary>
internal sealed record TreebankWord(string Form, string Lemma, string Tag, int Head, string Relation, bool SpaceAfter);

/// <summary>A sentence of a treebank with its text; blank text where the file gives none.</summary>
internal sealed record TreebankSentence(string Document, bool StartsParagraph, string Text, IReadOnlyList<TreebankWord> Words);

/// <summary>Reads CoNLL-U, gzipped or not.</summary>
internal static class TreebankReader
{
    /// <summary>
    /// The sentences of a file that belong to a document. Parts of a file before the first document are bare trees
    /// without tags or text and may repeat what is held out, so they are passed over.
    /// </summary>
    /// <exception cref="InvalidDataException">A line is not CoNLL-U.</exception>
    public static List<TreebankSentence> Read(string path)
    {
        using var file = File.OpenRead(path);
        using var stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;
        using var reader = new StreamReader(stream);
        var sentences = new List<TreebankSentence>();
        var words = new List<TreebankWord>();
        var document = "";
        var text = "";
        var paragraph = false;
        var pending = ("", 0);
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line.StartsWith('#'))
            {
                if (line.StartsWith("# newdoc", StringComparison.Ordinal))
                {
                    document = line[(line.IndexOf('=') + 1)..].Trim();
                    paragraph = true;
                }

                paragraph |= line.StartsWith("# newpar", StringComparison.Ordinal);
                if (line.StartsWith("# text =", StringComparison.Ordinal))
                {
                    text = line["# text =".Length..].Trim();
                }

                continue;
            }

            if (line.Length == 0)
            {
                if (words.Count > 0 && document.Length > 0)
                {
                    sentences.Add(new(document, paragraph, text, [.. words]));
                    paragraph = false;
                }

                words.Clear();
                text = "";
                continue;
            }

            var columns = line.Split('\t');
            if (columns.Length != 10)
            {
                throw new InvalidDataException($"{path}, line {number}: CoNLL-U has ten columns, this line has {columns.Length}.");
            }

            if (columns[0].Contains('.', StringComparison.Ordinal))
            {
                continue;
            }

            var spaced = !columns[9].Contains("SpaceAfter=No", StringComparison.Ordinal);
            if (columns[0].Split('-') is [var from, var to])
            {
                pending = (spaced ? "spaced" : "joined", int.Parse(to, CultureInfo.InvariantCulture));
                _ = from;
                continue;
            }

            var id = int.Parse(columns[0], CultureInfo.InvariantCulture);
            if (id < pending.Item2)
            {
                spaced = false;
            }
            else if (id == pending.Item2)
            {
                spaced = pending.Item1 == "spaced";
                pending = ("", 0);
            }

            words.Add(new(columns[1], columns[2], columns[3], int.Parse(columns[6], CultureInfo.InvariantCulture) - 1, columns[7], spaced));
        }

        return sentences;
    }

    /// <summary>Whether a document, by its place among the documents of the set, is held out from learning: every fifth is.</summary>
    public static bool IsHeldOut(int document) => document % 5 == 4;

    /// <summary>The documents of a set, in order, each with its sentences.</summary>
    public static List<List<TreebankSentence>> Documents(IEnumerable<TreebankSentence> sentences)
    {
        var documents = new List<List<TreebankSentence>>();
        var last = "";
        foreach (var sentence in sentences)
        {
            if (documents.Count == 0 || sentence.Document != last)
            {
                documents.Add([]);
                last = sentence.Document;
            }

            documents[^1].Add(sentence);
        }

        return documents;
    }
}
