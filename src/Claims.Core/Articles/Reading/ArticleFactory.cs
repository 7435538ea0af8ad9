using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Claims.Core.Language;

namespace Claims.Core.Articles.Reading;

/// <summary>Makes the article of a draft: text, hash and key, source, and warnings about its date.</summary>
internal static class ArticleFactory
{
    /// <summary>
    /// How far past the capture a date may lie before it is called a future one: clocks and time zones differ by up to a day.
    /// </summary>
    private static readonly TimeSpan FutureTolerance = TimeSpan.FromDays(1);

    /// <summary>The article, or null where the draft holds no text.</summary>
    public static Article? Make(PageDraft draft, ReadOptions options)
    {
        var text = draft.Blocks.IsEmpty ? TextNormalizer.Normalize(draft.Text) : draft.Text;
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        var published = draft.Published?.ToUniversalTime();
        return new Article
        {
            Id = Article.IdOf(draft.Url, hash),
            Url = draft.Url,
            Source = SourceOf(draft, options),
            Title = string.IsNullOrWhiteSpace(draft.Title) ? null : TextNormalizer.Normalize(draft.Title).Trim(),
            Published = published,
            Modified = draft.Modified?.ToUniversalTime(),
            Byline = draft.Byline,
            Language = draft.Language ?? (TextLanguage.Of(text) is { } found and not TextLanguage.Undetermined ? found : null),
            Fetched = options.Now.ToUniversalTime(),
            ContentHash = hash,
            Text = text,
            Blocks = draft.Blocks,
            Warnings = [.. LanguageWarnings(text, draft.Language), .. draft.Warnings, .. DateWarnings(published, options)],
        };
    }

    private static ImmutableArray<string> LanguageWarnings(string text, string? declared) => TextLanguage.WarningOf(text, declared) is { } warning ? [warning] : [];

    private static ImmutableArray<string> DateWarnings(DateTimeOffset? published, ReadOptions options)
    {
        if (published is not { } date)
        {
            return ["No published date: relative dates in it cannot be resolved, and it is never taken as the later of two reports."];
        }

        // The date is kept as the page gives it: dropping it would hide what the page says of itself.
        return date > options.Now + FutureTolerance
            ? [$"Published in the future: the page says {date:yyyy-MM-dd}, it was captured on {options.Now:yyyy-MM-dd}."]
            : [];
    }

    private static Source WithDomain(Source source, string? domain) => domain is null ? source : source with { Domain = domain };

    private static Source SourceOf(PageDraft draft, ReadOptions options)
    {
        var domain = RegistrableDomain.Of(draft.Url);
        if (!string.IsNullOrWhiteSpace(draft.SourceName))
        {
            return WithDomain(KnownOutlets.SourceNamed(draft.SourceName), domain);
        }

        if (!string.IsNullOrWhiteSpace(options.Source))
        {
            return WithDomain(KnownOutlets.SourceNamed(options.Source), domain);
        }

        if (domain is not null)
        {
            return KnownOutlets.At(domain) ?? Source.Named(domain, SourceKind.Unknown, domain);
        }

        // Two saved files without a publisher never count as one source, so the whole address is the name's key.
        var name = Uri.TryCreate(draft.Url, UriKind.Absolute, out var uri) && uri.IsFile ? Path.GetFileName(uri.LocalPath) : draft.Url;
        return new Source(new SourceId(Identity.ContentId.Of("source", draft.Url)), name, SourceKind.File, null);
    }
}
