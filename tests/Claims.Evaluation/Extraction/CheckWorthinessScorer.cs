using System.Text.Json;
using Claims.Core.Articles;
using Claims.Core.Extraction;
using Claims.Core.Language;

namespace Claims.Evaluation.Extraction;

/// <summary>
/// Which sentences are worth checking, on as many of either label: average precision of the score, and F1 at the threshold
/// that the product uses. The score is not learned from this set; its terms allow measuring only.
/// </summary>
internal static class CheckWorthinessScorer
{
    private sealed record Row(int Label, string Text);

    private static readonly JsonSerializerOptions Options = new() { PropertyNameCaseInsensitive = true };

    public static void Score(string file, Measurements measurements, CancellationToken cancel)
    {
        List<Row> rows;
        try
        {
            rows = JsonSerializer.Deserialize<List<Row>>(File.ReadAllText(file), Options) ?? [];
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{file}: {e.Message}", e);
        }

        // Balanced: every sentence of the rarer label, and as many of the other, evenly spread over the file.
        var worth = rows.Where(row => row.Label == 1 && row.Text is not null).ToList();
        var idle = rows.Where(row => row.Label != 1 && row.Text is not null).ToList();
        var size = Math.Min(worth.Count, idle.Count);
        if (size == 0)
        {
            measurements.Note("check_worthiness: the set lacks one of the labels");
            return;
        }

        var scored = new List<(double Score, bool IsWorth)>();
        foreach (var (list, isWorth) in new[] { (worth, true), (idle, false) })
        {
            for (var i = 0; i < size; i++)
            {
                cancel.ThrowIfCancellationRequested();
                scored.Add((ScoreOf(list[(int)((long)i * list.Count / size)].Text), isWorth));
            }
        }

        scored.Sort((a, b) => b.Score.CompareTo(a.Score));
        double precisions = 0;
        var hits = 0;
        for (var i = 0; i < scored.Count; i++)
        {
            if (scored[i].IsWorth)
            {
                hits++;
                precisions += (double)hits / (i + 1);
            }
        }

        var flagged = scored.Count(row => row.Score >= CheckWorthinessThreshold.Default);
        var right = scored.Count(row => row.Score >= CheckWorthinessThreshold.Default && row.IsWorth);
        measurements.Add("check_worthiness_f1", right == 0 ? 0 : 2.0 * right / (flagged + size), scored.Count);
        measurements.Add("check_worthiness_ap", precisions / size, scored.Count);
    }

    // A sentence is as worth checking as the best of its claims.
    private static double ScoreOf(string text)
    {
        var article = new Article
        {
            Id = Article.IdOf("urn:evaluation", text),
            Url = "urn:evaluation",
            Source = Source.Named("evaluation"),
            Fetched = DateTimeOffset.UnixEpoch,
            ContentHash = text,
            Text = text,
            Blocks = [new TextBlock(new TextSpan(0, text.Length), BlockKind.Paragraph)],
        };
        var claims = new ClaimExtractor(LanguageAnalyzer.Default).Extract(article).Claims;
        return claims.IsEmpty ? 0 : claims.Max(claim => claim.CheckWorthiness);
    }
}
