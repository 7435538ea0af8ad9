using System.Globalization;

namespace Claims.Core.Extraction;

/// <summary>One thing that was understood of a claim, in words for people.</summary>
/// <param name="Label">What it is ("who said it", "figure").</param>
/// <param name="Value">What was understood, in part the claim's own words.</param>
public sealed record ReadingLine(string Label, string Value);

/// <summary>Says in plain words how a claim was read, so that a person can see why it was compared as it was.</summary>
public static class ClaimReading
{
    /// <summary>Everything that was understood, in the order in which a reader asks for it.</summary>
    public static IReadOnlyList<ReadingLine> Of(Claim claim)
    {
        var lines = new List<ReadingLine>();
        if (claim.Text != claim.Quote)
        {
            lines.Add(new("on its own", claim.Text));
        }

        lines.Add(new("who said it", Chain(claim.Attribution)));
        lines.Add(new("put forward", Modal(claim)));
        if (claim.Subject is not null || claim.Predicate is not null)
        {
            var parts = new[] { claim.Subject ?? "nobody named", claim.IsAffirmative ? claim.Predicate : $"not: {claim.Predicate}" }.Concat(claim.Objects);
            lines.Add(new("who does what", string.Join(" | ", parts)));
        }

        lines.AddRange(claim.Quantities.Select(quantity => new ReadingLine("figure", Figure(quantity))));
        lines.AddRange(claim.Arithmetic.Select(check => new ReadingLine(check.Holds ? "adds up" : "does not add up", Sum(check))));
        if (claim.Time is { } time)
        {
            lines.Add(new("when", $"{Interval(time)}{(time.Explicit ? $", from “{time.Text}”" : ", taken from the date of publication")}"));
        }

        Add(lines, "where", claim.Places);
        Add(lines, "names", claim.Names);
        lines.Add(new("worth checking", $"{Percent(claim.CheckWorthiness)}{(claim.CheckReasons.IsEmpty ? "" : $": {string.Join("; ", claim.CheckReasons)}")}"));
        lines.Add(new("sure of the reading", Percent(claim.Confidence)));
        return lines;
    }

    private static void Add(List<ReadingLine> lines, string label, IReadOnlyList<string> values)
    {
        if (values.Count > 0)
        {
            lines.Add(new(label, string.Join(", ", values)));
        }
    }

    private static string Chain(AttributionChain chain) =>
        chain.Links.IsEmpty
            ? "the outlet itself"
            : string.Join(", through them ", chain.Links.Select(link => $"{link.Name} (“{link.Cue}”)")) + (chain.IsDirectQuote ? ", in quotation marks" : "");

    private static string Modal(Claim claim) => claim.Modality switch
    {
        Modality.Asserted => "as a fact",
        Modality.Reported => "as what somebody said",
        Modality.Denied => "as denied",
        Modality.Planned => "as planned or to come",
        Modality.Conditional => "under a condition",
        Modality.Uncertain => "with doubt",
        Modality.Opinion => "as an opinion",
        Modality.Question => "as a question",
        _ => claim.Modality.ToString(),
    } + (claim.IsAffirmative ? "" : ", negated");

    private static string Figure(Quantity quantity)
    {
        var range = quantity.Lower == quantity.Upper
            ? Number(quantity.Best)
            : $"{Number(quantity.Best)} (from {Number(quantity.Lower)} to {Number(quantity.Upper)})";
        var details = new[]
        {
            quantity.Kind == QuantityKind.Count ? null : quantity.Kind.ToString().ToLowerInvariant(),
            quantity.Unit,
            quantity.Counted is null ? null : $"counts {quantity.Counted}",
            quantity.Role,
            quantity.Coverage is null ? null : $"of {quantity.Coverage} only",
            quantity.IsPart ? "part of another figure" : null,
            quantity.OutOf is { } whole ? $"out of {Number(whole)}" : null,
        };
        return string.Join(", ", new[] { $"“{quantity.Text}” is {range}" }.Concat(details.OfType<string>()));
    }

    private static string Sum(ArithmeticCheck check)
    {
        var unit = check.Rule == ArithmeticRule.Sum ? "" : "%";
        var rule = check.Rule switch
        {
            ArithmeticRule.ShareOfWhole => "as a share of the whole",
            ArithmeticRule.Change => "as a change",
            _ => "in sum",
        };
        var others = string.Join(" and ", check.Figures.SkipLast(1).Select(figure => $"“{figure}”"));
        return $"{others} {rule}: {Number(check.Expected)}{unit}; the text says “{check.Figures[^1]}”";
    }

    private static string Interval(TimeReference time)
    {
        var start = Day(time.Start);
        if (time.End == DateTimeOffset.MaxValue)
        {
            return $"from {start} on";
        }

        var end = Day(time.End.AddTicks(-1));
        return start == end ? start : $"{start} to {end}";
    }

    private static string Day(DateTimeOffset instant) => instant == DateTimeOffset.MinValue ? "the beginning" : instant.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Percent(double share) => $"{Math.Round(share * 100)}%";

    private static string Number(double value) => value switch
    {
        double.PositiveInfinity => "any number",
        double.NegativeInfinity => "any number",
        _ => value.ToString("#,0.####", CultureInfo.InvariantCulture),
    };
}
