using Claims.Core.Articles;
using Claims.Core.Comparison;
using Claims.Core.Extraction;
using Claims.Core.Grouping;
using Claims.Storage;
using Claims.Storage.Grouping;
using Claims.Storage.Work;

namespace Claims.Web.Tests.Seeding;

/// <summary>A small invented newsroom, written through the stores as the workers do, with conflicts of several kinds and hostile text.</summary>
internal sealed class SeededNewsroom
{
    /// <summary>A script that must never run, as a publisher of ill will would write it.</summary>
    public const string Script = "<script>document.title='run'</script><img src=x onerror=\"document.title='run'\">";

    private const string Override = "\u202E18\u202C";

    private readonly List<SeededArticle> articles = [];
    private readonly List<ClaimComparison> comparisons = [];
    private readonly List<ClaimLink> links = [];

    /// <summary>All conflicts, in no order.</summary>
    public IReadOnlyList<ClaimComparison> Conflicts => comparisons;

    /// <summary>All articles.</summary>
    public IReadOnlyList<SeededArticle> Articles => articles;

    /// <summary>Five conflicts among ordinary pages.</summary>
    public static SeededNewsroom Ordinary()
    {
        var newsroom = new SeededNewsroom();
        var day = new DateTimeOffset(2031, 5, 4, 9, 30, 0, TimeSpan.Zero);
        var courier = newsroom.Add(new(
            "Velmar Courier", SourceKind.Outlet, "Ferry sinks off Port Velmar", day, "https://courier.velmar.example/ferry",
            "The ferry Anselma went down in heavy seas on Saturday. At least 18 people were killed, the harbour master said. Divers went on searching through the night.",
            "~The Anselma in the harbour last year. Picture: Velmar Courier",
            "The mayor has resigned over the sinking. The Karsin brigade kept out of the fighting at the border all week.",
            "The opposition will take part in the May election."));
        var agency = newsroom.Add(new(
            "Northline", SourceKind.Agency, "Toll of Velmar ferry disaster rises", day.AddHours(6), "https://northline.example/velmar-ferry",
            "PORT VELMAR - Thirty-one people died when the ferry Anselma capsized on Saturday, the coast guard said.",
            "The mayor has not resigned, her office said on Sunday. Fighters of the Karsin brigade attacked two border posts on Friday.",
            "The opposition will boycott the May election, its leader told reporters."));
        var ministry = newsroom.Add(new(
            "Ministry of the Interior", SourceKind.Government, "Statement on the ferry Anselma", day.AddHours(9), "https://interior.example/statement",
            "The Ministry confirms that 24 citizens lost their lives on the Anselma."));

        var toll = courier.Claim("At least 18 people were killed, the harbour master said.", "the harbour master", "At least 18", 18);
        var higher = agency.Claim("Thirty-one people died when the ferry Anselma capsized on Saturday, the coast guard said.", "the coast guard", "Thirty-one", 31);
        var official = ministry.Claim("24 citizens lost their lives on the Anselma", null, "24", 24);
        newsroom.Conflict(ConflictKind.Count, 0.95, 0.92, "18 or 31 people killed on the ferry Anselma", toll, higher, ("At least 18", "Thirty-one"), ("killed", "died"));
        newsroom.Conflict(ConflictKind.Count, 0.9, 0.8, "24 or 31 people killed on the ferry Anselma", official, higher, ("24", "Thirty-one"), ("lost their lives", "died"));
        newsroom.Conflict(
            ConflictKind.Polarity, 0.6, 0.9, "The mayor resigned, or did not",
            courier.Claim("The mayor has resigned over the sinking."), agency.Claim("The mayor has not resigned, her office said on Sunday.", "her office"),
            ("has resigned", "has not resigned"), ("The mayor", "The mayor"));
        newsroom.Conflict(
            ConflictKind.Description, 0.8, 0.75, "The Karsin brigade stayed out, or attacked",
            courier.Claim("The Karsin brigade kept out of the fighting at the border all week."), agency.Claim("Fighters of the Karsin brigade attacked two border posts on Friday."),
            ("kept out of the fighting", "attacked"), ("Karsin brigade", "Karsin brigade"));
        newsroom.Conflict(
            ConflictKind.Participation, 0.5, 0.85, "The opposition takes part in the May election, or boycotts it",
            courier.Claim("The opposition will take part in the May election."), agency.Claim("The opposition will boycott the May election, its leader told reporters.", "its leader"),
            ("take part in", "boycott"), ("May election", "May election"));
        return newsroom;
    }

    /// <summary>Two pages whose every text is hostile: markup, direction overrides, characters that cannot be seen, a word of a megabyte.</summary>
    public static SeededNewsroom Hostile()
    {
        var newsroom = new SeededNewsroom();
        var word = new string('w', 1_000_000);
        var a = newsroom.Add(new(
            $"Evil {Script}", SourceKind.Outlet, $"Headline {Script} \u202Eoverride", null, $"javascript:alert(1)//{Script}",
            $"Some {Override} people were killed {Script} at Port\u0001Velmar {word} end.", $"\u0001\u0007{word}", "\uD800 lone half of a pair"));
        var b = newsroom.Add(new(
            "\u202Egnorw", SourceKind.Account, "شمال\u202E خط", new(2031, 5, 4, 0, 0, 0, TimeSpan.Zero), "https://evil.example/?q=\"><script>",
            $"Forty-one & <b>more</b> were killed {Script} at Port Velmar."));
        var first = a.Claim(a.Article.Text[..a.Document.Blocks[0].Span.Length], $"speaker {Script}");
        var second = b.Claim(b.Article.Text[..b.Document.Blocks[0].Span.Length], "\u202Erekaeps");
        newsroom.Conflict(ConflictKind.Count, 0.9, 0.9, $"Figures {Script} \0 differ \u202E", first, second, (Override, "Forty-one & <b>more</b>"), ("killed", "killed"));
        return newsroom;
    }

    /// <summary>Many conflicts of the same make, to fill pages.</summary>
    public static SeededNewsroom Many(int conflicts)
    {
        var newsroom = new SeededNewsroom();
        var day = new DateTimeOffset(2031, 1, 1, 0, 0, 0, TimeSpan.Zero);
        for (var i = 0; i < conflicts; i++)
        {
            var a = newsroom.Add(new("Velmar Courier", SourceKind.Outlet, $"Storm {i} hits", day.AddDays(i), $"https://courier.velmar.example/{i}", $"Storm number {i} killed 4 people."));
            var b = newsroom.Add(new("Northline", SourceKind.Agency, $"Storm {i} toll", day.AddDays(i), $"https://northline.example/{i}", $"Nine people died in storm number {i}."));
            newsroom.Conflict(
                ConflictKind.Count, 0.5 + (0.4 * i / conflicts), 0.9, $"4 or 9 people killed in storm {i}",
                a.Claim($"Storm number {i} killed 4 people."), b.Claim($"Nine people died in storm number {i}."), ("4", "Nine"), ("killed", "died"));
        }

        return newsroom;
    }

    /// <summary>Writes everything as the workers do: captures, what was read in them, what comparing gave. Twice has the effect of once.</summary>
    public async Task StoreAsync(IClaimsDatabase database)
    {
        var cancel = TestContext.Current.CancellationToken;
        var added = await database.Articles.AddAsync([.. articles.Select(a => a.Article)], cancel);
        if (!added.Any(a => a.Added))
        {
            await database.Work.RequeueAsync([.. articles.Select(a => a.Article.Id.Value)], WorkStage.Extract, cancel);
        }

        foreach (var stage in new[] { WorkStage.Extract, WorkStage.Compare })
        {
            IReadOnlyList<WorkLease> leases;
            while ((leases = await database.Work.LeaseAsync("seed", [stage], 100, TimeSpan.FromMinutes(5), cancel)).Count > 0)
            {
                foreach (var lease in leases)
                {
                    await (stage == WorkStage.Extract ? SaveExtractionAsync(database, lease) : SaveComparisonsAsync(database, lease));
                }
            }
        }
    }

    private SeededArticle Add(SeededArticle article)
    {
        articles.Add(article);
        return article;
    }

    private void Conflict(ConflictKind kind, double severity, double confidence, string sentence, Claim x, Claim y, (string X, string Y) differ, (string X, string Y) share)
    {
        var swap = string.CompareOrdinal(x.Id.Value, y.Id.Value) > 0;
        var (a, b) = swap ? (y, x) : (x, y);
        (string A, string B) Sides((string X, string Y) words) => swap ? (words.Y, words.X) : words;
        var (differsA, differsB) = Sides(differ);
        var (sharedA, sharedB) = Sides(share);
        comparisons.Add(new()
        {
            Id = ClaimComparison.IdOf(a.Id, b.Id, kind),
            A = a.Id,
            B = b.Id,
            Relation = Relation.Conflict,
            Kind = kind,
            Axis = kind == ConflictKind.Description ? "restraint" : null,
            Severity = severity,
            Confidence = confidence,
            Reasons =
            [
                new("seed.differs", sentence, Span(a, differsA), Span(b, differsB), differsA, differsB),
                new("seed.shared", "Both speak of the same thing.", Span(a, sharedA), Span(b, sharedB), share.X, share.X),
            ],
        });
        links.Add(new(a.Id, b.Id, 0.9));
    }

    private TextSpan Span(Claim claim, string words)
    {
        var text = articles.First(a => a.Article.Id == claim.ArticleId).Article.Text;
        return new(text.IndexOf(words, claim.Span.Start, StringComparison.Ordinal), words.Length);
    }

    private Task SaveExtractionAsync(IClaimsDatabase database, WorkLease lease)
    {
        var extracted = articles.First(a => a.Article.Id.Value == lease.Subject).Extracted;
        return database.Claims.SaveExtractionAsync(extracted, new Dictionary<ClaimId, IReadOnlyList<IndexKey>>(), lease, TestContext.Current.CancellationToken);
    }

    private Task<Storage.Comparison.ComparisonCounts> SaveComparisonsAsync(IClaimsDatabase database, WorkLease lease)
    {
        var ids = articles.First(a => a.Article.Id.Value == lease.Subject).Extracted.Claims.Select(c => c.Id).ToHashSet();
        return database.Conflicts.SaveComparisonsAsync(
            new(
                new(lease.Subject), "seed 1",
                [.. links.Where(l => ids.Contains(l.A) || ids.Contains(l.B))],
                [.. comparisons.Where(c => ids.Contains(c.A) || ids.Contains(c.B))]),
            lease,
            TestContext.Current.CancellationToken);
    }
}
