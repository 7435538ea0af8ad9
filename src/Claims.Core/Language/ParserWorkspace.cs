namespace Claims.Core.Language;

/// <summary>Buffers of one run, kept from run to run.</summary>
internal sealed class ParserWorkspace
{
    /// <summary>Words whose first projection is kept: 12 MB a workspace.</summary>
    public const int MaxKnown = 4096;

    private const int LeastWords = 256;
    private const int Width = 2 * 4 * NetworkParameters.Hidden;

    public Dictionary<string, int> Known { get; } = new(MaxKnown);

    public float[] Projected { get; } = new float[(MaxKnown + QuantizedMatrix.RowBlock) * Width];

    public int[] Rows { get; private set; } = [];

    public float[] Inputs { get; private set; } = [];

    public float[] Gates { get; private set; } = [];

    /// <summary>0, 1, 2, …: the rows of words that stand in order.</summary>
    public int[] Ordinals { get; private set; } = [];

    /// <summary>Rows as whole numbers, about to be multiplied, and what one is worth in each.</summary>
    public short[] Whole { get; private set; } = [];

    public float[] Scales { get; private set; } = [];

    /// <summary>What each row of bytes adds to every sum: see <see cref="ByteMatrix"/>.</summary>
    public int[] Shifts { get; private set; } = [];

    public float[] StateA { get; private set; } = [];

    public float[] StateB { get; private set; } = [];

    public float[] Top { get; private set; } = [];

    public float[] Pairs { get; private set; } = [];

    public float[] Labels { get; private set; } = [];

    public float[] Dependents { get; private set; } = [];

    public float[] Heads { get; private set; } = [];

    public float[] Products { get; private set; } = [];

    public float[] Arcs { get; private set; } = [];

    /// <summary>Makes room for a batch.</summary>
    public void Grow(int words)
    {
        if (words <= Rows.Length)
        {
            return;
        }

        words = (Math.Max(words, LeastWords) + QuantizedMatrix.RowBlock - 1) / QuantizedMatrix.RowBlock * QuantizedMatrix.RowBlock;
        Rows = new int[words];
        Inputs = new float[words * NetworkParameters.InputSize];
        Gates = new float[words * 2 * 3 * NetworkParameters.Hidden];
        Ordinals = [.. Enumerable.Range(0, words)];
        Whole = new short[words * NetworkParameters.InputSize];
        Scales = new float[words];
        Shifts = new int[words];
        StateA = new float[words * NetworkParameters.StateSize];
        StateB = new float[words * NetworkParameters.StateSize];
        Top = new float[words * NetworkParameters.TopSize];
        Pairs = new float[words * NetworkParameters.RelationSize];
        Labels = new float[words * NetworkParameters.RelationColumns];
    }

    /// <summary>Makes room for the arcs of a sentence.</summary>
    public void GrowArcs(int words)
    {
        var padded = words + MatrixMath.Panel;
        if (Products.Length >= words * padded)
        {
            return;
        }

        Dependents = new float[words * NetworkParameters.ArcSize];
        Heads = new float[padded * NetworkParameters.ArcSize];
        Products = new float[words * padded];
        Arcs = new float[words * (words + 1)];
    }
}
