using System.Globalization;
using System.Text.Encodings.Web;
using Claims.Core.Comparison;
using Claims.Core.Extraction;
using Microsoft.AspNetCore.Html;

namespace Claims.Web.Presentation;

/// <summary>One figure at the time it was published.</summary>
/// <param name="Claim">The claim that states it.</param>
/// <param name="Quantity">The figure.</param>
/// <param name="Published">When.</param>
/// <param name="IsSuperseded">Whether a later figure replaced it.</param>
public sealed record FigurePoint(ClaimInContext Claim, Quantity Quantity, DateTimeOffset Published, bool IsSuperseded);

/// <summary>
/// The figures of one count over time, as a drawing made on the server; the page has the same as a table. A dot is what a
/// reader takes from the words, a bar what the words allow ("between 200 and 250"), a hollow dot a figure that was replaced.
/// </summary>
public sealed class FigureTimeline : IHtmlContent
{
    private const int Width = 720, Height = 220, Left = 84, Right = 16, Top = 20, Bottom = 40;

    private static readonly double[] NiceSteps = [1, 2, 4, 5, 10];

    private FigureTimeline(string role, IReadOnlyList<FigurePoint> points) => (Role, Points) = (role, points);

    /// <summary>What happened to those counted ("killed").</summary>
    public string Role { get; }

    /// <summary>The figures by time of publication.</summary>
    public IReadOnlyList<FigurePoint> Points { get; }

    /// <summary>Whether every figure here was replaced, by one that is told in other words or of another group.</summary>
    public bool AllReplaced => Points.All(p => p.IsSuperseded);

    /// <summary>Least, middle (median) and greatest figure that stands; of all when none does.</summary>
    public (double Low, double Middle, double High) Spread
    {
        get
        {
            var standing = Points.Where(p => AllReplaced || !p.IsSuperseded).Select(p => p.Quantity.Best).Order().ToList();
            return (standing[0], standing[standing.Count / 2], standing[^1]);
        }
    }

    /// <summary>The count that most claims state, or null when fewer than two dated claims share one.</summary>
    /// <param name="claims">Claims about the same thing.</param>
    /// <param name="superseded">Those whose figure a later one replaced.</param>
    public static FigureTimeline? Of(IEnumerable<ClaimInContext> claims, IReadOnlySet<ClaimId> superseded)
    {
        var count = claims
            .Where(c => c.Published is not null)
            .SelectMany(c => c.Claim.Quantities
                .Where(q => q is { Kind: QuantityKind.Count, Role: not null, IsPart: false, Coverage: null } && double.IsFinite(q.Best))
                .DistinctBy(q => q.Role)
                .Select(q => new FigurePoint(c, q, c.Published!.Value, superseded.Contains(c.Claim.Id))))
            .GroupBy(p => p.Quantity.Role!)
            .MaxBy(g => (g.Count(), g.Key), Comparer<(int Count, string Role)>.Create((x, y) => x.Count != y.Count ? x.Count.CompareTo(y.Count) : string.CompareOrdinal(y.Role, x.Role)));
        return count?.Count() > 1 ? new(count.Key, [.. count.OrderBy(p => p.Published).ThenBy(p => p.Claim.Claim.Id.Value, StringComparer.Ordinal)]) : null;
    }

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var (from, to) = (Points[0].Published, Points[^1].Published);
        var top = NiceTop(Points.Max(p => Math.Max(p.Quantity.Best, double.IsFinite(p.Quantity.Upper) ? p.Quantity.Upper : 0)));
        double X(DateTimeOffset at) => to == from ? (Left + Width - Right) / 2.0 : Left + ((Width - Left - Right) * ((at - from) / (to - from)));
        double Y(double value) => Height - Bottom - ((Height - Top - Bottom) * Math.Clamp(value / top, 0, 1));

        Write(writer, $"<svg class=\"timeline\" viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"");
        encoder.Encode(writer, $"{Points.Count} figures for {OutsideText.Visible(Role)} over time, {Spread.Low:N0} to {Spread.High:N0}; the table below has them");
        writer.Write("\">");
        foreach (var value in new[] { 0, top / 2, top })
        {
            Write(writer, $"<line class=\"grid\" x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{Y(value):0.#}\" y2=\"{Y(value):0.#}\"/><text x=\"{Left - 8}\" y=\"{Y(value) + 4:0.#}\" text-anchor=\"end\">{value:N0}</text>");
        }

        var format = from.UtcDateTime.Date == to.UtcDateTime.Date ? "d MMM, HH:mm" : "d MMM yyyy";
        WriteDay(writer, from, format, to == from ? X(from) : Left, to == from ? "middle" : "start");
        if (to != from)
        {
            WriteDay(writer, to, format, Width - Right, "end");
        }

        foreach (var point in Points)
        {
            var (x, low, high) = (X(point.Published), point.Quantity.Lower, point.Quantity.Upper);
            if (double.IsFinite(low) && double.IsFinite(high) && high > low)
            {
                Write(writer, $"<line class=\"range\" x1=\"{x:0.#}\" x2=\"{x:0.#}\" y1=\"{Y(low):0.#}\" y2=\"{Y(high):0.#}\"/>");
            }

            Write(writer, $"<circle class=\"{(point.IsSuperseded ? "replaced" : "stands")}\" cx=\"{x:0.#}\" cy=\"{Y(point.Quantity.Best):0.#}\" r=\"5\"><title>");
            encoder.Encode(writer, $"{OutsideText.Visible(point.Claim.Source.Name)}: {OutsideText.Visible(point.Quantity.Text)}");
            writer.Write("</title></circle>");
        }

        writer.Write("</svg>");
    }

    private static void WriteDay(TextWriter writer, DateTimeOffset at, string format, double x, string anchor) =>
        Write(writer, $"<text x=\"{x:0.#}\" y=\"{Height - 10}\" text-anchor=\"{anchor}\">{at.UtcDateTime.ToString(format, CultureInfo.InvariantCulture)}</text>");

    /// <summary>The least of 1, 2, 4, 5, 10 times a power of ten that is not below the value; its half is then round too.</summary>
    private static double NiceTop(double value)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(value, 1))));
        return NiceSteps.Select(step => step * power).First(top => top >= value * 0.999);
    }

    private static void Write(TextWriter writer, FormattableString text) => writer.Write(text.ToString(CultureInfo.InvariantCulture));
}
