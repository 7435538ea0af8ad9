using Claims.Core.Articles;

namespace Claims.Core.Extraction.Quantities;

/// <summary>One number as it is written, without hedge, unit or what it counts.</summary>
/// <param name="Span">Where it stands in the text.</param>
/// <param name="Value">The value that a reader takes from it; of a ratio, numerator through denominator.</param>
/// <param name="Form">How it is written.</param>
/// <param name="Lower">Least value that the words allow; the value itself unless vague.</param>
/// <param name="Upper">Greatest value that the words allow; the value itself unless vague.</param>
/// <param name="Numerator">The part of a <see cref="NumberForm.Ratio"/>.</param>
/// <param name="Denominator">The whole of a <see cref="NumberForm.Ratio"/>.</param>
public readonly record struct NumberMatch(
    TextSpan Span, double Value, NumberForm Form, double Lower, double Upper, double Numerator = 0, double Denominator = 0);
