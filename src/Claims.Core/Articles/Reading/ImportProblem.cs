namespace Claims.Core.Articles.Reading;

/// <summary>Why something could not be imported, for the person who gave it. One bad page never stops the rest.</summary>
/// <param name="Name">The file, URL or line it is about ("feeds/news.jsonl, line 3").</param>
/// <param name="Message">What is wrong, as a sentence.</param>
/// <param name="Accepted">What would be accepted instead, as a sentence.</param>
public sealed record ImportProblem(string Name, string Message, string Accepted)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {Message} {Accepted}";
}
