using System.Collections.Immutable;
using Claims.Core.Articles;

namespace Claims.Core.Extraction;

/// <summary>
/// What came of holding the figures of one sentence against each other. It is a note for the person who checks the claim; nothing is
/// scored lower for it.
/// </summary>
/// <param name="Rule">How they were held against each other.</param>
/// <param name="Spans">Where the figures stand in the article's text; the one that was checked is the last.</param>
/// <param name="Figures">The same figures as written.</param>
/// <param name="Expected">What the others make of the last, in its unit (points of a hundred for a share).</param>
/// <param name="Stated">What the sentence says.</param>
/// <param name="Holds">Whether the two agree within rounding and hedges (<see cref="ArithmeticChecker"/>).</param>
public sealed record ArithmeticCheck(
    ArithmeticRule Rule, ImmutableArray<TextSpan> Spans, ImmutableArray<string> Figures, double Expected, double Stated, bool Holds);
