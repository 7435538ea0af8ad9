using Xunit;

namespace Claims.Core.Tests;

/// <summary>The data to measure on, beside the checkout; never part of it. Tests that need what is absent are skipped and say so.</summary>
internal static class SharedData
{
    private const string Variable = "CLAIMS_SHARED";

    /// <summary>The path of a file or folder of the shared data.</summary>
    public static string PathOf(string relative)
    {
        var path = Path.Combine(Folder(), relative.Replace('/', Path.DirectorySeparatorChar));
        if (!File.Exists(path) && !Directory.Exists(path))
        {
            Assert.Skip($"The shared data is absent: '{relative}' is neither in the folder that {Variable} names nor in ../shared.");
        }

        return path;
    }

    private static string Folder()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return named;
        }

        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "Claims.sln")))
        {
            directory = directory.Parent;
        }

        return Path.Combine(directory?.FullName ?? ".", "..", "shared");
    }
}
