namespace Claims.Core.Articles;

/// <summary>A stretch of UTF-16 text: where it starts and how many code units it covers.</summary>
public readonly record struct TextSpan
{
    /// <param name="start">Offset of the first UTF-16 code unit, 0 or more.</param>
    /// <param name="length">Number of UTF-16 code units, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">Either is negative.</exception>
    public TextSpan(int start, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        Start = start;
        Length = length;
    }

    /// <summary>Offset of the first code unit.</summary>
    public int Start { get; }

    /// <summary>Number of code units.</summary>
    public int Length { get; }

    /// <summary>Offset just past the last code unit.</summary>
    public int End => Start + Length;

    /// <summary>The span from <paramref name="start"/> up to, not including, <paramref name="end"/>.</summary>
    public static TextSpan FromBounds(int start, int end) => new(start, end - start);

    /// <summary>Whether the two share at least one code unit.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>Whether <paramref name="other"/> lies wholly inside this span.</summary>
    public bool Contains(TextSpan other) => Start <= other.Start && other.End <= End;

    /// <summary>The same span moved by <paramref name="offset"/> code units.</summary>
    public TextSpan Shift(int offset) => new(Start + offset, Length);

    /// <summary>The text that the span cuts out.</summary>
    public string Of(string text) => text.Substring(Start, Length);
}
