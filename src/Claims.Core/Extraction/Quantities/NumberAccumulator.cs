namespace Claims.Core.Extraction.Quantities;

/// <summary>Adds up number words as they come; every Add says whether the word still belongs to the number.</summary>
internal struct NumberAccumulator
{
    private double total;
    private double group;
    private double lastScale;
    private double lastSmall;

    public bool Seen { get; private set; }

    /// <summary>Whether the last word was "hundred" or a scale, after which "and" continues the number.</summary>
    public bool LastIsMultiplier { get; private set; }

    /// <summary>The last word's scale, 1 when the last word was no scale.</summary>
    public double LastScale { get; private set; } = 1;

    public NumberAccumulator()
    {
        lastScale = double.PositiveInfinity;
        lastSmall = 0;
    }

    public readonly double Value => total + group;

    public bool AddUnit(double value) => Add(value, Seen && ((group % 10 != 0 || group % 100 is > 0 and < 20) || (lastSmall == 0 && !LastIsMultiplier)), value);

    public bool AddTens(double value) => Add(value, Seen && (group % 100 != 0 || !LastIsMultiplier), value);

    public bool AddDigits(double value) => Add(value, Seen && group != 0 && value >= 100, value);

    public bool AddHundred()
    {
        if (group is 0 or >= 1000 || lastSmall == 100)
        {
            return false;
        }

        group *= 100;
        return Multiplied(100, 1);
    }

    public bool AddDozen()
    {
        var small = group % 100;
        if (small is 0 or >= 100 && group == 0)
        {
            return false;
        }

        group = group - small + (small * 12);
        return Multiplied(12, 1);
    }

    public bool AddScale(double scale)
    {
        if (group == 0 && total > 0 && LastIsMultiplier)
        {
            // "hundred thousand million"
            total *= scale;
            return Multiplied(0, scale);
        }

        if (group == 0 || scale >= lastScale)
        {
            return false;
        }

        total += Product(group, scale);
        group = 0;
        lastScale = scale;
        return Multiplied(0, scale);
    }

    public bool AddOrdinal(double ordinal)
    {
        if (ordinal >= 100)
        {
            // "the millionth visitor"
            if (!Seen)
            {
                group = 1;
                Seen = true;
            }

            total = (total + group) * ordinal;
            group = 0;
            return true;
        }

        if (Seen && (group % 100 != 0 && !(group % 10 == 0 && ordinal < 10 && group % 100 >= 20)))
        {
            return false;
        }

        // "one second", "two third": a count and a rank, not one word.
        if (Seen && !LastIsMultiplier && lastSmall < 20)
        {
            return false;
        }

        group += ordinal;
        Seen = true;
        return true;
    }

    // 4.1 million is 4,100,000 and not a hair less: decimal arithmetic where it fits.
    private static double Product(double a, double b) => Math.Abs(a * b) < 1e15 ? (double)((decimal)a * (decimal)b) : a * b;

    private bool Add(double value, bool refuse, double small)
    {
        if (refuse)
        {
            return false;
        }

        group += value;
        lastSmall = small;
        Seen = true;
        LastIsMultiplier = false;
        LastScale = 1;
        return true;
    }

    private bool Multiplied(double small, double scale)
    {
        lastSmall = small;
        LastIsMultiplier = true;
        LastScale = scale;
        return true;
    }
}
