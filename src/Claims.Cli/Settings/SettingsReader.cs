using System.Text.Json;
using Claims.Workers;

namespace Claims.Cli.Settings;

/// <summary>Reads the settings in rising order: the file, the environment, the command line.</summary>
internal static class SettingsReader
{
    /// <summary>The file that is read when none is named, where it exists.</summary>
    public const string DefaultFile = "claims.json";

    /// <summary>Names another settings file in the environment.</summary>
    public const string FileVariable = "CLAIMS_SETTINGS";

    /// <summary>Settings of the file and the environment; flags are put on top by the caller, who then validates.</summary>
    /// <param name="file">The file named on the command line, or null.</param>
    /// <param name="environment">Looks a variable up.</param>
    /// <exception cref="InputException">The file or a value cannot be read; the message names what is accepted.</exception>
    public static ClaimsOptions Read(string? file, Func<string, string?> environment)
    {
        var options = new ClaimsOptions();
        var named = file ?? environment(FileVariable);
        if (named is not null && !File.Exists(named))
        {
            throw new InputException($"There is no settings file '{named}'.");
        }

        if (named is not null || File.Exists(DefaultFile))
        {
            ApplyFile(named ?? DefaultFile, options);
        }

        foreach (var setting in Setting.All)
        {
            if (environment(setting.Variable) is { Length: > 0 } text)
            {
                Apply(setting, options, text, $"Variable {setting.Variable}");
            }
        }

        return options;
    }

    private static void ApplyFile(string file, ClaimsOptions options)
    {
        try
        {
            using var document = JsonDocument.Parse(
                File.ReadAllText(file),
                new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw new InputException($"Settings file '{file}' holds no JSON object; it takes {{\"workers\": 4, ...}}.");
            }

            foreach (var property in document.RootElement.EnumerateObject())
            {
                var setting = Setting.All.FirstOrDefault(s => string.Equals(s.Key, property.Name, StringComparison.OrdinalIgnoreCase))
                    ?? throw new InputException($"Settings file '{file}' has '{property.Name}', which is no setting. There are: {string.Join(", ", Setting.All.Select(s => s.Key))}.");
                Apply(setting, options, property.Value.ToString(), $"Setting {setting.Key} in '{file}'");
            }
        }
        catch (JsonException broken)
        {
            throw new InputException($"Settings file '{file}' is not JSON: {broken.Message}");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"Settings file '{file}' cannot be read: {unreadable.Message}");
        }
    }

    private static void Apply(Setting setting, ClaimsOptions options, string text, string where)
    {
        if (!setting.Apply(options, text))
        {
            throw new InputException($"{where} is '{text}'; it takes {setting.Accepts}.");
        }
    }
}
