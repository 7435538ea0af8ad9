using System.Globalization;
using System.Text.Json;
using Claims.Core.Comparison;
using Claims.Core.Comparison.Entailment;
using Claims.Core.Grouping;

namespace Claims.Evaluation.Comparison;

/// <summary>
/// Grouping and comparison on sets of pairs: statements with source and time (<c>gold/pairs-gold.jsonl</c>), sentences of
/// whole documents (<c>gold/events-gold.jsonl</c> over <c>data/events</c>), one-word contradictions, news numbers,
/// paraphrases, and the same-event score. A pair is flagged when any claim of the one and any of the other that the
/// grouper would compare come out as a conflict.
/// </summary>
public sealed class ComparisonEvaluator : IEvaluator
{
    private const string Pairs = "gold/pairs-gold.jsonl";
    private const string Events = "gold/events-gold.jsonl";
    private const string Documents = "data/events/ecbplus.jsonl";
    private const string Breaking = "data/nli/breaking-nli.jsonl";
    private const string News = "data/numbers/news-nli.jsonl";
    private const string Reference = "notes/use-lite-reference.json";
    private const string Paraphrases = "data/similarity/sts-dev.csv";

    private readonly StatementReader reader = new();
    private readonly ClaimGrouper grouper = new();
    private readonly ClaimComparer comparer = new();

    /// <inheritdoc/>
    public string Set => "comparison";

    /// <inheritdoc/>
    public Task EvaluateAsync(DataDirectory data, Measurements measurements, IProgress<EvaluationProgress>? progress, CancellationToken cancel)
    {
        (string File, Action<string> Measure)[] parts =
        [
            (Pairs, file => MeasurePairs(file, measurements)),
            (Events, file => MeasureEvents(file, data, measurements)),
            (Documents, file => SameEventScorer.Score(file, measurements)),
            (Breaking, file => MeasureContradictions(file, measurements)),
            (News, file => MeasureNumbers(file, measurements)),
            (Paraphrases, file => MeasureParaphrases(file, measurements)),
            (Paraphrases, file => SimilarityScorer.Score(file, measurements)),
            (Reference, file => EncoderScorer.Score(file, measurements)),
        ];
        for (var i = 0; i < parts.Length; i++)
        {
            cancel.ThrowIfCancellationRequested();
            progress?.Report(new(Set, parts[i].File, (double)i / parts.Length));
            if (!data.Has(parts[i].File))
            {
                measurements.Absent(data.PathOf(parts[i].File));
                continue;
            }

            measurements.StartClock();
            parts[i].Measure(data.PathOf(parts[i].File));
        }

        return Task.CompletedTask;
    }

    private static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private static string? Text(JsonElement row, string field) => row.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private List<ClaimComparison> Compare(IReadOnlyList<ClaimInContext> a, IReadOnlyList<ClaimInContext> b)
    {
        var found = new List<ClaimComparison>();
        foreach (var x in a)
        {
            var affinities = grouper.Score(x, b);
            for (var i = 0; i < b.Count; i++)
            {
                if (affinities[i].Suggests)
                {
                    found.AddRange(comparer.Compare(x, b[i]));
                }
            }
        }

        return found;
    }

    private void MeasurePairs(string file, Measurements measurements)
    {
        var tally = new PairTally("pairs", measurements);
        foreach (var row in JsonLines.Read<JsonElement>(file))
        {
            IReadOnlyList<ClaimInContext> Side(string name)
            {
                var side = row.GetProperty(name);
                return reader.Read($"{name}:{Text(row, "id")}", Text(side, "source") ?? "unknown", Time(Text(side, "published")), Text(side, "text") ?? "");
            }

            tally.Add(Text(row, "id") ?? "", Text(row, "relation") ?? "", Text(row, "axis") ?? Text(row, "kind") ?? "", Compare(Side("a"), Side("b")), Text(row.GetProperty("a"), "text") + " | " + Text(row.GetProperty("b"), "text"));
        }

        tally.Report();
    }

    private void MeasureEvents(string file, DataDirectory data, Measurements measurements)
    {
        if (!data.Has(Documents))
        {
            measurements.Absent(data.PathOf(Documents));
            return;
        }

        var documents = EventDocument.Read(data.PathOf(Documents)).ToDictionary(d => d.Name);
        var claims = new Dictionary<string, IReadOnlyList<ClaimInContext>>();
        var tally = new PairTally("events", measurements);
        foreach (var row in JsonLines.Read<JsonElement>(file))
        {
            IReadOnlyList<ClaimInContext> Side(string name, out string sentence)
            {
                var document = documents[Text(row.GetProperty(name), "doc") ?? ""];
                var span = document.SpanOf(row.GetProperty(name).GetProperty("sentence").GetInt32());
                sentence = span.Of(document.Text);
                if (!claims.TryGetValue(document.Name, out var all))
                {
                    claims[document.Name] = all = reader.Read(document.Name, document.Name, null, document.Text);
                }

                return [.. all.Where(c => c.Claim.Span.Overlaps(span))];
            }

            var (a, b) = (Side("a", out var textA), Side("b", out var textB));
            tally.Add(Text(row, "id") ?? "", Text(row, "relation") ?? "", Text(row, "kind") ?? "", Compare(a, b), textA + " | " + textB);
        }

        tally.Report();
    }

    private void MeasureContradictions(string file, Measurements measurements)
    {
        var tally = new PairTally("one_word", measurements);
        foreach (var row in JsonLines.Read<JsonElement>(file))
        {
            var (a, b) = (Text(row, "sentence1") ?? "", Text(row, "sentence2") ?? "");
            tally.Add("", Text(row, "gold_label") == "contradiction" ? "conflict" : "unrelated", Text(row, "category") ?? "", Compare(reader.Read("a", "A", null, a), reader.Read("b", "B", null, b)), a + " | " + b);
        }

        tally.Report(onlyConflicts: true);
    }

    private static void MeasureNumbers(string file, Measurements measurements)
    {
        var rows = JsonLines.Read<JsonElement>(file);
        var right = 0;
        foreach (var row in rows)
        {
            var (a, b) = (Text(row, "statement1") ?? "", Text(row, "statement2") ?? "");
            var judgement = NumberEntailment.Of(a, b);
            var said = judgement.IsEntailed;
            var entailed = string.Equals(Text(row, "answer"), "entailment", StringComparison.OrdinalIgnoreCase);
            right += said == entailed ? 1 : 0;
            if (said != entailed)
            {
                measurements.Error("news_numbers", $"\"{a}\" | \"{b}\"", entailed ? "entailed" : "neutral", string.Create(CultureInfo.InvariantCulture, $"{(said ? "entailed" : "neutral")}, coverage {judgement.Coverage:0.00}, unsupported: {string.Join(", ", judgement.Unsupported)}"));
            }
        }

        measurements.AddShare("news_numbers", right, rows.Count);
    }

    /// <summary>Tab-separated: genre, file, year, number, score, first sentence, second sentence.</summary>
    private void MeasureParaphrases(string file, Measurements measurements)
    {
        const double Same = 4.5;
        var pairs = File.ReadLines(file).Select(l => l.Split('\t')).Where(f => f.Length >= 7 && double.Parse(f[4], CultureInfo.InvariantCulture) >= Same).ToList();
        var alone = 0;
        foreach (var fields in pairs)
        {
            var conflict = Compare(reader.Read("a", "A", null, fields[5]), reader.Read("b", "B", null, fields[6])).FirstOrDefault(c => c.Relation == Relation.Conflict);
            alone += conflict is null ? 1 : 0;
            if (conflict is not null)
            {
                measurements.Error("paraphrases_left_alone", $"\"{fields[5]}\" | \"{fields[6]}\"", "no conflict", conflict.Reasons[0].Sentence);
            }
        }

        measurements.AddShare("paraphrases_left_alone", alone, pairs.Count);
    }
}
