using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Claims.Core.Language;

/// <summary>
/// A matrix of weights as whole numbers of thirteen bits with a scale a column, and its product with rows that are as whole: sixteen-bit
/// products go through the processor twice as fast as those of floats, and their sums are the same on every processor.
/// </summary>
internal sealed class QuantizedMatrix
{
    /// <summary>Rows taken at once: buffers of rows must have room for a multiple of it.</summary>
    public const int RowBlock = 8;

    /// <summary>Columns taken at once: two vectors of sixteen.</summary>
    private const int Panel = 32;

    private const int MaxWeight = 4095;

    /// <summary>Added to a small float, this leaves its nearest whole number in the lowest bits.</summary>
    private const float RoundingMagic = 12582912f;

    private readonly short[] _weights;
    private readonly float[] _scales;
    private readonly float[] _bias;

    /// <summary>The largest whole number of an input with which no sum leaves 32 bits.</summary>
    private readonly int _maxInput;

    /// <param name="values">Inner × columns weights, row after row.</param>
    /// <param name="inner">Length of the rows that are multiplied: a multiple of 32.</param>
    /// <param name="columns">Columns: a multiple of 32.</param>
    /// <param name="bias">Added to every row of a product, or empty.</param>
    /// <exception cref="ArgumentException">The sizes are not as stated.</exception>
    public QuantizedMatrix(ReadOnlySpan<float> values, int inner, int columns, ReadOnlySpan<float> bias = default)
    {
        if (inner < 1 || inner % Panel != 0 || columns % Panel != 0 || values.Length != inner * columns || bias.Length > columns)
        {
            throw new ArgumentException("The sizes of the matrix do not fit.");
        }

        Inner = inner;
        Columns = columns;
        _weights = new short[inner * columns];
        _scales = new float[columns];
        _bias = new float[columns];
        bias.CopyTo(_bias);
        long most = 1;
        for (var column = 0; column < columns; column++)
        {
            var largest = 0f;
            for (var k = 0; k < inner; k++)
            {
                largest = Math.Max(largest, Math.Abs(values[(k * columns) + column]));
            }

            long sum = 0;
            _scales[column] = largest / MaxWeight;
            for (var k = 0; k < inner && largest > 0; k++)
            {
                // A panel holds, for each pair of inner rows, the two weights of each of its columns side by side.
                var place = (column / Panel * Panel * inner) + (k / 2 * 2 * Panel) + (column % Panel * 2) + (k % 2);
                _weights[place] = (short)MathF.Round(values[(k * columns) + column] / _scales[column]);
                sum += Math.Abs(_weights[place]);
            }

            most = Math.Max(most, sum);
        }

        _maxInput = (int)Math.Min(short.MaxValue, int.MaxValue / most);
    }

    /// <summary>Length of the rows that are multiplied.</summary>
    public int Inner { get; }

    /// <summary>Length of the rows that come out.</summary>
    public int Columns { get; }

    /// <summary>Turns rows into whole numbers, each row with a scale of its own, for <see cref="Multiply"/>.</summary>
    /// <param name="source">Rows of floats.</param>
    /// <param name="rows">How many.</param>
    /// <param name="target">Receives the whole numbers.</param>
    /// <param name="scales">Receives what one whole number is worth in each row.</param>
    public void Quantize(ReadOnlySpan<float> source, int rows, Span<short> target, Span<float> scales)
    {
        source = source[..(rows * Inner)];
        target = target[..(rows * Inner)];
        scales = scales[..rows];
        ref var from = ref MemoryMarshal.GetReference(source);
        ref var to = ref MemoryMarshal.GetReference(target);
        for (var row = 0; row < rows; row++)
        {
            var start = (nuint)(row * Inner);
            var largest = Largest(ref Unsafe.Add(ref from, start), Inner);
            scales[row] = largest / _maxInput;
            var factor = largest > 0 ? _maxInput / largest : 0;
            for (nuint k = 0; k < (nuint)Inner; k += 32)
            {
                Vector512.Narrow(Nearest(ref from, start + k, factor), Nearest(ref from, start + k + 16, factor)).StoreUnsafe(ref to, start + k);
            }
        }
    }

    /// <summary>The largest magnitude of a row whose length is a multiple of sixteen.</summary>
    internal static float Largest(ref float row, int length)
    {
        var most = Vector512<float>.Zero;
        for (nuint k = 0; k < (nuint)length; k += 16)
        {
            most = Vector512.Max(most, Vector512.Abs(Vector512.LoadUnsafe(ref row, k)));
        }

        var half = Vector256.Max(most.GetLower(), most.GetUpper());
        var quarter = Vector128.Max(half.GetLower(), half.GetUpper());
        return Math.Max(Math.Max(quarter[0], quarter[1]), Math.Max(quarter[2], quarter[3]));
    }

    /// <summary>The nearest whole numbers to sixteen small floats times a factor.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<int> Nearest(ref float source, nuint at, float factor)
    {
        var magic = Vector512.Create(RoundingMagic);
        return ((Vector512.LoadUnsafe(ref source, at) * Vector512.Create(factor)) + magic).AsInt32() - magic.AsInt32();
    }

    /// <summary>product = rows · this + bias. Rows are taken in whole blocks, so up to seven rows after the last are written as well.</summary>
    /// <param name="rows">Rows from <see cref="Quantize"/>, with room for a whole block.</param>
    /// <param name="scales">Their scales, with room for a whole block.</param>
    /// <param name="count">How many rows.</param>
    /// <param name="product">Receives the product, with room for a whole block.</param>
    /// <exception cref="ArgumentException">A buffer is too short.</exception>
    public void Multiply(ReadOnlySpan<short> rows, ReadOnlySpan<float> scales, int count, Span<float> product)
    {
        var whole = (count + RowBlock - 1) / RowBlock * RowBlock;
        if (rows.Length < whole * Inner || scales.Length < whole || product.Length < whole * Columns)
        {
            throw new ArgumentException("A buffer has no room for a whole block of rows.");
        }

        ref var a = ref MemoryMarshal.GetReference(rows);
        ref var c = ref MemoryMarshal.GetReference(product);
        for (var column = 0; column < Columns; column += Panel)
        {
            ref var panel = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_weights), column * Inner);
            ref readonly var columnScale = ref _scales[column];
            ref readonly var bias = ref _bias[column];
            for (var row = 0; row < whole; row += RowBlock)
            {
                EightRows(ref Unsafe.Add(ref a, row * Inner), ref panel, Inner, in scales[row], in columnScale, in bias, ref Unsafe.Add(ref c, (row * Columns) + column), Columns);
            }
        }
    }

    private static void EightRows(
        ref short a, ref short b, int inner, ref readonly float scale, ref readonly float columnScale, ref readonly float bias, ref float c, int columns)
    {
        ref var a0 = ref Unsafe.As<short, int>(ref a);
        ref var a1 = ref Unsafe.As<short, int>(ref Unsafe.Add(ref a, inner));
        ref var a2 = ref Unsafe.As<short, int>(ref Unsafe.Add(ref a, inner * 2));
        ref var a3 = ref Unsafe.As<short, int>(ref Unsafe.Add(ref a, inner * 3));
        ref var a4 = ref Unsafe.As<short, int>(ref Unsafe.Add(ref a, inner * 4));
        ref var a5 = ref Unsafe.As<short, int>(ref Unsafe.Add(ref a, inner * 5));
        ref var a6 = ref Unsafe.As<short, int>(ref Unsafe.Add(ref a, inner * 6));
        ref var a7 = ref Unsafe.As<short, int>(ref Unsafe.Add(ref a, inner * 7));
        Vector512<int> x0 = default, x1 = default, x2 = default, x3 = default, x4 = default, x5 = default, x6 = default, x7 = default;
        Vector512<int> y0 = default, y1 = default, y2 = default, y3 = default, y4 = default, y5 = default, y6 = default, y7 = default;
        for (nint k = 0; k < inner / 2; k++)
        {
            var left = Vector512.LoadUnsafe(ref b);
            var right = Vector512.LoadUnsafe(ref b, 32);
            b = ref Unsafe.Add(ref b, 2 * Panel);
            var f = Vector512.Create(Unsafe.Add(ref a0, k)).AsInt16();
            x0 += PairProducts(f, left);
            y0 += PairProducts(f, right);
            f = Vector512.Create(Unsafe.Add(ref a1, k)).AsInt16();
            x1 += PairProducts(f, left);
            y1 += PairProducts(f, right);
            f = Vector512.Create(Unsafe.Add(ref a2, k)).AsInt16();
            x2 += PairProducts(f, left);
            y2 += PairProducts(f, right);
            f = Vector512.Create(Unsafe.Add(ref a3, k)).AsInt16();
            x3 += PairProducts(f, left);
            y3 += PairProducts(f, right);
            f = Vector512.Create(Unsafe.Add(ref a4, k)).AsInt16();
            x4 += PairProducts(f, left);
            y4 += PairProducts(f, right);
            f = Vector512.Create(Unsafe.Add(ref a5, k)).AsInt16();
            x5 += PairProducts(f, left);
            y5 += PairProducts(f, right);
            f = Vector512.Create(Unsafe.Add(ref a6, k)).AsInt16();
            x6 += PairProducts(f, left);
            y6 += PairProducts(f, right);
            f = Vector512.Create(Unsafe.Add(ref a7, k)).AsInt16();
            x7 += PairProducts(f, left);
            y7 += PairProducts(f, right);
        }

        Store(ref c, x0, y0, scale, in columnScale, in bias);
        Store(ref Unsafe.Add(ref c, columns), x1, y1, Unsafe.Add(ref Unsafe.AsRef(in scale), 1), in columnScale, in bias);
        Store(ref Unsafe.Add(ref c, columns * 2), x2, y2, Unsafe.Add(ref Unsafe.AsRef(in scale), 2), in columnScale, in bias);
        Store(ref Unsafe.Add(ref c, columns * 3), x3, y3, Unsafe.Add(ref Unsafe.AsRef(in scale), 3), in columnScale, in bias);
        Store(ref Unsafe.Add(ref c, columns * 4), x4, y4, Unsafe.Add(ref Unsafe.AsRef(in scale), 4), in columnScale, in bias);
        Store(ref Unsafe.Add(ref c, columns * 5), x5, y5, Unsafe.Add(ref Unsafe.AsRef(in scale), 5), in columnScale, in bias);
        Store(ref Unsafe.Add(ref c, columns * 6), x6, y6, Unsafe.Add(ref Unsafe.AsRef(in scale), 6), in columnScale, in bias);
        Store(ref Unsafe.Add(ref c, columns * 7), x7, y7, Unsafe.Add(ref Unsafe.AsRef(in scale), 7), in columnScale, in bias);
    }

    /// <summary>Products of sixteen-bit numbers, each pair of neighbours added.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> PairProducts(Vector512<short> a, Vector512<short> b)
    {
        if (Avx512BW.IsSupported)
        {
            return Avx512BW.MultiplyAddAdjacent(a, b);
        }

        if (Avx2.IsSupported)
        {
            return Vector512.Create(Avx2.MultiplyAddAdjacent(a.GetLower(), b.GetLower()), Avx2.MultiplyAddAdjacent(a.GetUpper(), b.GetUpper()));
        }

        var (wideA, wideB) = (a.AsInt32(), b.AsInt32());
        return ((wideA << 16 >> 16) * (wideB << 16 >> 16)) + ((wideA >> 16) * (wideB >> 16));
    }

    /// <summary>Sums times their scales, plus the bias.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Store(ref float c, Vector512<int> left, Vector512<int> right, float scale, ref readonly float columnScale, ref readonly float bias)
    {
        ((Vector512.ConvertToSingle(left) * (Vector512.LoadUnsafe(in columnScale) * scale)) + Vector512.LoadUnsafe(in bias)).StoreUnsafe(ref c);
        ((Vector512.ConvertToSingle(right) * (Vector512.LoadUnsafe(in columnScale, 16) * scale)) + Vector512.LoadUnsafe(in bias, 16)).StoreUnsafe(ref c, 16);
    }
}
