namespace Claims.Workers;

/// <summary>Settings of the service; the same names in <c>claims.json</c>, as environment variables (CLAIMS_DATABASE, …) and as flags.</summary>
public sealed class ClaimsOptions
{
    /// <summary>Path of the SQLite file; its folder is made when it is missing.</summary>
    public string Database { get; set; } = Path.Combine("data", "claims.db");

    /// <summary>Workers in this process, 1 to 64.</summary>
    public int Workers { get; set; } = Math.Clamp(Environment.ProcessorCount, 1, 8);

    /// <summary>Address that <c>serve</c> listens on. There is no sign-in: whoever reaches it can decide, so only a container listens on more than this machine.</summary>
    public string Address { get; set; } = "127.0.0.1";

    /// <summary>Port that <c>serve</c> listens on, 0 for any free one.</summary>
    public int Port { get; set; } = 5080;

    /// <summary>Name under which decisions are recorded when nobody signed in.</summary>
    public string Reviewer { get; set; } = Environment.UserName;

    /// <summary>Most candidates that one claim is compared with, 10 to 2000.</summary>
    public int Candidates { get; set; } = 200;

    /// <summary>Least score of being worth checking at which a claim is compared, 0 to 1; lower ones are stored all the same.</summary>
    public double CheckThreshold { get; set; } = 0.1;

    /// <summary>When <c>serve</c> goes over everything once more, as a five-field cron expression in UTC ("30 2 * * *"); empty for never.</summary>
    public string RerunSchedule { get; set; } = "";

    /// <summary>The same settings over another database file.</summary>
    public ClaimsOptions WithDatabase(string database)
    {
        var copy = (ClaimsOptions)MemberwiseClone();
        copy.Database = database;
        return copy;
    }

    /// <summary>Refuses settings that make no sense.</summary>
    /// <exception cref="ArgumentException">Names the setting, its value and what is accepted.</exception>
    public void Validate()
    {
        Require(!string.IsNullOrWhiteSpace(Database), nameof(Database), Database, "the path of a file");
        Require(Workers is >= 1 and <= 64, nameof(Workers), Workers, "a whole number from 1 to 64");
        Require(System.Net.IPAddress.TryParse(Address, out _), nameof(Address), Address, "an IP address such as 127.0.0.1");
        Require(Port is >= 0 and <= 65535, nameof(Port), Port, "a port from 0 to 65535");
        Require(!string.IsNullOrWhiteSpace(Reviewer), nameof(Reviewer), Reviewer, "a name");
        Require(Candidates is >= 10 and <= 2000, nameof(Candidates), Candidates, "a whole number from 10 to 2000");
        Require(CheckThreshold is >= 0 and <= 1, nameof(CheckThreshold), CheckThreshold, "a number from 0 to 1");
    }

    private static void Require(bool holds, string name, object? value, string accepted)
    {
        if (!holds)
        {
            throw new ArgumentException($"Setting {name} is '{value}'; it takes {accepted}.");
        }
    }
}
