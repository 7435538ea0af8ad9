using System.Globalization;
using Claims.Core.Articles;
using Claims.Core.Extraction;
using Claims.Evaluation.Pairs;
using Claims.Evaluation.Pipeline;

namespace Claims.Evaluation.Structure;

/// <summary>Compares the stories, claims and attributions of pages with what a person says of them.</summary>
/// <param name="outcome">What the pipeline found.</param>
/// <param name="find">The page that the set calls by a name, or null.</param>
public sealed class StructureScorer(PipelineOutcome outcome, Func<string, Article?> find)
{
    /// <summary>Adds the metrics of the pages.</summary>
    public void Score(IReadOnlyList<GoldStructure> pages, Measurements measurements)
    {
        var stories = new Tally("stories", measurements);
        var titles = new Tally("story_titles", measurements);
        var sources = new Tally("story_sources", measurements);
        var counts = new Tally("story_counts", measurements);
        var clean = new Tally("not_claims_clean", measurements);
        var once = new Tally("repeated_once", measurements);
        var attributions = new Tally("attributions", measurements);
        var published = new Tally("published", measurements);
        foreach (var page in pages)
        {
            if (find(page.Article) is not { } article)
            {
                stories.Case(false, page.Article, "a page", "no such page was imported");
                continue;
            }

            Stories(page, article, stories, titles, sources, counts);
            foreach (var line in page.NotClaims ?? [])
            {
                var claim = ClaimHolding(article, line);
                clean.Case(claim is null, page.Article, $"no claim holds \"{line.Trim()}\"", $"\"{claim?.Quote}\"");
            }

            foreach (var quote in page.Repeated ?? [])
            {
                var sentences = ClaimsOver(article, quote).Select(c => c.Sentence).Distinct().Count();
                once.Case(sentences == 1, page.Article, $"one sentence with claims for \"{quote}\"", $"{sentences} sentences");
            }

            foreach (var gold in page.Attributions ?? [])
            {
                var claims = ClaimsOver(article, gold.Quote).ToList();
                attributions.Case(
                    claims.Any(c => IsSaidBy(c.Attribution, gold)),
                    $"{page.Article}: \"{gold.Quote}\"",
                    gold.Via is null ? gold.Speaker : $"{gold.Speaker} via {gold.Via}",
                    claims.Count == 0 ? "no claim holds it" : string.Join("; ", claims.Select(c => Chain(c.Attribution)).Distinct()));
            }

            if (page.Published is { } date)
            {
                var wanted = DateTime.Parse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
                var found = (outcome.DocumentsOf(article.Id) is [var story, ..] ? story.Published : null) ?? article.Published;
                published.Case(found?.UtcDateTime.Date == wanted.Date, page.Article, date, found?.ToString("yyyy-MM-dd") ?? "no date");
            }
        }

        foreach (var tally in (Tally[])[stories, titles, sources, counts, clean, once, attributions, published])
        {
            tally.Report();
        }
    }

    private void Stories(GoldStructure page, Article article, Tally stories, Tally titles, Tally sources, Tally counts)
    {
        var found = outcome.DocumentsOf(article.Id);
        var wanted = page.Documents ?? [];
        if (wanted.Count > 0)
        {
            counts.Case(found.Count == wanted.Count, page.Article, $"{wanted.Count} stories", $"{found.Count}: {string.Join(", ", found.Select(d => d.Title ?? "no title"))}");
        }

        foreach (var gold in wanted)
        {
            var story = found.FirstOrDefault(d => Begins(article, d, gold.Begins));
            var where = $"{page.Article}: {gold.Begins}";
            stories.Case(story is not null, where, "a story that begins so", $"stories that begin {string.Join(" | ", found.Select(d => Opening(article, d)))}");
            titles.Case(story is not null && SameText(story.Title, gold.Title), where, gold.Title ?? "no title", story is null ? "no such story" : story.Title ?? "no title");
            sources.Case(
                story is not null && (gold.Source is null ? story.Source is null || story.Source == article.Source : Source.IdOf(gold.Source) == (story.Source ?? article.Source).Id),
                where,
                gold.Source ?? "no source of its own",
                story is null ? "no such story" : story.Source?.Name ?? $"{article.Source.Name} (the page's)");
        }
    }

    /// <summary>Whether the story's first prose holds these words; a dateline may stand before them.</summary>
    private static bool Begins(Article article, Document story, string words)
    {
        foreach (var block in story.Blocks)
        {
            if (block.Kind is BlockKind.Paragraph or BlockKind.ListItem)
            {
                return QuoteLocator.Find(block.Span.Of(article.Text), words).Count > 0;
            }
        }

        return false;
    }

    private static string Opening(Article article, Document story)
    {
        var first = story.Blocks.FirstOrDefault(b => b.Kind is BlockKind.Paragraph or BlockKind.ListItem).Span.Of(article.Text);
        return first.Length > 60 ? first[..60] + "…" : first;
    }

    private static bool SameText(string? found, string? wanted) => Words(found) == Words(wanted);

    private static string Words(string? text) =>
        string.Join(' ', (text ?? "").Replace('’', '\'').Replace('‘', '\'').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>
    /// The first claim whose span touches the piece at any of its places. A link's address in the middle of a sentence lies
    /// inside the claim's span without being read: there the claim's own words decide.
    /// </summary>
    private Claim? ClaimHolding(Article article, string piece)
    {
        var spans = QuoteLocator.Find(article.Text, piece);
        return outcome.ClaimsOf(article.Id).Select(c => c.Claim).FirstOrDefault(c =>
            spans.Any(s => c.Span.Overlaps(s) && !(IsAddress(piece) && c.Span.Contains(s) && !c.Text.Contains(piece.Trim(), StringComparison.Ordinal))));
    }

    private static bool IsAddress(string piece) =>
        piece.Contains("://", StringComparison.Ordinal) || piece.TrimStart().StartsWith("(/", StringComparison.Ordinal);

    private IEnumerable<Claim> ClaimsOver(Article article, string quote)
    {
        var spans = QuoteLocator.Find(article.Text, quote);
        return outcome.ClaimsOf(article.Id).Select(c => c.Claim).Where(c => spans.Any(c.Span.Overlaps));
    }

    private static bool IsSaidBy(AttributionChain chain, GoldAttribution gold) =>
        chain.Primary is { } primary
        && NamesTheSame(primary.Name, gold.Speaker)
        && (gold.Via is null || chain.Links.Any(l => NamesTheSame(l.Name, gold.Via)));

    /// <summary>Whether the shorter of two names, less articles and case, stands whole in the longer ("Khazali", "Qais al-Khazali").</summary>
    private static bool NamesTheSame(string found, string wanted)
    {
        var (a, b) = (NameWords(found), NameWords(wanted));
        var (shorter, longer) = a.Length <= b.Length ? (a, b) : (b, a);
        return shorter.Length > 0 && $" {string.Join(' ', longer)} ".Contains($" {string.Join(' ', shorter)} ", StringComparison.Ordinal);
    }

    private static string[] NameWords(string name) =>
        [.. new string([.. name.ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(w => w is not ("the" or "a" or "an" or "s"))];

    private static string Chain(AttributionChain chain) =>
        chain.Links.IsEmpty ? "the outlet itself" : string.Join(" → ", chain.Links.Select(l => l.Name));

    /// <summary>Counts the cases of one metric.</summary>
    private sealed class Tally(string name, Measurements measurements)
    {
        private int right;
        private int all;

        public void Case(bool isRight, string where, string expected, string found)
        {
            all++;
            if (isRight)
            {
                right++;
            }
            else
            {
                measurements.Error(name, where, expected, found);
            }
        }

        public void Report() => measurements.AddShare(name, right, all);
    }
}
