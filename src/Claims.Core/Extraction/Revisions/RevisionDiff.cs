using System.Collections.Immutable;

namespace Claims.Core.Extraction.Revisions;

/// <summary>What one revision of a page changed, claim by claim.</summary>
/// <param name="Unchanged">Claims that both revisions make in the same words, as they stand in the later one.</param>
/// <param name="Changed">Claims that the later revision makes in other words or with other figures.</param>
/// <param name="Added">Claims that only the later revision makes.</param>
/// <param name="Withdrawn">Claims that only the earlier revision makes.</param>
public sealed record RevisionDiff(
    ImmutableArray<Claim> Unchanged,
    ImmutableArray<ChangedClaim> Changed,
    ImmutableArray<Claim> Added,
    ImmutableArray<Claim> Withdrawn)
{
    /// <summary>
    /// Least share of words (Dice coefficient of the multisets) at which two claims count as one claim reworded. Below
    /// half of the words in common a reader takes the later sentence as a new one.
    /// </summary>
    public const double RewordedThreshold = 0.5;

    /// <summary>Compares the claims of two revisions. Each claim of either stands in the result exactly once.</summary>
    public static RevisionDiff Between(IReadOnlyList<Claim> before, IReadOnlyList<Claim> after)
    {
        var same = before.GroupBy(Key).ToDictionary(g => g.Key, g => new Queue<Claim>(g), StringComparer.Ordinal);
        var unchanged = ImmutableArray.CreateBuilder<Claim>();
        var open = new List<Claim>();
        foreach (var claim in after)
        {
            if (same.TryGetValue(Key(claim), out var earlier) && earlier.TryDequeue(out _))
            {
                unchanged.Add(claim);
            }
            else
            {
                open.Add(claim);
            }
        }

        var gone = same.Values.SelectMany(claims => claims).OrderBy(claim => claim.Ordinal).ThenBy(claim => claim.Id.Value, StringComparer.Ordinal).ToList();
        var changed = Pair(gone, open);
        var paired = changed.SelectMany(pair => new[] { pair.Before.Id, pair.After.Id }).ToHashSet();
        return new(
            unchanged.ToImmutable(),
            changed,
            [.. open.Where(claim => !paired.Contains(claim.Id))],
            [.. gone.Where(claim => !paired.Contains(claim.Id))]);
    }

    // The best pairs first, so that a moved sentence is not taken for its neighbour; ties by place in the text.
    private static ImmutableArray<ChangedClaim> Pair(List<Claim> gone, List<Claim> open)
    {
        var words = open.ToDictionary(claim => claim.Id, Words);
        var candidates = new List<(double Score, int Before, int After)>();
        for (var i = 0; i < gone.Count; i++)
        {
            var mine = Words(gone[i]);
            for (var j = 0; j < open.Count; j++)
            {
                var score = Dice(mine, words[open[j].Id]);
                if (score >= RewordedThreshold)
                {
                    candidates.Add((score, i, j));
                }
            }
        }

        var usedBefore = new HashSet<int>();
        var usedAfter = new HashSet<int>();
        var pairs = new List<(int After, ChangedClaim Claim)>();
        foreach (var (_, i, j) in candidates.OrderByDescending(c => c.Score).ThenBy(c => Math.Abs(c.Before - c.After)).ThenBy(c => c.Before).ThenBy(c => c.After))
        {
            if (!usedBefore.Contains(i) && !usedAfter.Contains(j))
            {
                usedBefore.Add(i);
                usedAfter.Add(j);
                pairs.Add((j, new(gone[i], open[j], FiguresDiffer(gone[i], open[j]))));
            }
        }

        return [.. pairs.OrderBy(pair => pair.After).Select(pair => pair.Claim)];
    }

    private static bool FiguresDiffer(Claim before, Claim after) =>
        !before.Quantities.Select(Figure).Order().SequenceEqual(after.Quantities.Select(Figure).Order());

    private static (double Lower, double Best, double Upper, string? Unit) Figure(Quantity quantity) =>
        (quantity.Lower, quantity.Best, quantity.Upper, quantity.Unit);

    private static string Key(Claim claim) => string.Join(' ', Words(claim));

    private static List<string> Words(Claim claim)
    {
        var words = new List<string>();
        var start = -1;
        var quote = claim.Quote;
        for (var i = 0; i <= quote.Length; i++)
        {
            var inWord = i < quote.Length && (char.IsLetterOrDigit(quote[i]) || (quote[i] is '.' or ',' && i > 0 && char.IsDigit(quote[i - 1]) && i + 1 < quote.Length && char.IsDigit(quote[i + 1])));
            if (inWord && start < 0)
            {
                start = i;
            }
            else if (!inWord && start >= 0)
            {
                words.Add(quote[start..i].ToLowerInvariant());
                start = -1;
            }
        }

        return words;
    }

    private static double Dice(List<string> a, List<string> b)
    {
        if (a.Count + b.Count == 0)
        {
            return 0;
        }

        var counts = a.CountBy(word => word, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var shared = b.CountBy(word => word, StringComparer.Ordinal).Sum(word => Math.Min(word.Value, counts.GetValueOrDefault(word.Key)));
        return 2.0 * shared / (a.Count + b.Count);
    }
}

/// <summary>A claim that a later revision makes differently.</summary>
/// <param name="Before">As the earlier revision has it.</param>
/// <param name="After">As the later revision has it.</param>
/// <param name="FiguresChanged">Whether a figure was changed, added or taken out: a correction rather than a rewording.</param>
public sealed record ChangedClaim(Claim Before, Claim After, bool FiguresChanged);
