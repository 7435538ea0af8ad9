using System.Xml.Linq;

namespace Claims.Architecture.Tests;

/// <summary>The source tree that this test was built from.</summary>
internal static class Checkout
{
    /// <summary>The folder that holds <c>Claims.sln</c>.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The projects of <c>src/</c> by name, with their project file.</summary>
    public static IReadOnlyDictionary<string, string> Rooms { get; } = Directory
        .EnumerateFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories)
        .ToDictionary(path => Path.GetFileNameWithoutExtension(path));

    /// <summary>What a project file includes of one item type ("ProjectReference"), whatever its conditions; files by name without extension.</summary>
    public static IReadOnlyList<string> Includes(string projectFile, string item) =>
        [.. XDocument.Load(projectFile).Descendants(item)
            .Select(element => element.Attribute("Include")!.Value.Replace('\\', '/'))
            .Select(include => include.EndsWith(".csproj", StringComparison.Ordinal) ? Path.GetFileNameWithoutExtension(include) : include)];

    /// <summary>The C# files of a room.</summary>
    public static IEnumerable<string> Sources(string room) => Directory
        .EnumerateFiles(Path.Combine(Root, "src", room), "*.cs", SearchOption.AllDirectories)
        .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(folder => folder is "bin" or "obj"));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Claims.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds Claims.sln.");
    }
}
