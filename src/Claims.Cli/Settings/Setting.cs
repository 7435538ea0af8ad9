using System.Globalization;
using Claims.Workers;

namespace Claims.Cli.Settings;

/// <summary>One setting: its name in <c>claims.json</c>, its variable in the environment, and how a text sets it.</summary>
/// <param name="Key">Name in the file ("checkThreshold").</param>
/// <param name="Variable">Name in the environment ("CLAIMS_CHECK_THRESHOLD").</param>
/// <param name="Accepts">What it takes, for messages.</param>
/// <param name="Apply">Sets it; false when the text cannot be read.</param>
internal sealed record Setting(string Key, string Variable, string Accepts, Func<ClaimsOptions, string, bool> Apply)
{
    /// <summary>Every setting there is.</summary>
    public static IReadOnlyList<Setting> All { get; } =
    [
        new("database", "CLAIMS_DATABASE", "the path of a file", (options, text) => Set(text, value => options.Database = value)),
        new("workers", "CLAIMS_WORKERS", "a whole number from 1 to 64", (options, text) => SetWhole(text, value => options.Workers = value)),
        new("address", "CLAIMS_ADDRESS", "an IP address such as 127.0.0.1", (options, text) => Set(text, value => options.Address = value)),
        new("port", "CLAIMS_PORT", "a port from 0 to 65535", (options, text) => SetWhole(text, value => options.Port = value)),
        new("reviewer", "CLAIMS_REVIEWER", "a name", (options, text) => Set(text, value => options.Reviewer = value)),
        new("candidates", "CLAIMS_CANDIDATES", "a whole number from 10 to 2000", (options, text) => SetWhole(text, value => options.Candidates = value)),
        new("checkThreshold", "CLAIMS_CHECK_THRESHOLD", "a number from 0 to 1", (options, text) => SetNumber(text, value => options.CheckThreshold = value)),
        new("rerunSchedule", "CLAIMS_RERUN_SCHEDULE", "a cron expression of five fields, or nothing", (options, text) => Set(text, value => options.RerunSchedule = value)),
    ];

    private static bool Set(string text, Action<string> set)
    {
        set(text);
        return true;
    }

    private static bool SetWhole(string text, Action<int> set)
    {
        var read = int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value);
        if (read)
        {
            set(value);
        }

        return read;
    }

    private static bool SetNumber(string text, Action<double> set)
    {
        var read = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value);
        if (read)
        {
            set(value);
        }

        return read;
    }
}
