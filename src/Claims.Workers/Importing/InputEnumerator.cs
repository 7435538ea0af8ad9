using System.Buffers;
using System.IO.Enumeration;
using Claims.Core.Articles.Reading;

namespace Claims.Workers.Importing;

/// <summary>Finds and loads what a person names on the command line: a file, a folder, a glob. URLs are the <see cref="Fetching.PageFetcher"/>'s.</summary>
public static class InputEnumerator
{
    private const string Accepted = "A file, a folder, a glob such as \"pages/**/*.html\", or an http or https URL.";

    private static readonly SearchValues<char> SchemeCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");

    /// <summary>Whether the argument is a URL with a scheme rather than a path. ("C:\pages" is a path: no scheme has one letter.)</summary>
    public static bool IsUrl(string argument)
    {
        var colon = argument.IndexOf("://", StringComparison.Ordinal);
        return colon > 1 && argument.AsSpan(0, colon).IndexOfAnyExcept(SchemeCharacters) < 0;
    }

    /// <summary>
    /// The files that <paramref name="argument"/> names: a folder recursively, without hidden files and without following
    /// links to folders, in ordinal order of their paths, so that two runs read in the same order.
    /// </summary>
    /// <param name="argument">Path of a file or folder, or a glob with <c>*</c>, <c>?</c> and <c>**</c>.</param>
    /// <param name="problem">Why there is none, else null.</param>
    public static IReadOnlyList<string> Find(string argument, out ImportProblem? problem)
    {
        ArgumentException.ThrowIfNullOrEmpty(argument);
        problem = null;
        try
        {
            if (File.Exists(argument))
            {
                return [argument];
            }

            var files = Directory.Exists(argument)
                ? Files(argument, _ => true)
                : argument.AsSpan().IndexOfAny("*?") >= 0 ? Matching(argument) : null;
            if (files is null)
            {
                problem = new(argument, "There is no such file or folder.", Accepted);
                return [];
            }

            if (files.Count == 0)
            {
                problem = new(argument, Directory.Exists(argument) ? "The folder holds no files." : "No file matches.", Accepted);
            }

            return files;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            problem = new(argument, $"It cannot be listed: {e.Message}", Accepted);
            return [];
        }
    }

    /// <summary>
    /// Loads one file. Of a file over <paramref name="maximumBytes"/> nothing is loaded but its length, which the reader
    /// then reports with the limit.
    /// </summary>
    public static LoadedInput Load(string path, long maximumBytes)
    {
        try
        {
            var file = new FileInfo(path);
            var url = new Uri(file.FullName).AbsoluteUri;
            return file.Length > maximumBytes
                ? LoadedInput.Of(new InputItem(path, ReadOnlyMemory<byte>.Empty) { Url = url, TotalLength = file.Length })
                : LoadedInput.Of(new InputItem(path, File.ReadAllBytes(file.FullName)) { Url = url });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return LoadedInput.Failed(path, $"It cannot be read: {e.Message}", "A file that this user may read.");
        }
    }

    private static List<string> Matching(string glob)
    {
        var segments = glob.Replace('\\', '/').Split('/');
        var fixedCount = Array.FindIndex(segments, s => s.AsSpan().IndexOfAny("*?") >= 0);
        var root = fixedCount == 0 ? "." : string.Join('/', segments[..fixedCount]);
        root = root.Length == 0 ? "/" : root;
        var pattern = segments[fixedCount..];
        if (!Directory.Exists(root))
        {
            return [];
        }

        var found = Files(root, path => Matches(Path.GetRelativePath(root, path).Replace('\\', '/').Split('/'), pattern));
        return fixedCount == 0 ? [.. found.Select(f => Path.GetRelativePath(".", f))] : found;
    }

    private static bool Matches(ReadOnlySpan<string> path, ReadOnlySpan<string> pattern)
    {
        if (pattern.IsEmpty)
        {
            return path.IsEmpty;
        }

        if (pattern[0] == "**")
        {
            for (var skip = 0; skip <= path.Length; skip++)
            {
                if (Matches(path[skip..], pattern[1..]))
                {
                    return true;
                }
            }

            return false;
        }

        return !path.IsEmpty && FileSystemName.MatchesSimpleExpression(pattern[0], path[0], ignoreCase: false) && Matches(path[1..], pattern[1..]);
    }

    private static List<string> Files(string folder, Func<string, bool> wanted)
    {
        var options = new EnumerationOptions { IgnoreInaccessible = true, AttributesToSkip = FileAttributes.System, RecurseSubdirectories = true };
        var found = new FileSystemEnumerable<string>(folder, (ref FileSystemEntry entry) => entry.ToSpecifiedFullPath(), options)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory && !IsHidden(ref entry),
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !IsHidden(ref entry) && (entry.Attributes & FileAttributes.ReparsePoint) == 0,
        };
        return [.. found.Where(wanted).Order(StringComparer.Ordinal)];
    }

    private static bool IsHidden(ref FileSystemEntry entry) => entry.FileName is ['.', ..];
}
