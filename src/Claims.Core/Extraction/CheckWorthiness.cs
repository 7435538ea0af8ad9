using System.Collections.Immutable;

namespace Claims.Core.Extraction;

/// <summary>
/// How far a claim is worth checking, from what was understood of it and not from its words: figures, times, names, a finite
/// predicate about the world speak for it; questions, opinions, plans and the speaker talking of himself against.
/// The weights were set by hand from these reasons, not learned; docs/evaluation.md says how the score does.
/// </summary>
internal static class CheckWorthiness
{
    private const double Base = -1.0;

    public static (double Score, ImmutableArray<string> Reasons) Of(ClaimDraft claim)
    {
        var score = Base;
        var reasons = ImmutableArray.CreateBuilder<string>();
        void Say(double weight, string reason)
        {
            score += weight;
            reasons.Add(reason);
        }

        var figures = claim.Quantities.Count(quantity => quantity.Kind is not QuantityKind.Ordinal);
        if (figures > 0)
        {
            Say(Math.Min(2, figures) * 1.2, figures == 1 ? "gives a figure" : $"gives {figures} figures");
        }

        if (claim.HasTime)
        {
            Say(0.6, "says when");
        }

        if (claim.NameCount > 0)
        {
            Say(Math.Min(3, claim.NameCount) * 0.3, "names who or where");
        }

        if (claim.Predicate is null)
        {
            Say(-0.8, "has no clear predicate");
        }
        else if (claim.IsPastEvent)
        {
            Say(0.7, "tells what happened");
        }

        if (claim.IsComparison)
        {
            Say(0.6, "compares");
        }

        switch (claim.Modality)
        {
            case Modality.Question:
                Say(-2.5, "is a question");
                break;
            case Modality.Opinion:
                Say(-0.9, "is a judgement or demand");
                break;
            case Modality.Planned:
                Say(-0.5, "is about what is to come");
                break;
            case Modality.Conditional:
                Say(-0.9, "hangs on a condition");
                break;
            case Modality.Uncertain:
                Say(-0.3, "is put as possible");
                break;
            case Modality.Denied:
                Say(0.3, "is a denial");
                break;
        }

        if (claim.IsFirstPerson)
        {
            Say(-0.9, "speaks of the speaker");
        }

        if (claim.IsSecondPerson)
        {
            Say(-0.7, "speaks to the hearer");
        }

        if (claim.IsMental)
        {
            Say(-0.8, "tells what someone thinks or wants");
        }

        if (claim.Words < 6)
        {
            Say(-1.0, "is too short to check");
        }
        else if (claim.Words >= 14)
        {
            Say(0.5, "is detailed");
        }

        return (1 / (1 + Math.Exp(-score)), reasons.ToImmutable());
    }
}

/// <summary>What check-worthiness looks at.</summary>
internal readonly record struct ClaimDraft(
    IReadOnlyList<Quantity> Quantities, bool HasTime, int NameCount, string? Predicate, Modality Modality, bool IsPastEvent, bool IsComparison, bool IsFirstPerson, bool IsSecondPerson, bool IsMental, int Words);
