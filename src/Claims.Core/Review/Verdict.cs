using Claims.Core.Comparison;

namespace Claims.Core.Review;

/// <summary>What a person decided about a conflict.</summary>
public enum Decision
{
    /// <summary>The two contradict each other.</summary>
    RealConflict,

    /// <summary>Both can hold.</summary>
    Compatible,

    /// <summary>One is a later state of the other.</summary>
    Superseded,

    /// <summary>Both rest on one origin.</summary>
    SameOrigin,

    /// <summary>A claim was read wrongly; never held against a source.</summary>
    ExtractionError,

    /// <summary>Cannot be decided from what is there.</summary>
    Unclear,
}

/// <summary>One entry of the append-only history of a conflict.</summary>
/// <param name="Id">Key, ordered by time.</param>
/// <param name="ConflictId">The conflict decided.</param>
/// <param name="Decision">What was decided; null for an undo.</param>
/// <param name="Undoes">The verdict that this entry takes back, or null.</param>
/// <param name="Reviewer">Who decided.</param>
/// <param name="Note">The reviewer's note, or null.</param>
/// <param name="At">When, UTC.</param>
public sealed record Verdict(VerdictId Id, ConflictId ConflictId, Decision? Decision, VerdictId? Undoes, string Reviewer, string? Note, DateTimeOffset At);

/// <summary>Where a conflict stands in the queue.</summary>
public enum ConflictStatus
{
    /// <summary>Waits for a person.</summary>
    Open,

    /// <summary>A person decided it.</summary>
    Decided,

    /// <summary>A re-run no longer finds it; it stays findable, with its history.</summary>
    Gone,
}
