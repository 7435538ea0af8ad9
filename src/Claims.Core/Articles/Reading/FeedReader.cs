using System.Collections.Immutable;
using Claims.Core.Articles.Feeds;
using Claims.Core.Articles.Html;

namespace Claims.Core.Articles.Reading;

/// <summary>Reads feeds: each entry that has text is a page; the pages of the others are given as links.</summary>
public sealed class FeedReader : IPageReader
{
    private const string Accepted = "RSS 0.9x, 1.0 or 2.0, or Atom, with entries that have a text or a link.";

    /// <summary>What feeds' titles add to the outlet's name ("The Velm Courier - World", "Latest news | Velm Radio").</summary>
    private static readonly string[] TitleSeparators = [" - ", " – ", " — ", " | ", " » ", " :: ", ": ", " > "];

    /// <inheritdoc/>
    public ReadResult Read(InputItem item, ReadOptions options)
    {
        var text = TextDecoder.DecodeLeniently(item.Bytes.Span, item.ContentType, out var isExact);
        var feed = FeedParser.Parse(text, item.Url);
        if (!feed.IsFeed)
        {
            return ReadResult.Failed(new(item.Name, $"It is no feed. {feed.Problem}", Accepted));
        }

        var articles = ImmutableArray.CreateBuilder<Article>();
        var links = ImmutableArray.CreateBuilder<string>();
        var problems = ImmutableArray.CreateBuilder<ImportProblem>();
        for (var i = 0; i < feed.Entries.Length; i++)
        {
            var entry = feed.Entries[i];
            if (ArticleFactory.Make(Draft(entry, feed, item, i + 1, isExact), options) is { } article)
            {
                articles.Add(article);
            }
            else if (entry.Link is { } link && Uri.TryCreate(link, UriKind.Absolute, out _))
            {
                links.Add(link);
            }
            else
            {
                problems.Add(new($"{item.Name}, entry {i + 1}", $"The entry{(entry.Title is null ? "" : $" \"{entry.Title}\"")} has neither a text nor a link.", Accepted));
            }
        }

        if (feed.Problem is not null)
        {
            problems.Add(new(item.Name, $"{feed.Problem} {feed.Entries.Length} entries before that were read.", "XML that is whole."));
        }
        else if (feed.Entries.IsEmpty)
        {
            problems.Add(new(item.Name, "The feed holds no entries.", Accepted));
        }

        return new(articles.ToImmutable(), problems.ToImmutable()) { Links = links.ToImmutable() };
    }

    private static PageDraft Draft(FeedEntry entry, ParsedFeed feed, InputItem item, int number, bool isExact)
    {
        var url = PageUrl.Resolve(entry.Link, item) ?? (Uri.TryCreate(entry.Id, UriKind.Absolute, out _) ? entry.Id! : $"{PageUrl.Of(item)}#entry={number}");
        var draft = new PageDraft
        {
            Url = url,
            Text = "",
            Title = entry.Title,
            SourceName = entry.Source ?? SourceOf(feed, url),
            Byline = entry.Author,
            Published = entry.Published ?? entry.Updated,
            Modified = entry.Updated,
            Language = feed.Language,
            Warnings = isExact ? [] : ["The feed's bytes do not fit the charset that it declares; what could not be read stands as U+FFFD."],
        };
        if (entry.Html is null)
        {
            return draft;
        }

        var content = MainContent.ReadFragment(entry.Html, entry.Title);
        var isOnlyTitle = content.Blocks.All(b => b.Kind == BlockKind.Title);
        return isOnlyTitle ? draft : draft with { Text = content.Text, Blocks = content.Blocks };
    }

    /// <summary>The outlet of a feed: by the domain of its pages where that is known, else the first part of its title that is named like one.</summary>
    private static string? SourceOf(ParsedFeed feed, string url)
    {
        if (RegistrableDomain.Of(url) is { } domain && KnownOutlets.At(domain) is { } known)
        {
            return known.Name;
        }

        var parts = feed.Title?.Split(TitleSeparators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        return parts.FirstOrDefault(Splitting.LineTraits.IsOutletLike);
    }
}
