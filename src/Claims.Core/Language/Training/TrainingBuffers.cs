namespace Claims.Core.Language.Training;

/// <summary>What one step keeps on its way forward for its way back, laid out a row a word; grown when a batch is larger than all before.</summary>
internal sealed class TrainingBuffers
{
    private const int Widest = 2 * 4 * NetworkParameters.Hidden;

    public int Words { get; private set; }

    public WordFeatures[] Features { get; private set; } = [];

    public float[] Input { get; private set; } = [];

    public float[] InputMask { get; private set; } = [];

    public float[] InputGradient { get; private set; } = [];

    public float[][] Gates { get; } = new float[NetworkParameters.Layers][];

    public float[][] Cells { get; } = new float[NetworkParameters.Layers][];

    public float[][] State { get; } = new float[NetworkParameters.Layers + 1][];

    public float[][] Dropped { get; } = new float[NetworkParameters.Layers + 1][];

    public float[][] StateMask { get; } = new float[NetworkParameters.Layers + 1][];

    public float[] StateGradient { get; private set; } = [];

    public float[] DroppedGradient { get; private set; } = [];

    public float[] CarriedGradient { get; private set; } = [];

    public float[] GateGradient { get; private set; } = [];

    public float[] Top { get; private set; } = [];

    public float[] TopGradient { get; private set; } = [];

    public float[] ArcMask { get; private set; } = [];

    public float[] Pairs { get; private set; } = [];

    public float[] PairMask { get; private set; } = [];

    public float[] PairGradient { get; private set; } = [];

    public float[] Labels { get; private set; } = [];

    public float[] LabelGradient { get; private set; } = [];

    public float[] Scores { get; private set; } = [];

    public float[] ScoreGradient { get; private set; } = [];

    public float[] Transposed { get; private set; } = [];

    public float[] TransposedWeights { get; } = new float[Math.Max(NetworkParameters.InputSize, NetworkParameters.StateSize) * Widest];

    /// <summary>What the last layer says of a word.</summary>
    public Span<float> TopRow(int word) => Top.AsSpan(word * NetworkParameters.TopSize, NetworkParameters.TopSize);

    /// <summary>The gradient of <see cref="TopRow"/>.</summary>
    public Span<float> TopGradientRow(int word) => TopGradient.AsSpan(word * NetworkParameters.TopSize, NetworkParameters.TopSize);

    /// <summary>Makes room for a batch.</summary>
    public void Grow(int words)
    {
        if (words <= Words)
        {
            return;
        }

        Words = words;
        Features = new WordFeatures[words];
        Input = new float[words * NetworkParameters.InputSize];
        InputMask = new float[words * NetworkParameters.InputSize];
        InputGradient = new float[words * NetworkParameters.InputSize];
        for (var layer = 0; layer <= NetworkParameters.Layers; layer++)
        {
            if (layer < NetworkParameters.Layers)
            {
                Gates[layer] = new float[words * Widest];
                Cells[layer] = new float[words * NetworkParameters.StateSize];
            }

            State[layer] = new float[words * NetworkParameters.StateSize];
            Dropped[layer] = new float[words * NetworkParameters.StateSize];
            StateMask[layer] = new float[words * NetworkParameters.StateSize];
        }

        StateGradient = new float[words * NetworkParameters.StateSize];
        DroppedGradient = new float[words * NetworkParameters.StateSize];
        CarriedGradient = new float[words * NetworkParameters.StateSize];
        GateGradient = new float[words * Widest];
        Top = new float[words * NetworkParameters.TopSize];
        TopGradient = new float[words * NetworkParameters.TopSize];
        ArcMask = new float[words * NetworkParameters.ArcSize];
        Pairs = new float[words * NetworkParameters.RelationSize];
        PairMask = new float[words * NetworkParameters.RelationSize];
        PairGradient = new float[words * NetworkParameters.RelationSize];
        Labels = new float[words * NetworkParameters.RelationColumns];
        LabelGradient = new float[words * NetworkParameters.RelationColumns];
        Scores = new float[words + 1];
        ScoreGradient = new float[words + 1];
        Transposed = new float[words * Math.Max(NetworkParameters.InputSize, NetworkParameters.StateSize)];
    }
}
