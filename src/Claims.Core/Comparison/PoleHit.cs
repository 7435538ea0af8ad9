using Claims.Core.Comparison.Lexicon;

namespace Claims.Core.Comparison;

/// <summary>A phrase in a claim that puts it at a pole of a scale.</summary>
/// <param name="Opposition">The scale.</param>
/// <param name="Pole">Index of the pole that the phrase stands for.</param>
/// <param name="First">Index of its first token.</param>
/// <param name="Last">Index of its last token.</param>
/// <param name="IsDenied">Whether the claim says that it is not so.</param>
/// <param name="ActorBehind">Whether the actor stands behind the phrase.</param>
/// <param name="IsUnreal">Whether the claim leaves open whether it is so ("threatened to strike").</param>
internal sealed record PoleHit(Opposition Opposition, int Pole, int First, int Last, bool IsDenied, bool IsUnreal, bool ActorBehind)
{
    /// <summary>
    /// Whether the two say opposite things: one pole affirmed and denied, or two poles affirmed. Two denied poles are
    /// opposites only where there are just two ("did not hold", "did not break"); of three the third may hold.
    /// </summary>
    public bool Opposes(PoleHit other) => Pole == other.Pole
        ? IsDenied != other.IsDenied
        : IsDenied == other.IsDenied && (!IsDenied || Opposition.Poles.Length == 2);

    /// <summary>Whether both say the same.</summary>
    public bool Agrees(PoleHit other) => (Pole == other.Pole && IsDenied == other.IsDenied) || Turned(other) || other.Turned(this);

    /// <summary>"Did not hold" says "broke": a denied pole of two is the other one.</summary>
    private bool Turned(PoleHit other) => IsDenied && !other.IsDenied && Pole != other.Pole && Opposition.Poles.Length == 2;
}
