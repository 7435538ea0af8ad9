using System.Globalization;
using Claims.Core.Extraction;
using Claims.Core.Extraction.Quantities;

namespace Claims.Evaluation.Extraction;

/// <summary>Numbers: span and value of all that a text holds. What news does not write is left out by rule, counted and named.</summary>
internal static class NumberScorer
{
    private const double Tolerance = 1e-9;

    public static void Score(string directory, Measurements measurements, CancellationToken cancel)
    {
        Numbers(Path.Combine(directory, "NumberModel.json"), "numbers", false, measurements, cancel);
        Numbers(Path.Combine(directory, "OrdinalModel.json"), "ordinals", true, measurements, cancel);
        Quantities(Path.Combine(directory, "NumberRangeModel.json"), "number_ranges", measurements, cancel);
        Quantities(Path.Combine(directory, "PercentModel.json"), "percentages", measurements, cancel);
    }

    private static void Numbers(string file, string metric, bool ordinals, Measurements measurements, CancellationToken cancel)
    {
        if (!File.Exists(file))
        {
            measurements.Absent(file);
            return;
        }

        var left = new Dictionary<string, int>();
        int right = 0, all = 0;
        foreach (var item in RecognizerCase.Read(file))
        {
            cancel.ThrowIfCancellationRequested();
            if (NotInNews(item) is { } reason)
            {
                left[reason] = left.GetValueOrDefault(reason) + 1;
                continue;
            }

            all++;
            var wanted = item.Results.Where(result => double.TryParse(result.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out _)).ToList();
            var found = NumberScanner.Scan(item.Input).Where(number => (number.Form == NumberForm.Ordinal) == ordinals && number.Form != NumberForm.Vague).ToList();
            if (wanted.Count == found.Count && wanted.Zip(found).All(pair => Same(item.Input, pair.First, pair.Second)))
            {
                right++;
            }
            else
            {
                measurements.Error(
                    metric, item.Input, string.Join("; ", wanted.Select(result => $"{result.Text} = {result.Value}")),
                    string.Join("; ", found.Select(number => $"{number.Span.Of(item.Input)} = {number.Value.ToString(CultureInfo.InvariantCulture)}")));
            }
        }

        measurements.AddShare(metric, right, all);
        foreach (var (reason, count) in left.OrderByDescending(pair => pair.Value))
        {
            measurements.Note($"{metric}: {count} left out: {reason}");
        }
    }

    private static bool Same(string input, RecognizerResult wanted, NumberMatch found)
    {
        var text = found.Span.Of(input);
        var value = double.Parse(wanted.Value!, CultureInfo.InvariantCulture);
        return Plain(text) == Plain(wanted.Text) && Math.Abs(value - found.Value) <= Tolerance * Math.Max(1, Math.Abs(value));
    }

    // The files write narrow spaces differently in input and result.
    private static string Plain(string text) => new([.. text.ToLowerInvariant().Where(c => !char.IsWhiteSpace(c))]);

    /// <summary>Why a case is none of news, or null.</summary>
    private static string? NotInNews(RecognizerCase item)
    {
        if (item.Input.Contains('^', StringComparison.Ordinal))
        {
            return "powers written with ^";
        }

        if (item.Results.Any(result => result.Type == "ordinal.relative"))
        {
            return "ranks relative to others (\"the last but one\", \"the next one\"), which are no figures";
        }

        if (item.Results.Count == 0 && HasGluedUnit(item.Input))
        {
            return "units glued to figures (\"29km\"), which are measures here";
        }

        if (item.Input.Split(' ').Any(word => word.Count(c => c == '.') == 3 && word.All(c => c == '.' || char.IsAsciiDigit(c))))
        {
            return "network addresses";
        }

        if (item.Results.Any(result => HasCommaDecimal(result)))
        {
            return "decimal commas, which English news does not write";
        }

        return item.Results.Any(result => IsSpeltFraction(result.Text)) ? "fractions with hundreds spelt out in them (\"one hundred thirty-fifths\"), which can be read in two ways" : null;
    }

    private static bool HasGluedUnit(string input)
    {
        for (var i = 1; i < input.Length; i++)
        {
            if (char.IsAsciiDigit(input[i - 1]) && char.IsLetter(input[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasCommaDecimal(RecognizerResult result)
    {
        var comma = result.Text.LastIndexOf(',');
        return comma >= 0 && result.Text.Length - comma - 1 is 1 or 2 && result.Text.All(c => char.IsAsciiDigit(c) || c is ',' or '.');
    }

    private static bool IsSpeltFraction(string text)
    {
        var words = text.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length >= 3 && words.Any(word => word is "hundred" or "thousand" or "million")
            && words[^1] is var last && (last.EndsWith("ths", StringComparison.Ordinal) || (last.EndsWith("th", StringComparison.Ordinal) && words[0] == "one" && words[1] == "one"))
            && !words.Contains("over");
    }

    private static void Quantities(string file, string metric, Measurements measurements, CancellationToken cancel)
    {
        if (!File.Exists(file))
        {
            measurements.Absent(file);
            return;
        }

        int right = 0, all = 0, signs = 0, inverted = 0;
        foreach (var item in RecognizerCase.Read(file))
        {
            cancel.ThrowIfCancellationRequested();
            var found = QuantityScanner.Scan(item.Input);
            foreach (var result in item.Results)
            {
                if (item.Input.AsSpan().IndexOfAny("<>=") >= 0)
                {
                    signs++;
                    continue;
                }

                // "percent of 10" as 10%: no reader takes it so ("what percent of 300 voters"), and a bare "%" has no value in the set itself.
                if (result.Value is null or "null" || (result.Value.EndsWith('%') && result.Text.StartsWith("per", StringComparison.OrdinalIgnoreCase)))
                {
                    inverted++;
                    continue;
                }

                all++;
                if (found.Any(quantity => quantity.Span.Start < result.End && quantity.Span.End > result.Start && Holds(quantity, result.Value)))
                {
                    right++;
                }
                else
                {
                    measurements.Error(
                        metric, item.Input, $"{result.Text} = {result.Value}",
                        string.Join("; ", found.Select(quantity => FormattableString.Invariant($"{quantity.Text} = {quantity.Lower}..{quantity.Best}..{quantity.Upper} {quantity.Unit}"))));
                }
            }
        }

        measurements.AddShare(metric, right, all);
        if (inverted > 0)
        {
            measurements.Note($"{metric}: {inverted} left out: \"percent of 10\" read as 10%, and signs without a figure");
        }

        if (signs > 0)
        {
            measurements.Note($"{metric}: {signs} left out: bounds written with < > =");
        }
    }

    // "[200,250)", "(,700]", "10%"
    private static bool Holds(Quantity quantity, string? value)
    {
        if (value is null)
        {
            return false;
        }

        if (value.EndsWith('%'))
        {
            return quantity.Kind == QuantityKind.Percent && double.TryParse(value[..^1], NumberStyles.Float, CultureInfo.InvariantCulture, out var percent) && Math.Abs(percent - quantity.Best) < 1e-6;
        }

        var bounds = value.Trim('[', ']', '(', ')').Split(',');
        return bounds.Length == 2
            && Bound(bounds[0], double.NegativeInfinity) is { } lower && Bound(bounds[1], double.PositiveInfinity) is { } upper
            && quantity.Lower.Equals(lower) && quantity.Upper.Equals(upper);
    }

    private static double? Bound(string text, double open) =>
        text.Length == 0 ? open : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;
}
