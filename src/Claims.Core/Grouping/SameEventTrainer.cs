using System.Text.Json;
using Claims.Core.Articles;
using Claims.Core.Comparison;
using Claims.Core.Extraction;
using Claims.Core.Identity;

namespace Claims.Core.Grouping;

/// <summary>Fits the same-event score on the event set (<c>data/events/ecbplus.jsonl</c>), read by the product's own extraction.</summary>
/// <param name="extractor">Reads claims from its documents.</param>
public sealed class SameEventTrainer(ClaimExtractor extractor)
{
    /// <summary>Share of the pairs within a topic that are not one event which is used: there are about two for each that is.</summary>
    private const double WithinShare = 0.35;

    /// <summary>Share of the pairs across topics that is used.</summary>
    private const double AcrossShare = 0.03;

    /// <summary>Claims of a sentence that are looked at.</summary>
    private const int MostClaims = 4;

    private const int Seed = 7;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Weights fitted on all topics of the file; the same file gives the same weights.</summary>
    /// <param name="file">JSON lines: a document each, with the events that its sentences mention.</param>
    public SameEventWeights Train(string file)
    {
        var sentences = File.ReadLines(file).SelectMany(Sentences).ToList();
        var random = new Random(Seed);
        var pairs = new List<(double[] Features, bool IsSame)>();
        for (var i = 0; i < sentences.Count; i++)
        {
            for (var j = i + 1; j < sentences.Count; j++)
            {
                var (a, b) = (sentences[i], sentences[j]);
                if (a.Document == b.Document || a.Claims.Count == 0 || b.Claims.Count == 0)
                {
                    continue;
                }

                var same = a.Events.Overlaps(b.Events);
                if (same || random.NextDouble() < (a.Topic == b.Topic ? WithinShare : AcrossShare))
                {
                    // The pair of claims that is most alike stands for the two sentences.
                    pairs.Add((a.Claims.SelectMany(x => b.Claims.Select(y => SameEventModel.Features(x, y))).MaxBy(f => f[0])!, same));
                }
            }
        }

        var fitted = SameEventModel.Fit(pairs);
        return new(Math.Round(fitted.Bias, 4), [.. fitted.Weights.Select(w => Math.Round(w, 4))]);
    }

    /// <summary>Writes weights as JSON.</summary>
    public static void Save(SameEventWeights weights, Stream stream)
    {
        JsonSerializer.Serialize(stream, weights, Options);
        stream.WriteByte((byte)'\n');
    }

    private IEnumerable<(string Document, string Topic, HashSet<string> Events, List<ClaimInContext> Claims)> Sentences(string line)
    {
        using var json = JsonDocument.Parse(line);
        var row = json.RootElement;
        var rows = row.GetProperty("sentences").EnumerateArray().ToList();
        var text = string.Join('\n', rows.Select(s => s.GetProperty("text").GetString()));
        var name = row.GetProperty("doc").ToString();
        var hash = ContentId.Of(text);
        var article = new Article
        {
            Id = Article.IdOf(name, hash),
            Url = name,
            Source = Source.Named(name),
            Fetched = DateTimeOffset.UnixEpoch,
            ContentHash = hash,
            Text = text,
        };
        var read = extractor.Extract(article);
        var documents = read.Documents.ToDictionary(d => d.Id);
        var claims = read.Claims.Select(c => new ClaimInContext(c, article.Source, documents[c.DocumentId].Published, documents[c.DocumentId].Title)).ToList();
        var found = new List<(string, string, HashSet<string>, List<ClaimInContext>)>();
        var start = 0;
        foreach (var sentence in rows)
        {
            var span = new TextSpan(start, sentence.GetProperty("text").GetString()!.Length);
            start = span.End + 1;
            if (sentence.GetProperty("annotated").GetBoolean())
            {
                found.Add((name, row.GetProperty("topic").ToString(), [.. sentence.GetProperty("events").EnumerateArray().Select(e => e.ToString())], [.. claims.Where(c => c.Claim.Span.Overlaps(span)).Take(MostClaims)]));
            }
        }

        return found;
    }
}
