using System.CommandLine;
using Claims.Storage;
using Claims.Storage.Comparison;

namespace Claims.Cli.Commands;

/// <summary>The key of a conflict as people type it: the start is enough.</summary>
internal static class KeyArgument
{
    /// <summary>The argument of a command that takes one conflict.</summary>
    public static Argument<string> Conflict() => new("key") { Description = "The conflict's key, or the start of it (at least 4 characters)" };

    /// <summary>The conflict of a key.</summary>
    /// <exception cref="InputException">No conflict, or more than one, has it.</exception>
    public static async Task<ConflictDetail> FindAsync(IClaimsDatabase database, string key, CancellationToken cancel) =>
        await database.Conflicts.FindAsync(key, cancel)
            ?? throw new InputException($"No single conflict has a key that starts with '{key}'. It takes at least 4 characters of a key as 'claims conflicts --status all' lists them.");
}
