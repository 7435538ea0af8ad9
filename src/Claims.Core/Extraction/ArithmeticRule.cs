namespace Claims.Core.Extraction;

/// <summary>How figures of one sentence are held against each other.</summary>
public enum ArithmeticRule
{
    /// <summary>A part, its whole and the share that the sentence gives: "12 of the 40 (30%)", "50 seats, 15% of 329".</summary>
    ShareOfWhole,

    /// <summary>A change from one figure to another and its size: "fell from 80 to 60, a drop of 25%".</summary>
    Change,

    /// <summary>Parts and their sum: "killed 5, injured 12, 17 casualties in all".</summary>
    Sum,
}
