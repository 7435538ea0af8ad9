using Claims.Cli.Output;

namespace Claims.Cli;

/// <summary>Names of enumerations as they are typed: "same-origin", "SameOrigin" and "sameOrigin" are one.</summary>
internal static class Names
{
    /// <summary>The value of a name.</summary>
    /// <exception cref="InputException">There is none; the message lists what there is.</exception>
    public static T Parse<T>(string name)
        where T : struct, Enum =>
        Enum.TryParse<T>(name.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var value) && Enum.IsDefined(value) && !char.IsDigit(name[0])
            ? value
            : throw new InputException($"'{name}' is none of {string.Join(", ", All<T>())}.");

    /// <summary>All names of an enumeration, as they are shown.</summary>
    public static string[] All<T>()
        where T : struct, Enum => [.. Enum.GetNames<T>().Select(DisplayText.Dashed)];
}
