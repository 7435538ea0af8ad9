using Claims.Core.Articles.Reading;

namespace Claims.Workers.Importing;

/// <summary>An input's bytes, or why there are none; exactly one of the two is set.</summary>
/// <param name="Item">What <see cref="ArticleReader"/> reads.</param>
/// <param name="Problem">Why it could not be loaded.</param>
public sealed record LoadedInput(InputItem? Item, ImportProblem? Problem)
{
    /// <summary>An input that was loaded.</summary>
    public static LoadedInput Of(InputItem item) => new(item, null);

    /// <summary>An input that could not be loaded.</summary>
    public static LoadedInput Failed(string name, string message, string accepted) => new(null, new ImportProblem(name, message, accepted));
}
