namespace Claims.Evaluation;

/// <summary>Where the sets lie: a directory laid out as <c>articles/</c>, <c>gold/</c>, <c>data/…</c> and <c>newsroom/</c>, each where there is one.</summary>
/// <param name="root">The directory.</param>
public sealed class DataDirectory(string root)
{
    /// <summary>Environment variable that names the directory used when none is given.</summary>
    public const string EnvironmentVariable = "CLAIMS_SHARED";

    /// <summary>Its full path.</summary>
    public string Root { get; } = Path.GetFullPath(root);

    /// <summary>The whole pages.</summary>
    public string Articles => PathOf("articles");

    /// <summary>A path inside it ("gold/articles-gold.jsonl"), whether it is there or not.</summary>
    public string PathOf(string relative) => Path.Combine(Root, relative.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>Whether it holds this file or directory.</summary>
    public bool Has(string relative) => File.Exists(PathOf(relative)) || Directory.Exists(PathOf(relative));

    /// <summary>
    /// The newsroom to measure: its own <c>newsroom/</c>, else the repository's <c>samples/newsroom</c>, so that the command
    /// measures something in a checkout without any data; null where there is neither.
    /// </summary>
    public string? Newsroom
    {
        get
        {
            if (Has("newsroom/articles.jsonl"))
            {
                return PathOf("newsroom");
            }

            var sample = Repository is { } repository ? Path.Combine(repository, "samples", "newsroom") : null;
            return sample is not null && Directory.Exists(sample) ? sample : null;
        }
    }

    /// <summary>The checkout that this program runs from or in: the nearest directory upwards with <c>Claims.sln</c>; null outside of one.</summary>
    public static string? Repository => Upwards(AppContext.BaseDirectory) ?? Upwards(Directory.GetCurrentDirectory());

    /// <summary>
    /// The directory used when none is given: what the environment variable CLAIMS_SHARED names, else <c>shared</c> beside
    /// the checkout, else the current directory.
    /// </summary>
    public static DataDirectory Default()
    {
        if (Environment.GetEnvironmentVariable(EnvironmentVariable) is { Length: > 0 } named)
        {
            return new(named);
        }

        var beside = Repository is { } repository ? Path.Combine(repository, "..", "shared") : null;
        return new(beside is not null && Directory.Exists(beside) ? beside : Directory.GetCurrentDirectory());
    }

    private static string? Upwards(string start)
    {
        for (var directory = new DirectoryInfo(start); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(Path.Combine(directory.FullName, "Claims.sln")))
            {
                return directory.FullName;
            }
        }

        return null;
    }
}
