using System.Text.Json;
using AngleSharp.Html.Parser;
using Claims.Core.Articles.Html;
using Claims.Core.Articles.Reading;

namespace Claims.Evaluation.Pages;

/// <summary>
/// Main text and metadata of web pages: <c>data/html/readability-test-pages/test-pages/NAME/</c> with <c>source.html</c>,
/// <c>expected.html</c> and <c>expected-metadata.json</c>. Needs no pipeline.
/// </summary>
public sealed class PagesEvaluator : IEvaluator
{
    private const string Folder = "data/html/readability-test-pages/test-pages";

    /// <summary>Pages under this are listed as errors; the mean is the figure.</summary>
    private const double WorthLooking = 0.9;

    /// <inheritdoc/>
    public string Set => "extraction";

    /// <inheritdoc/>
    public Task EvaluateAsync(DataDirectory data, Measurements measurements, IProgress<EvaluationProgress>? progress, CancellationToken cancel)
    {
        if (!data.Has(Folder))
        {
            measurements.Absent(data.PathOf(Folder));
            return Task.CompletedTask;
        }

        measurements.StartClock();
        var pages = Directory.GetDirectories(data.PathOf(Folder)).Where(d => File.Exists(Path.Combine(d, "source.html")) && File.Exists(Path.Combine(d, "expected.html"))).Order(StringComparer.Ordinal).ToList();
        var tally = new Tally();
        foreach (var page in pages)
        {
            cancel.ThrowIfCancellationRequested();
            Measure(page, tally, measurements);
            progress?.Report(new(Set, "pages", (double)tally.Pages / pages.Count));
        }

        if (tally.Pages > 0)
        {
            measurements.Add("page_text_f1", tally.F1 / tally.Pages, tally.Pages);
            measurements.AddShare("page_titles", tally.RightTitles, tally.Titles);
            measurements.AddShare("page_published", tally.RightDates, tally.Dates);
        }

        return Task.CompletedTask;
    }

    private static void Measure(string folder, Tally tally, Measurements measurements)
    {
        var name = Path.GetFileName(folder);
        var found = MainContent.Read(File.ReadAllText(Path.Combine(folder, "source.html")), out var problem);
        var expected = new HtmlParser().ParseDocument(File.ReadAllText(Path.Combine(folder, "expected.html")));
        var f1 = Shingles.F1(found?.Text ?? "", VisibleText.Of(expected));
        tally.Pages++;
        tally.F1 += f1;
        if (f1 < WorthLooking)
        {
            measurements.Error("page_text_f1", name, "the page's main text", problem ?? $"text with F1 {f1:0.000}");
        }

        var metadata = Path.Combine(folder, "expected-metadata.json");
        if (!File.Exists(metadata))
        {
            return;
        }

        using var json = JsonDocument.Parse(File.ReadAllText(metadata));
        if (Text(json.RootElement, "title") is { } title)
        {
            tally.Titles++;
            var isRight = found?.Title is { } own && Words(own) == Words(title);
            tally.RightTitles += isRight ? 1 : 0;
            if (!isRight)
            {
                measurements.Error("page_titles", name, title, found?.Title ?? "no title");
            }
        }

        if (Text(json.RootElement, "publishedTime") is { } written && PublishedDate.TryParse(written, out var published))
        {
            tally.Dates++;
            var isRight = found?.Published == published;
            tally.RightDates += isRight ? 1 : 0;
            if (!isRight)
            {
                measurements.Error("page_published", name, written, found?.Published?.ToString("o") ?? "no date");
            }
        }
    }

    private static string Words(string title) => string.Join(' ', title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string? Text(JsonElement element, string property) =>
        element.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    private sealed class Tally
    {
        public int Pages { get; set; }

        public double F1 { get; set; }

        public int Titles { get; set; }

        public int RightTitles { get; set; }

        public int Dates { get; set; }

        public int RightDates { get; set; }
    }
}
