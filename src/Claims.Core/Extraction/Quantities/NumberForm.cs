namespace Claims.Core.Extraction.Quantities;

/// <summary>How a number is written.</summary>
public enum NumberForm
{
    /// <summary>Digits, with or without a scale ("1.2 million").</summary>
    Digits,

    /// <summary>Words ("twenty-three").</summary>
    Words,

    /// <summary>A part of one ("two thirds", "3/4", "half").</summary>
    Fraction,

    /// <summary>A part out of a whole ("one in four", "7 out of 15").</summary>
    Ratio,

    /// <summary>A rank ("21st", "twentieth").</summary>
    Ordinal,

    /// <summary>No figure but an order of size ("dozens", "several hundred").</summary>
    Vague,
}
