using System.Buffers;
using System.Collections.Frozen;
using System.Numerics.Tensors;

namespace Claims.Core.Language;

/// <summary>What the network knows of a word by itself: its rows in the tables.</summary>
/// <param name="Word">Row of the known word, 0 for an unknown one.</param>
/// <param name="Vector">Row of its vector, or -1.</param>
/// <param name="Shape">Row of its shape: case, digits, marks, length.</param>
/// <param name="Grams">Rows of its groups of three to five letters.</param>
internal sealed record WordFeatures(int Word, int Vector, int Shape, int[] Grams);

/// <summary>Turns words into rows of the network's tables, and rows into the network's input.</summary>
internal sealed class WordEncoder
{
    /// <summary>Of longer words only the ends are looked at.</summary>
    private const int MaxLetters = 24;

    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly WordVectors _vectors;

    public WordEncoder(IReadOnlyList<string> words, WordVectors vectors)
    {
        Words = words;
        _words = words.Select((w, i) => (w, i)).ToFrozenDictionary(p => p.w, p => p.i + 1).GetAlternateLookup<ReadOnlySpan<char>>();
        _vectors = vectors;
    }

    /// <summary>The known words in lower case; row 0 of their table is for all others.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>The features of a word.</summary>
    public WordFeatures Features(ReadOnlySpan<char> word)
    {
        Span<char> letters = stackalloc char[MaxLetters + 2];
        var length = Math.Min(word.Length, MaxLetters);
        letters[0] = '<';
        for (var i = 0; i < length; i++)
        {
            var c = i < MaxLetters / 2 ? word[i] : word[word.Length - length + i];
            letters[i + 1] = char.IsDigit(c) ? '0' : c == '’' ? '\'' : char.ToLowerInvariant(c);
        }

        letters[length + 1] = '>';
        letters = letters[..(length + 2)];
        var known = 0;
        var vector = -1;
        if (word.Length <= 48)
        {
            Span<char> lower = stackalloc char[word.Length];
            word.ToLowerInvariant(lower);
            vector = _vectors.IndexOf(lower);
            lower.Replace('’', '\'');
            vector = vector < 0 ? _vectors.IndexOf(lower) : vector;
            known = _words.TryGetValue(lower, out var row) ? row : 0;
        }

        return new(known, vector, Shape(word), Grams(letters));
    }

    /// <summary>The input of a word: its own row, its letters, its vector, its shape, end to end.</summary>
    public void Fill(WordFeatures features, NetworkParameters network, Span<float> input)
    {
        const int Grams = NetworkParameters.WordSize;
        const int Vector = Grams + NetworkParameters.GramSize;
        const int Shape = Vector + WordVectors.Dimensions;
        network.Words.Row(features.Word).CopyTo(input);
        var grams = input.Slice(Grams, NetworkParameters.GramSize);
        grams.Clear();
        foreach (var gram in features.Grams)
        {
            TensorPrimitives.Add(grams, network.Grams.Row(gram), grams);
        }

        TensorPrimitives.Multiply(grams, GramScale(features), grams);
        FillVector(features, input.Slice(Vector, WordVectors.Dimensions));
        network.Shapes.Row(features.Shape).CopyTo(input[Shape..]);
    }

    /// <summary>The word's vector, or zeros.</summary>
    public void FillVector(WordFeatures features, Span<float> target)
    {
        if (features.Vector >= 0)
        {
            _vectors.CopyTo(features.Vector, target);
        }
        else
        {
            target.Clear();
        }
    }

    /// <summary>Keeps the sum over a word's letters at one size whatever the word's length.</summary>
    public static float GramScale(WordFeatures features) => 1 / MathF.Sqrt(features.Grams.Length);

    private static int[] Grams(ReadOnlySpan<char> letters)
    {
        var rows = ArrayPool<int>.Shared.Rent(3 * (MaxLetters + 2));
        var count = 0;
        for (var start = 0; start < letters.Length; start++)
        {
            var hash = 2166136261u;
            for (var i = start; i < letters.Length && i < start + 5; i++)
            {
                hash = (hash ^ letters[i]) * 16777619u;
                if (i - start >= 2)
                {
                    var mixed = hash ^ (hash >> 15);
                    rows[count++] = (int)((mixed * 0x2C1B3C6Du) >> (32 - NetworkParameters.GramBits));
                }
            }
        }

        var grams = rows.AsSpan(0, count).ToArray();
        ArrayPool<int>.Shared.Return(rows);
        return grams;
    }

    private static int Shape(ReadOnlySpan<char> word)
    {
        bool upper = false, lower = false, digit = false, mark = false;
        foreach (var c in word.Length > MaxLetters ? word[..MaxLetters] : word)
        {
            upper |= char.IsUpper(c);
            lower |= char.IsLower(c);
            digit |= char.IsDigit(c);
            mark |= !char.IsLetterOrDigit(c);
        }

        var size = word.Length switch { 1 => 0, 2 or 3 => 1, <= 6 => 2, _ => 3 };
        return (char.IsUpper(word[0]) ? 1 : 0) + (upper ? 2 : 0) + (lower ? 4 : 0) + (digit ? 8 : 0) + (mark ? 16 : 0) + (32 * size);
    }
}
