using System.Collections.Immutable;
using System.Text.Json;
using Claims.Core.Articles;
using Claims.Core.Comparison;
using Claims.Core.Extraction;
using Claims.Evaluation;
using Claims.Evaluation.Articles;
using Claims.Evaluation.Newsroom;
using Claims.Evaluation.Pipeline;
using Xunit;

namespace Claims.Cli.Tests.Evaluation;

public sealed class EvaluationRunnerTests : IDisposable
{
    private const string TextA = "Nine miners died at Osk pit. Read our newsletter. Talks were held.";
    private const string TextB = "Twelve miners died at Osk pit, said Ana Lorn.";

    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("claims-evaluation-tests-");

    public void Dispose() => directory.Delete(recursive: true);

    [Fact]
    public async Task RunAsync_CountsAPairAsFlagged_WhenAQueuedConflictJoinsClaimsOverBothQuotes()
    {
        WritePages();
        Write("gold/articles-gold.jsonl", """
            {"id":"1","relation":"conflict","kind":"casualties","a":{"article":"a.txt","quote":"Nine miners"},"b":{"article":"b.txt","quote":"Twelve miners"},"why":"9 or 12"}
            {"id":"2","relation":"unrelated","kind":"time","a":{"article":"a.txt","quote":"Talks were held"},"b":{"article":"b.txt","quote":"Twelve miners"},"why":"talks"}
            """);

        var result = await RunAsync(Outcome(queued: true));

        Assert.Equal(1, Value(result, "articles/conflicts_flagged"));
        Assert.Equal(1, Value(result, "articles/conflict_recall"));
        Assert.Equal(1, Value(result, "articles/conflict_precision/casualties"));
        Assert.Equal(0, Value(result, "articles/unrelated_flagged"));
        Assert.Equal(1, Value(result, "articles/queue"));
        Assert.Equal(0, Value(result, "articles/queue_in_no_pair"));
    }

    [Fact]
    public async Task RunAsync_DoesNotCountAConflictOutsideTheQueue()
    {
        WritePages();
        Write("gold/articles-gold.jsonl", """{"id":"1","relation":"conflict","kind":"casualties","a":{"article":"a.txt","quote":"Nine miners"},"b":{"article":"b.txt","quote":"Twelve miners"},"why":""}""");

        var result = await RunAsync(Outcome(queued: false));

        Assert.Equal(0, Value(result, "articles/conflict_recall"));
        Assert.Contains("outside the queue", Assert.Single(result.Errors).Found);
    }

    [Fact]
    public async Task RunAsync_MeasuresStructure()
    {
        WritePages();
        Write("gold/articles-structure.jsonl", """
            {"article":"a.txt","documents":[{"source":null,"title":"Osk pit","begins":"Nine miners"}],"not_claims":["Read our newsletter."],"repeated":["Nine miners"],"published":"Mar 3, 2026"}
            {"article":"b.txt","documents":[{"source":"Osk Post","title":null,"begins":"Twelve miners"}],"not_claims":["Twelve miners"],"attributions":[{"quote":"Twelve miners died","speaker":"Lorn"}]}
            """);

        var result = await RunAsync(Outcome(queued: true));

        Assert.Equal(1, Value(result, "articles/stories"));
        Assert.Equal(0.5, Value(result, "articles/story_sources"));
        Assert.Equal(0.5, Value(result, "articles/not_claims_clean"));
        Assert.Equal(1, Value(result, "articles/repeated_once"));
        Assert.Equal(1, Value(result, "articles/attributions"));
        Assert.Equal(1, Value(result, "articles/published"));
    }

    [Fact]
    public async Task RunAsync_ExitsWithOne_WhenAMetricIsUnderItsFloor()
    {
        WritePages();
        Write("gold/articles-gold.jsonl", """{"id":"1","relation":"conflict","kind":"casualties","a":{"article":"a.txt","quote":"Nine miners"},"b":{"article":"b.txt","quote":"Twelve miners"},"why":""}""");
        Write("floors.json", """{"articles/conflict_recall": 0.5}""");

        Assert.Equal(1, (await RunAsync(Outcome(queued: false))).ExitCode);
        Assert.Equal(0, (await RunAsync(Outcome(queued: true))).ExitCode);
    }

    [Fact]
    public async Task RunAsync_NamesWhatIsAbsent()
    {
        var result = await RunAsync(Outcome(queued: true));

        Assert.Empty(result.Metrics);
        Assert.Contains(result.Absent, a => a.StartsWith("articles: ", StringComparison.Ordinal) && a.Contains(directory.FullName, StringComparison.Ordinal));
    }

    [Fact]
    public async Task RunAsync_NamesFileAndLine_WhenALineIsNoObject()
    {
        WritePages();
        Write("gold/articles-gold.jsonl", "{\"id\":\"1\"");

        var e = await Assert.ThrowsAsync<InvalidDataException>(() => RunAsync(Outcome(queued: true)));

        Assert.Contains("articles-gold.jsonl, line 1", e.Message);
    }

    [Fact]
    public async Task RunAsync_FindsNewsroomArticlesByUrlAndTime()
    {
        Write("newsroom/articles.jsonl", "{}");
        Write("newsroom/conflicts.jsonl", """{"id":"1","relation":"conflict","kind":"casualties","a":{"article":"file:///in/a.txt|2026-03-03T10:00:00Z","quote":"Nine miners"},"b":{"article":"file:///in/b.txt|2026-03-03T12:00:00Z","quote":"Twelve miners"},"why":""}""");

        var result = await RunAsync(Outcome(queued: true), "newsroom");

        Assert.Equal(1, Value(result, "newsroom/conflict_recall"));
    }

    [Fact]
    public async Task ToJson_IsOneObjectByMetric()
    {
        WritePages();
        var result = await RunAsync(Outcome(queued: true));

        using var json = JsonDocument.Parse(result.ToJson());
        var metric = json.RootElement.GetProperty("articles/claims");
        Assert.Equal(["value", "n", "floor", "seconds"], metric.EnumerateObject().Select(p => p.Name));
        Assert.Equal(JsonValueKind.Null, metric.GetProperty("floor").ValueKind);
    }

    [Fact]
    public async Task RunAsync_RefusesASetThatIsNot()
    {
        var e = await Assert.ThrowsAsync<ArgumentException>(() => RunAsync(Outcome(queued: true), "poems"));
        Assert.Contains("articles, newsroom", e.Message);
    }

    private Task<EvaluationResult> RunAsync(PipelineOutcome outcome, string set = "articles")
    {
        var pipeline = new FixedPipeline(outcome);
        var runner = new EvaluationRunner([new ArticlesEvaluator(pipeline), new NewsroomEvaluator(pipeline)]);
        return runner.RunAsync(new EvaluationRequest { Set = set, DataDirectory = directory.FullName, FloorsFile = Path.Combine(directory.FullName, "floors.json") });
    }

    private static double Value(EvaluationResult result, string metric) => Assert.Single(result.Metrics, m => m.Name == metric).Value;

    private void WritePages()
    {
        Write("articles/a.txt", TextA);
        Write("articles/b.txt", TextB);
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(directory.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private static PipelineOutcome Outcome(bool queued)
    {
        var a = Page("a.txt", TextA, "2026-03-03T10:00:00Z");
        var b = Page("b.txt", TextB, "2026-03-03T12:00:00Z");
        var nine = ClaimOf(a, "Nine miners died at Osk pit.");
        var talks = ClaimOf(a, "Talks were held.");
        var twelve = ClaimOf(b, TextB) with
        {
            Attribution = new([new("Ana Lorn", null, "said")], false),
        };
        var first = string.CompareOrdinal(nine.Id.Value, twelve.Id.Value) < 0;
        var conflict = new ClaimComparison
        {
            Id = ClaimComparison.IdOf(nine.Id, twelve.Id, ConflictKind.Count),
            A = first ? nine.Id : twelve.Id,
            B = first ? twelve.Id : nine.Id,
            Relation = Relation.Conflict,
            Kind = ConflictKind.Count,
            Reasons = [new("count.disjoint", "9 and 12")],
        };
        return new(
            [a, b],
            new Dictionary<ArticleId, IReadOnlyList<Document>> { [a.Id] = [Story(a, "Osk pit")], [b.Id] = [Story(b, null)] },
            new Dictionary<ArticleId, IReadOnlyList<ClaimInContext>>
            {
                [a.Id] = [new(nine, a.Source, a.Published, null), new(talks, a.Source, a.Published, null)],
                [b.Id] = [new(twelve, b.Source, b.Published, null)],
            },
            [conflict],
            new HashSet<ConflictId>(queued ? [conflict.Id] : []),
            []);
    }

    private static Article Page(string file, string text, string published) => new()
    {
        Id = Article.IdOf("file:///in/" + file, file),
        Url = "file:///in/" + file,
        Source = Source.Named(file, SourceKind.File),
        Published = DateTimeOffset.Parse(published),
        Fetched = DateTimeOffset.Parse(published),
        ContentHash = file,
        Text = text,
    };

    private static Document Story(Article article, string? title) => new()
    {
        Id = Document.IdOf(article.Id, 0),
        ArticleId = article.Id,
        Ordinal = 0,
        Span = new(0, article.Text.Length),
        Title = title,
        Blocks = [new(new(0, article.Text.Length), BlockKind.Paragraph)],
    };

    private static Claim ClaimOf(Article article, string quote)
    {
        var span = new TextSpan(article.Text.IndexOf(quote, StringComparison.Ordinal), quote.Length);
        var document = Document.IdOf(article.Id, 0);
        return new()
        {
            Id = Claim.IdOf(document, span),
            DocumentId = document,
            ArticleId = article.Id,
            Ordinal = 0,
            Span = span,
            Sentence = span,
            Quote = quote,
            Text = quote,
        };
    }

    private sealed class FixedPipeline(PipelineOutcome outcome) : IPipelineUnderTest
    {
        public Task<PipelineOutcome> RunAsync(IReadOnlyList<string> inputs, Action<string, double> progress, CancellationToken cancel) => Task.FromResult(outcome);
    }
}
