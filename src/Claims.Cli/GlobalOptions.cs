using System.CommandLine;

namespace Claims.Cli;

/// <summary>Options that every command takes.</summary>
internal static class GlobalOptions
{
    /// <summary>Where the data is.</summary>
    public static Option<string?> Database { get; } = new("--database", "-d")
    {
        Description = "The SQLite file (default data/claims.db; the demo's is data/demo.db)",
        HelpName = "file",
        Recursive = true,
    };

    /// <summary>JSON on standard output instead of tables.</summary>
    public static Option<bool> Json { get; } = new("--json")
    {
        Description = "Write one JSON value to standard output and nothing else there; messages go to standard error",
        Recursive = true,
    };

    /// <summary>Another settings file.</summary>
    public static Option<string?> Settings { get; } = new("--settings")
    {
        Description = "The settings file (default claims.json where there is one)",
        HelpName = "file",
        Recursive = true,
    };

    /// <summary>How many workers this process runs.</summary>
    public static Option<int?> Workers { get; } = new("--workers")
    {
        Description = "Workers in this process, 1 to 64",
        HelpName = "number",
        Recursive = true,
    };

    /// <summary>All of them.</summary>
    public static IEnumerable<Option> All => [Database, Json, Settings, Workers];
}
