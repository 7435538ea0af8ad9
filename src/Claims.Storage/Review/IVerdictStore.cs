using Claims.Core.Comparison;
using Claims.Core.Review;

namespace Claims.Storage.Review;

/// <summary>What people decided. History is append-only: nothing is ever changed or deleted.</summary>
public interface IVerdictStore
{
    /// <summary>Appends a decision.</summary>
    /// <param name="conflict">The conflict decided.</param>
    /// <param name="decision">What was decided.</param>
    /// <param name="reviewer">Who decided.</param>
    /// <param name="note">The reviewer's note, or null.</param>
    /// <param name="expectedVersion">The version the reviewer saw, or null to decide whatever happened meanwhile.</param>
    /// <param name="cancel">Ends the call.</param>
    /// <returns>The entry.</returns>
    /// <exception cref="KeyNotFoundException">There is no such conflict.</exception>
    /// <exception cref="VersionConflictException">Somebody else decided since <paramref name="expectedVersion"/>.</exception>
    Task<Verdict> DecideAsync(ConflictId conflict, Decision decision, string reviewer, string? note, int? expectedVersion = null, CancellationToken cancel = default);

    /// <summary>Takes back the newest decision of a conflict that still stands, by appending an entry that says so.</summary>
    /// <returns>The entry, or null when no decision stands.</returns>
    Task<Verdict?> UndoAsync(ConflictId conflict, string reviewer, CancellationToken cancel = default);

    /// <summary>The conflict of the newest standing decision of a reviewer, for "undo what I just did"; null when there is none.</summary>
    Task<ConflictId?> LastDecidedByAsync(string reviewer, CancellationToken cancel = default);

    /// <summary>The newest entries of all conflicts, newest first.</summary>
    Task<IReadOnlyList<Verdict>> RecentAsync(int take, CancellationToken cancel = default);
}

/// <summary>Somebody else decided in the meantime; the decision was not stored.</summary>
public sealed class VersionConflictException(ConflictId conflict, int expected, int actual)
    : Exception($"Conflict {conflict} was changed by somebody else: you saw version {expected}, it is now at {actual}. Read it again and decide.")
{
    /// <summary>The conflict.</summary>
    public ConflictId Conflict { get; } = conflict;

    /// <summary>The version it is at now.</summary>
    public int Actual { get; } = actual;
}
