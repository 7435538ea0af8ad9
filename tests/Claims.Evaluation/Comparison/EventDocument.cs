using System.Text.Json;
using Claims.Core.Articles;

namespace Claims.Evaluation.Comparison;

/// <summary>One news text of the event set, its sentences one a line.</summary>
/// <param name="Name">Its name in the set.</param>
/// <param name="Topic">The topic it belongs to.</param>
/// <param name="Sentences">Its sentences with the events that each mentions, and whether it was annotated.</param>
internal sealed record EventDocument(string Name, string Topic, IReadOnlyList<(string Text, IReadOnlySet<string> Events, bool IsAnnotated)> Sentences)
{
    /// <summary>The sentences as one text.</summary>
    public string Text { get; } = string.Join('\n', Sentences.Select(s => s.Text));

    /// <summary>Where a sentence stands in <see cref="Text"/>.</summary>
    public TextSpan SpanOf(int sentence) => new(Sentences.Take(sentence).Sum(s => s.Text.Length + 1), Sentences[sentence].Text.Length);

    /// <summary>The documents of a file of JSON lines.</summary>
    public static IEnumerable<EventDocument> Read(string file) =>
        JsonLines.Read<JsonElement>(file).Select(row => new EventDocument(
            row.GetProperty("doc").ToString(),
            row.GetProperty("topic").ToString(),
            [
                .. row.GetProperty("sentences").EnumerateArray().Select(s => (
                    s.GetProperty("text").GetString() ?? "",
                    (IReadOnlySet<string>)s.GetProperty("events").EnumerateArray().Select(e => e.ToString()).ToHashSet(),
                    s.GetProperty("annotated").GetBoolean())),
            ]));
}
