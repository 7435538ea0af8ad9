using System.CommandLine;
using Claims.Cli.Output;
using Claims.Core.Articles;
using Claims.Core.Comparison;
using Claims.Core.Extraction;
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
        : base("explain", "Show how an article was read: stories, claims, figures, comparisons") => Add(_article);

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

        session.Terminal.Result(new { article, documents, claims }, terminal => Show(terminal, article, documents, claims));
        return ExitCode.Ok;
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

    private static string Reading(Claim claim)
    {
        var lines = new List<string>
        {
            $"{DisplayText.Dashed(claim.Modality.ToString())}{(claim.IsAffirmative ? "" : ", negated")}, worth checking {DisplayText.Percent(claim.CheckWorthiness)}",
        };
        if (!claim.Attribution.Links.IsEmpty)
        {
            lines.Add("said by " + string.Join(" ← ", claim.Attribution.Links.Select(link => link.Name)));
        }

        if (claim.Subject is not null || claim.Predicate is not null)
        {
            lines.Add($"{claim.Subject ?? "?"} | {claim.Predicate ?? "?"} | {string.Join("; ", claim.Objects)}");
        }

        lines.AddRange(claim.Quantities.Select(quantity =>
            $"{quantity.Text}: {quantity.Best} {quantity.Unit}{quantity.Counted} {quantity.Role}{(quantity.Coverage is null ? "" : $" ({quantity.Coverage})")}".TrimEnd()));
        return string.Join('\n', lines);
    }

    private static string Line(ClaimId claim, ClaimComparison comparison)
    {
        var other = comparison.A == claim ? comparison.B : comparison.A;
        return $"{DisplayText.Dashed(comparison.Relation.ToString())} ({DisplayText.Kind(comparison.Kind, comparison.Axis)}) {DisplayText.Key(other.Value)}: {comparison.Reasons.FirstOrDefault()?.Sentence}";
    }

    private sealed record ExplainedClaim(Claim Claim, IReadOnlyList<ClaimComparison> Comparisons);
}
