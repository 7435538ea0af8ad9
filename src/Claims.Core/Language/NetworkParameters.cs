using System.Numerics.Tensors;

namespace Claims.Core.Language;

/// <summary>One matrix of learned numbers.</summary>
internal sealed class Parameter(string name, int rows, int columns, bool isTable)
{
    public string Name { get; } = name;

    public int Rows { get; } = rows;

    public int Columns { get; } = columns;

    /// <summary>A table is looked up by row, so only few rows change at a time; the others are multiplied whole.</summary>
    public bool IsTable { get; } = isTable;

    public float[] Values { get; } = new float[rows * columns];

    public Span<float> Row(int row) => Values.AsSpan(row * Columns, Columns);
}

/// <summary>The sizes and the learned numbers of the network that tags and parses.</summary>
internal sealed class NetworkParameters
{
    public const int WordSize = 48;
    public const int GramSize = 64;
    public const int ShapeSize = 12;
    public const int InputSize = WordSize + GramSize + WordVectors.Dimensions + ShapeSize;
    public const int GramBits = 15;
    public const int GramRows = 1 << GramBits;
    public const int ShapeRows = 128;

    /// <summary>State of one direction of a recurrent layer; the layer gives twice as much.</summary>
    public const int Hidden = 96;
    public const int StateSize = 2 * Hidden;
    public const int Layers = 3;
    public const int ArcSize = 96;
    public const int RelationSize = 64;

    /// <summary>Seventeen tags, padded to a whole vector.</summary>
    public const int TagColumns = 32;
    public const int DependentArc = 0;
    public const int HeadArc = ArcSize;
    public const int DependentRelation = 2 * ArcSize;
    public const int HeadRelation = (2 * ArcSize) + RelationSize;
    public const int TagScores = (2 * ArcSize) + (2 * RelationSize);
    public const int TopSize = TagScores + TagColumns;
    public const int RelationColumns = 64;

    /// <summary>Distances between a word and its head that have a score of their own.</summary>
    public const int DistanceBuckets = 24;

    private readonly List<Parameter> _all = [];

    public NetworkParameters(int words)
    {
        Words = Add("words", words + 1, WordSize, isTable: true);
        Grams = Add("grams", GramRows, GramSize, isTable: true);
        Shapes = Add("shapes", ShapeRows, ShapeSize, isTable: true);
        for (var layer = 0; layer < Layers; layer++)
        {
            Projections.Add(Add($"projection{layer}", layer == 0 ? InputSize : StateSize, 2 * Gates(layer) * Hidden));
            Peepholes.Add(Add($"peephole{layer}", 2, 2 * Hidden));
            GateBiases.Add(Add($"bias{layer}", 2, 2 * Hidden));
        }

        Top = Add("top", StateSize, TopSize);
        TopBias = Add("topbias", 1, TopSize);
        RootArc = Add("rootarc", 1, ArcSize);
        Distances = Add("distances", 1, DistanceBuckets);
        Relations = Add("relations", RelationSize, RelationColumns);
        RelationBias = Add("relationbias", 1, RelationColumns);
    }

    public IReadOnlyList<Parameter> All => _all;

    public Parameter Words { get; }

    public Parameter Grams { get; }

    public Parameter Shapes { get; }

    public List<Parameter> Projections { get; } = [];

    public List<Parameter> Peepholes { get; } = [];

    public List<Parameter> GateBiases { get; } = [];

    public Parameter Top { get; }

    public Parameter TopBias { get; }

    public Parameter RootArc { get; }

    public Parameter Distances { get; }

    public Parameter Relations { get; }

    public Parameter RelationBias { get; }

    /// <summary>Candidate, forget and highway gate; the first layer, whose input is of another size, also projects what the highway carries.</summary>
    public static int Gates(int layer) => layer == 0 ? 4 : 3;

    /// <summary>The bucket of the distance from a word to a head; the last is the root's.</summary>
    public static int Distance(int word, int head)
    {
        if (head < 0)
        {
            return DistanceBuckets - 1;
        }

        var d = Math.Abs(word - head);
        var bucket = d <= 5 ? d - 1 : d <= 7 ? 5 : d <= 10 ? 6 : d <= 15 ? 7 : d <= 25 ? 8 : d <= 50 ? 9 : 10;
        return head < word ? bucket : bucket + 11;
    }

    /// <summary>Tables go out in eight bits with a scale a row, the rest in sixteen.</summary>
    public void Write(BinaryWriter writer)
    {
        foreach (var parameter in _all)
        {
            if (!parameter.IsTable)
            {
                foreach (var value in parameter.Values)
                {
                    writer.Write((Half)value);
                }

                continue;
            }

            for (var r = 0; r < parameter.Rows; r++)
            {
                var row = parameter.Row(r);
                var scale = (Half)(Math.Abs(TensorPrimitives.MaxMagnitude<float>(row)) / 127);
                writer.Write(scale);
                foreach (var value in row)
                {
                    writer.Write(scale == Half.Zero ? (sbyte)0 : (sbyte)Math.Clamp(MathF.Round(value / (float)scale), -127, 127));
                }
            }
        }
    }

    public void Read(BinaryReader reader)
    {
        foreach (var parameter in _all)
        {
            if (!parameter.IsTable)
            {
                for (var i = 0; i < parameter.Values.Length; i++)
                {
                    parameter.Values[i] = (float)reader.ReadHalf();
                }

                continue;
            }

            for (var r = 0; r < parameter.Rows; r++)
            {
                var scale = (float)reader.ReadHalf();
                foreach (ref var value in parameter.Row(r))
                {
                    value = reader.ReadSByte() * scale;
                }
            }
        }
    }

    private Parameter Add(string name, int rows, int columns, bool isTable = false)
    {
        var parameter = new Parameter(name, rows, columns, isTable);
        _all.Add(parameter);
        return parameter;
    }
}
