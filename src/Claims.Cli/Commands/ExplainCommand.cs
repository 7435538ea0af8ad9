using System.CommandLine;
using Claims.Cli.Output;
using Claims.Core.Articles;
using Claims.Core.Comparison;
using Claims.Core.Extraction;
using Claims.Core.Extraction.Revisions;
using Claims.Storage;
using Claims.Storage.Articles;
using Spectre.Console;

namespace Claims.Cli.Commands;

/// <summary><c>claims explain</c>: how one article was read, from its stories to what each claim was compared with.</summary>
internal sealed class ExplainCommand : ClaimsCommand
{
    private const int MostFitting = 10;

    private readonly Argument<string> _article = new("article") { Description = "The start of the article's key, or the end of its URL" };

    /// <summary>The command with its argument.</summary>
    public ExplainCommand()
        : base("explain", "Show how an article was read: stories, claims, figures, comparisons, and what a revision changed") => Add(_article);

    /// <inheritdoc/>
    public override IReadOnlyList<(string Line, string What)> Examples =>
    [
        ("claims explain 7k2m", "by the start of its key"),
        ("claims explain flood-toll.html --json", "by the end of its URL, for a program"),
    ];

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(Session session)
    {
        var database = await session.DatabaseAsync();
        var article = await FindAsync(database, session.Get(_article)!, session.Cancel);
        var documents = await database.Claims.DocumentsOfAsync(article.Id, session.Cancel);
        var claims = new List<ExplainedClaim>();
        foreach (var claim in await database.Claims.OfArticleAsync(article.Id, session.Cancel))
        {
            claims.Add(new ExplainedClaim(claim.Claim, await database.Conflicts.OfClaimAsync(claim.Claim.Id, session.Cancel)));
        }

        var changes = await ChangesAsync(database, article, [.. claims.Select(claim => claim.Claim)], session.Cancel);
        session.Terminal.Result(new { article, documents, claims, changes }, terminal =>
        {
            Show(terminal, article, documents, claims);
            Show(terminal, changes);
        });
        return ExitCode.Ok;
    }

    /// <summary>What the article changed against the revision before it; null for a first revision.</summary>
    private static async Task<RevisionDiff?> ChangesAsync(IClaimsDatabase database, ArticleHeader article, IReadOnlyList<Claim> claims, CancellationToken cancel)
    {
        var sameUrl = await database.Articles.SearchAsync(article.Url, int.MaxValue, cancel);
        if (sameUrl.SingleOrDefault(other => other.Url == article.Url && other.Revision == article.Revision - 1) is not { } earlier)
        {
            return null;
        }

        var before = await database.Claims.OfArticleAsync(earlier.Id, cancel);
        return RevisionDiff.Between([.. before.Select(claim => claim.Claim)], claims);
    }

    private static void Show(Terminal terminal, RevisionDiff? changes)
    {
        if (changes is null)
        {
            return;
        }

        terminal.WriteLine();
        terminal.WriteLine($"Against the revision before: {changes.Changed.Length} changed, {changes.Added.Length} added, {changes.Withdrawn.Length} withdrawn, {changes.Unchanged.Length} as before.");
        foreach (var change in changes.Changed)
        {
            terminal.WriteLine($"~ {change.Before.Quote}");
            terminal.WriteLine($"  {change.After.Quote}");
        }

        foreach (var claim in changes.Added)
        {
            terminal.WriteLine($"+ {claim.Quote}");
        }

        foreach (var claim in changes.Withdrawn)
        {
            terminal.WriteLine($"- {claim.Quote}");
        }
    }

    private static async Task<ArticleHeader> FindAsync(IClaimsDatabase database, string keyOrUrl, CancellationToken cancel)
    {
        var fitting = await database.Articles.SearchAsync(keyOrUrl, MostFitting, cancel);
        return fitting.Count switch
        {
            1 => fitting[0],
            0 => throw new InputException($"No article has a key that starts with, or a URL that ends with, '{keyOrUrl}'."),
            _ => throw new InputException(
                $"More than one article fits '{keyOrUrl}':{string.Concat(fitting.Select(header => $"\n  {DisplayText.Key(header.Id.Value)}  revision {header.Revision}  {header.Url}"))}"),
        };
    }

    private static void Show(Terminal terminal, ArticleHeader article, IReadOnlyList<Document> documents, IReadOnlyList<ExplainedClaim> claims)
    {
        terminal.WriteLine($"{article.Id}  {article.Title ?? "(no title)"}");
        terminal.WriteLine($"{article.Source.Name}, {DisplayText.Time(article.Published)}, revision {article.Revision}, {article.Url}");
        foreach (var document in documents)
        {
            terminal.WriteLine();
            terminal.WriteLine($"Story {document.Ordinal + 1}: {document.Title ?? "(no headline)"} - {(document.Source ?? article.Source).Name}, {DisplayText.Time(document.Published)}");
            terminal.WriteLine("  blocks: " + string.Join(", ", document.Blocks.GroupBy(block => block.Kind).Select(kind => $"{kind.Count()} {DisplayText.Dashed(kind.Key.ToString())}")));
            var table = new Table().Border(TableBorder.Rounded).ShowRowSeparators().AddColumns("Claim", "Read as", "Compared with");
            foreach (var (claim, comparisons) in claims.Where(c => c.Claim.DocumentId == document.Id))
            {
                table.AddRow(
                    DisplayText.Escaped(claim.Quote),
                    DisplayText.Escaped(Reading(claim)),
                    DisplayText.Escaped(string.Join('\n', comparisons.Select(comparison => Line(claim.Id, comparison)))));
            }

            if (table.Rows.Count > 0)
            {
                terminal.Write(table);
            }
        }
    }

    private static string Reading(Claim claim) => string.Join('\n', ClaimReading.Of(claim).Select(line => $"{line.Label}: {line.Value}"));

    private static string Line(ClaimId claim, ClaimComparison comparison)
    {
        var other = comparison.A == claim ? comparison.B : comparison.A;
        return $"{DisplayText.Dashed(comparison.Relation.ToString())} ({DisplayText.Kind(comparison.Kind, comparison.Axis)}) {DisplayText.Key(other.Value)}: {comparison.Reasons.FirstOrDefault()?.Sentence}";
    }

    private sealed record ExplainedClaim(Claim Claim, IReadOnlyList<ClaimComparison> Comparisons);
}
