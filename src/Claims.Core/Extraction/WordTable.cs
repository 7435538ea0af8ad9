using System.Reflection;

namespace Claims.Core.Extraction;

/// <summary>Reads the tab-separated word lists of models/extraction that are embedded in this assembly.</summary>
internal static class WordTable
{
    /// <summary>The rows of a list, without comments and blank lines, each split at its tabs.</summary>
    /// <exception cref="InvalidOperationException">The assembly was built without the list.</exception>
    public static IEnumerable<string[]> Rows(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Claims.Core.Extraction.{name}.tsv")
            ?? throw new InvalidOperationException($"The word list {name} is missing from the assembly.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line.Split('\t');
            }
        }
    }
}
