using System.Globalization;
using Claims.Core.Articles;
using Claims.Core.Comparison;
using Claims.Core.Review;
using Claims.Storage.Comparison;

namespace Claims.Web.Presentation;

/// <summary>Which part of the queue a reader works, as it stands in the URL. Values that make no sense are passed over.</summary>
public sealed record QueueFilter
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 25;

    private const int LongestText = 200;
    private const int LastPage = 1_000_000;

    /// <summary>Only this status; null for all.</summary>
    public ConflictStatus? Status { get; init; } = ConflictStatus.Open;

    /// <summary>Only this kind, or null.</summary>
    public ConflictKind? Kind { get; init; }

    /// <summary>Only conflicts with a claim of the source with this key, or null.</summary>
    public string? Source { get; init; }

    /// <summary>Only conflicts that hold all these words, or null.</summary>
    public string? Text { get; init; }

    /// <summary>Number of the page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Whether anything but the status narrows the queue.</summary>
    public bool IsNarrowed => Kind is not null || Source is not null || Text is not null;

    /// <summary>Reads the filter of a URL.</summary>
    public static QueueFilter Read(IQueryCollection query) => new()
    {
        Status = IsAll(query["status"]) ? null : Parse<ConflictStatus>(query["status"]) ?? ConflictStatus.Open,
        Kind = Parse<ConflictKind>(query["kind"]),
        Source = Some(query["source"]),
        Text = Some(query["q"]),
        Page = int.TryParse(query["at"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, LastPage) : 1,
    };

    /// <summary>Whether a status of a URL asks for all of them.</summary>
    public static bool IsAll(string? status) => string.Equals(status, "all", StringComparison.OrdinalIgnoreCase);

    /// <summary>The value that a word names, whatever its case, or null; numbers name nothing.</summary>
    public static T? Parse<T>(string? word)
        where T : struct, Enum =>
        !string.IsNullOrEmpty(word) && char.IsAsciiLetter(word[0]) && Enum.TryParse<T>(word, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;

    /// <summary>The filter as the store takes it.</summary>
    public ConflictQuery ToQuery() => new()
    {
        Status = Status,
        Kind = Kind,
        Source = Source is null ? null : new SourceId(Source),
        Text = Text,
        Skip = (Page - 1) * PageSize,
        Take = PageSize,
    };

    /// <summary>The filter as it stands in a URL from the question mark on, with more names and values; "" when all is as usual.</summary>
    public string ToQueryString(params ReadOnlySpan<(string Name, string? Value)> more)
    {
        var query = new QueryString();
        if (Status != ConflictStatus.Open)
        {
            query = query.Add("status", Status?.ToString().ToLowerInvariant() ?? "all");
        }

        query = Add(Add(Add(query, "kind", Kind?.ToString().ToLowerInvariant()), "source", Source), "q", Text);
        if (Page > 1)
        {
            query = query.Add("at", Page.ToString(CultureInfo.InvariantCulture));
        }

        foreach (var (name, value) in more)
        {
            query = Add(query, name, value);
        }

        return query.Value ?? "";
    }

    /// <summary>The URL of the queue.</summary>
    public string QueueUrl(params ReadOnlySpan<(string Name, string? Value)> more) => "/" + ToQueryString(more);

    /// <summary>The URL of a conflict that is read as part of this queue.</summary>
    public string ConflictUrl(ConflictId conflict, params ReadOnlySpan<(string Name, string? Value)> more) =>
        $"/conflicts/{Uri.EscapeDataString(conflict.Value)}{ToQueryString(more)}";

    private static QueryString Add(QueryString query, string name, string? value) =>
        string.IsNullOrEmpty(value) ? query : query.Add(name, value);

    // What cannot be seen is not searched for either: control characters and direction overrides become blanks.
    private static string? Some(string? value)
    {
        var seen = string.Concat((value ?? "").Select(c => OutsideText.Visible(c) == c ? c : ' ')).Trim();
        return seen.Length == 0 ? null : seen.Length > LongestText ? seen[..LongestText] : seen;
    }
}
