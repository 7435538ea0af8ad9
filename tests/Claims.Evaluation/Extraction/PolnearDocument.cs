using Claims.Core.Articles;

namespace Claims.Evaluation.Extraction;

/// <summary>A document of PolNeAR with the attributions that annotators marked (BRAT standoff: T lines name spans, E lines join them).</summary>
/// <param name="Name">File name without its ending.</param>
/// <param name="Text">The text.</param>
/// <param name="Attributions">The attributions.</param>
internal sealed record PolnearDocument(string Name, string Text, IReadOnlyList<PolnearAttribution> Attributions)
{
    /// <summary>The documents of a directory with <c>text</c> and <c>attributions</c>; of several annotations of one text the first by name.</summary>
    /// <exception cref="InvalidDataException">An annotation is not in the format.</exception>
    public static IEnumerable<PolnearDocument> ReadAll(string directory)
    {
        var annotations = Directory.GetFiles(Path.Combine(directory, "attributions"), "*.ann").Order(StringComparer.Ordinal)
            .GroupBy(file => Path.GetFileNameWithoutExtension(file) is var name && name.LastIndexOf('_') is > 0 and var at ? name[..at] : name);
        foreach (var group in annotations)
        {
            var text = Path.Combine(directory, "text", group.Key + ".txt");
            if (File.Exists(text))
            {
                yield return new(group.Key, File.ReadAllText(text), Attributed(group.First()));
            }
        }
    }

    private static List<PolnearAttribution> Attributed(string file)
    {
        var spans = new Dictionary<string, List<TextSpan>>();
        var joins = new List<string>();
        foreach (var line in File.ReadLines(file))
        {
            var fields = line.Split('\t');
            if (fields.Length >= 2 && fields[0].StartsWith('T'))
            {
                // "Content 115 290" or, in pieces that may stand in any order, "Content 209 236;91 186"
                var space = fields[1].IndexOf(' ');
                spans[fields[0]] = space < 0 ? throw Wrong() : [.. fields[1][(space + 1)..].Split(';').Select(piece => Span(piece) ?? throw Wrong())];

                InvalidDataException Wrong() => new($"{file}: \"{line}\" names no span.");
            }
            else if (fields.Length >= 2 && fields[0].StartsWith('E'))
            {
                joins.Add(fields[1]);
            }
        }

        return [.. joins.Select(join => new PolnearAttribution(Parts(join, "Source", spans), Parts(join, "Content", spans)))];
    }

    private static TextSpan? Span(string piece) =>
        piece.Split(' ') is [var first, var last] && int.TryParse(first, out var start) && int.TryParse(last, out var end) && start >= 0 && end >= start ? TextSpan.FromBounds(start, end) : null;

    private static List<TextSpan> Parts(string join, string role, Dictionary<string, List<TextSpan>> spans) =>
        [.. join.Split(' ').Select(part => part.Split(':')).Where(part => part.Length == 2 && part[0].TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9') == role && spans.ContainsKey(part[1])).SelectMany(part => spans[part[1]])];
}

/// <summary>Who said what.</summary>
internal sealed record PolnearAttribution(IReadOnlyList<TextSpan> Sources, IReadOnlyList<TextSpan> Content);
