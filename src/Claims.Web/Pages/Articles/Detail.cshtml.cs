using Claims.Core.Articles;
using Claims.Core.Comparison;
using Claims.Core.Extraction;
using Claims.Core.Extraction.Revisions;
using Claims.Storage;
using Claims.Storage.Articles;
using Claims.Storage.Comparison;
using Claims.Web.Presentation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Claims.Web.Pages.Articles;

/// <summary>One captured page: its stories, what was read and what was left out, its claims and their conflicts.</summary>
public sealed class DetailModel(IClaimsDatabase database) : PageModel
{
    /// <summary>Most conflicts that are listed; the queue finds all.</summary>
    private const int ShownConflicts = 20;

    /// <summary>Most conflicts whose claims are linked from the text.</summary>
    private const int LinkedConflicts = 500;

    private Dictionary<ClaimId, string> conflictOf = [];

    /// <summary>The article.</summary>
    public Article Article { get; private set; } = null!;

    /// <summary>Its stories.</summary>
    public IReadOnlyList<Document> Documents { get; private set; } = [];

    /// <summary>This part of its text, in stretches of blocks of one kind and story.</summary>
    public IReadOnlyList<ArticleRun> Runs { get; private set; } = [];

    /// <summary>All its claims in order of the text.</summary>
    public IReadOnlyList<ClaimInContext> Claims { get; private set; } = [];

    /// <summary>Claims in this part of its text.</summary>
    public IReadOnlyList<ClaimInContext> ClaimsHere { get; private set; } = [];

    /// <summary>Conflicts that its claims stand in, highest rank first.</summary>
    public IReadOnlyList<ConflictRow> Conflicts { get; private set; } = [];

    /// <summary>How many conflicts its claims stand in.</summary>
    public int ConflictTotal { get; private set; }

    /// <summary>The claim that the reader came for, or null.</summary>
    public ClaimId? Pointed { get; private set; }

    /// <summary>The way to other parts of the text.</summary>
    public Pager Pager { get; private set; } = null!;

    /// <summary>Other captures of the same address.</summary>
    public IReadOnlyList<ArticleHeader> Revisions { get; private set; } = [];

    /// <summary>What this revision changed against the one before, claim by claim; null for a first revision.</summary>
    public RevisionDiff? Changes { get; private set; }

    /// <summary>Shows a part of the article.</summary>
    /// <param name="id">Key of the article.</param>
    /// <param name="claim">The claim to show, which chooses the part; or null.</param>
    /// <param name="at">Number of the part, from 1; 0 for the one of the claim.</param>
    /// <param name="cancel">Ends the query.</param>
    public async Task<IActionResult> OnGetAsync(string id, string? claim, [FromQuery] int at = 0, CancellationToken cancel = default)
    {
        if (string.IsNullOrWhiteSpace(id) || await database.Articles.FindAsync(new ArticleId(id), cancel) is not { } article)
        {
            return NotFound();
        }

        Article = article;
        Documents = await database.Claims.DocumentsOfAsync(article.Id, cancel);
        Claims = await database.Claims.OfArticleAsync(article.Id, cancel);
        Pointed = string.IsNullOrEmpty(claim) ? null : new ClaimId(claim);
        var sameUrl = await database.Articles.SearchAsync(article.Url, 20, cancel);
        Revisions = [.. sameUrl.Where(a => a.Url == article.Url && a.Id != article.Id).OrderBy(a => a.Revision)];

        if (Revisions.LastOrDefault(a => a.Revision < article.Revision) is { } earlier)
        {
            var before = await database.Claims.OfArticleAsync(earlier.Id, cancel);
            Changes = RevisionDiff.Between([.. before.Select(c => c.Claim)], [.. Claims.Select(c => c.Claim)]);
        }

        var conflicts = await database.Conflicts.ListAsync(new ConflictQuery { Article = article.Id, Status = null, Take = LinkedConflicts }, cancel);
        ConflictTotal = conflicts.Total;
        Conflicts = [.. conflicts.Rows.Take(ShownConflicts)];
        conflictOf = [];
        foreach (var row in conflicts.Rows)
        {
            conflictOf.TryAdd(row.A.Id, new QueueFilter().ConflictUrl(row.Id));
            conflictOf.TryAdd(row.B.Id, new QueueFilter().ConflictUrl(row.Id));
        }

        ShowPart(at);
        return Page();
    }

    /// <summary>The story's source; the page's own where the story names none.</summary>
    public Source SourceOf(Document document) => document.Source ?? Article.Source;

    /// <summary>A block's text with its claims.</summary>
    public ClaimedText TextOf(ArticleBlock block) =>
        new(Article.Text, block.Span, [.. ClaimsHere.Select(c => c.Claim)], c => conflictOf.GetValueOrDefault(c), Pointed);

    /// <summary>The conflict that a claim stands in, or null.</summary>
    public string? ConflictUrl(ClaimId claim) => conflictOf.GetValueOrDefault(claim);

    private void ShowPart(int at)
    {
        var parts = ArticleLayout.PartsOf(ArticleLayout.BlocksOf(Article, Documents), Article.Text);
        var pointed = Claims.FirstOrDefault(c => c.Claim.Id == Pointed)?.Claim.Span.Start;
        if (at < 1)
        {
            at = 1;
            for (var i = 0; i < parts.Count && pointed is not null; i++)
            {
                if (parts[i].Any(b => b.Span.Start <= pointed && pointed < b.Span.End))
                {
                    at = i + 1;
                    break;
                }
            }
        }

        at = Math.Min(at, parts.Count);
        var blocks = parts[at - 1];
        Runs = ArticleLayout.RunsOf(blocks);
        if (blocks.Count > 0)
        {
            var shown = TextSpan.FromBounds(blocks[0].Span.Start, blocks[^1].Span.End);
            ClaimsHere = [.. Claims.Where(c => c.Claim.Span.Overlaps(shown))];
        }

        Pager = new(at, parts.Count, part => $"/articles/{Article.Id}?at={part}");
    }
}
