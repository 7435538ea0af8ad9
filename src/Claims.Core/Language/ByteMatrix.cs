using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Claims.Core.Language;

/// <summary>
/// A matrix of weights of six bits with a scale a column, and its product with rows of seven: half as large and half as fast again as
/// <see cref="QuantizedMatrix"/>, for the layers that bear it. Sums are exact, so they are the same on every processor.
/// </summary>
internal sealed class ByteMatrix
{
    /// <summary>Rows taken at once: buffers of rows must have room for a multiple of it.</summary>
    public const int RowBlock = QuantizedMatrix.RowBlock;

    /// <summary>Columns taken at once: two vectors of sixteen.</summary>
    private const int Panel = 32;

    /// <summary>
    /// Largest weight and largest input. Processors multiply bytes with a sign by bytes without one only, so weights are kept moved up by
    /// <see cref="Shift"/>; eight products of 63 and 63 then fit in 16 bits, and are added there.
    /// </summary>
    private const int MaxWeight = 31;

    private const int MaxInput = 63;
    private const int Shift = 32;

    private readonly byte[] _weights;
    private readonly float[] _scales;
    private readonly float[] _bias;

    /// <param name="values">Inner × columns weights, row after row.</param>
    /// <param name="inner">Length of the rows that are multiplied: a multiple of 64.</param>
    /// <param name="columns">Columns: a multiple of 32.</param>
    /// <param name="bias">Added to every row of a product, or empty.</param>
    /// <exception cref="ArgumentException">The sizes are not as stated.</exception>
    public ByteMatrix(ReadOnlySpan<float> values, int inner, int columns, ReadOnlySpan<float> bias = default)
    {
        if (inner < 1 || inner % 64 != 0 || columns % Panel != 0 || values.Length != inner * columns || bias.Length > columns)
        {
            throw new ArgumentException("The sizes of the matrix do not fit.");
        }

        Inner = inner;
        Columns = columns;
        _weights = new byte[inner * columns];
        _scales = new float[columns];
        _bias = new float[columns];
        bias.CopyTo(_bias);
        for (var column = 0; column < columns; column++)
        {
            var largest = 0f;
            for (var k = 0; k < inner; k++)
            {
                largest = Math.Max(largest, Math.Abs(values[(k * columns) + column]));
            }

            _scales[column] = largest / MaxWeight;
            for (var k = 0; k < inner; k++)
            {
                // A panel holds, for each four inner rows, the four weights of each of its columns side by side.
                var place = (column / Panel * Panel * inner) + (k / 4 * 4 * Panel) + (column % Panel * 4) + (k % 4);
                var weight = largest > 0 ? (int)MathF.Round(values[(k * columns) + column] / _scales[column]) : 0;
                _weights[place] = (byte)(weight + Shift);
            }
        }
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
    /// <param name="shifts">Receives what each row adds to every sum because weights are kept moved up.</param>
    public void Quantize(ReadOnlySpan<float> source, int rows, Span<sbyte> target, Span<float> scales, Span<int> shifts)
    {
        source = source[..(rows * Inner)];
        target = target[..(rows * Inner)];
        scales = scales[..rows];
        shifts = shifts[..rows];
        ref var from = ref MemoryMarshal.GetReference(source);
        ref var to = ref MemoryMarshal.GetReference(target);
        for (var row = 0; row < rows; row++)
        {
            var start = (nuint)(row * Inner);
            var largest = QuantizedMatrix.Largest(ref Unsafe.Add(ref from, start), Inner);
            scales[row] = largest / MaxInput;
            var factor = largest > 0 ? MaxInput / largest : 0;
            var sum = Vector512<int>.Zero;
            for (nuint k = 0; k < (nuint)Inner; k += 64)
            {
                var a = QuantizedMatrix.Nearest(ref from, start + k, factor);
                var b = QuantizedMatrix.Nearest(ref from, start + k + 16, factor);
                var c = QuantizedMatrix.Nearest(ref from, start + k + 32, factor);
                var d = QuantizedMatrix.Nearest(ref from, start + k + 48, factor);
                sum += a + b + c + d;
                Vector512.Narrow(Vector512.Narrow(a, b), Vector512.Narrow(c, d)).StoreUnsafe(ref to, start + k);
            }

            shifts[row] = Shift * Vector512.Sum(sum);
        }
    }

    /// <summary>product = rows · this + bias. Rows are taken in whole blocks, so up to seven rows after the last are written as well.</summary>
    /// <param name="rows">Rows from <see cref="Quantize"/>, with room for a whole block.</param>
    /// <param name="scales">Their scales, with room for a whole block.</param>
    /// <param name="shifts">Their shifts, with room for a whole block.</param>
    /// <param name="count">How many rows.</param>
    /// <param name="product">Receives the product, with room for a whole block.</param>
    /// <exception cref="ArgumentException">A buffer is too short.</exception>
    public void Multiply(ReadOnlySpan<sbyte> rows, ReadOnlySpan<float> scales, ReadOnlySpan<int> shifts, int count, Span<float> product)
    {
        var whole = (count + RowBlock - 1) / RowBlock * RowBlock;
        if (rows.Length < whole * Inner || scales.Length < whole || shifts.Length < whole || product.Length < whole * Columns)
        {
            throw new ArgumentException("A buffer has no room for a whole block of rows.");
        }

        ref var a = ref MemoryMarshal.GetReference(rows);
        ref var c = ref MemoryMarshal.GetReference(product);
        for (var column = 0; column < Columns; column += Panel)
        {
            ref var panel = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_weights), column * Inner);
            for (var row = 0; row < whole; row += RowBlock)
            {
                EightRows(
                    ref Unsafe.Add(ref a, row * Inner), ref panel, Inner, in scales[row], in shifts[row], in _scales[column], in _bias[column],
                    ref Unsafe.Add(ref c, (row * Columns) + column), Columns);
            }
        }
    }

    private static void EightRows(
        ref sbyte a, ref byte b, int inner, ref readonly float scale, ref readonly int shift, ref readonly float columnScale, ref readonly float bias, ref float c, int columns)
    {
        ref var a0 = ref Unsafe.As<sbyte, int>(ref a);
        ref var a1 = ref Unsafe.As<sbyte, int>(ref Unsafe.Add(ref a, inner));
        ref var a2 = ref Unsafe.As<sbyte, int>(ref Unsafe.Add(ref a, inner * 2));
        ref var a3 = ref Unsafe.As<sbyte, int>(ref Unsafe.Add(ref a, inner * 3));
        ref var a4 = ref Unsafe.As<sbyte, int>(ref Unsafe.Add(ref a, inner * 4));
        ref var a5 = ref Unsafe.As<sbyte, int>(ref Unsafe.Add(ref a, inner * 5));
        ref var a6 = ref Unsafe.As<sbyte, int>(ref Unsafe.Add(ref a, inner * 6));
        ref var a7 = ref Unsafe.As<sbyte, int>(ref Unsafe.Add(ref a, inner * 7));
        Vector512<int> x0 = default, x1 = default, x2 = default, x3 = default, x4 = default, x5 = default, x6 = default, x7 = default;
        Vector512<int> y0 = default, y1 = default, y2 = default, y3 = default, y4 = default, y5 = default, y6 = default, y7 = default;
        for (nint k = 0; k < inner / 4; k += 4)
        {
            var left = new Weights(ref b);
            var right = new Weights(ref Unsafe.Add(ref b, 64));
            b = ref Unsafe.Add(ref b, 16 * Panel);
            var f = new Inputs(ref Unsafe.Add(ref a0, k));
            x0 += SixteenProducts(left, f);
            y0 += SixteenProducts(right, f);
            f = new Inputs(ref Unsafe.Add(ref a1, k));
            x1 += SixteenProducts(left, f);
            y1 += SixteenProducts(right, f);
            f = new Inputs(ref Unsafe.Add(ref a2, k));
            x2 += SixteenProducts(left, f);
            y2 += SixteenProducts(right, f);
            f = new Inputs(ref Unsafe.Add(ref a3, k));
            x3 += SixteenProducts(left, f);
            y3 += SixteenProducts(right, f);
            f = new Inputs(ref Unsafe.Add(ref a4, k));
            x4 += SixteenProducts(left, f);
            y4 += SixteenProducts(right, f);
            f = new Inputs(ref Unsafe.Add(ref a5, k));
            x5 += SixteenProducts(left, f);
            y5 += SixteenProducts(right, f);
            f = new Inputs(ref Unsafe.Add(ref a6, k));
            x6 += SixteenProducts(left, f);
            y6 += SixteenProducts(right, f);
            f = new Inputs(ref Unsafe.Add(ref a7, k));
            x7 += SixteenProducts(left, f);
            y7 += SixteenProducts(right, f);
        }

        ref var s = ref Unsafe.AsRef(in scale);
        ref var o = ref Unsafe.AsRef(in shift);
        QuantizedMatrix.Store(ref c, x0 - Vector512.Create(o), y0 - Vector512.Create(o), s, in columnScale, in bias);
        QuantizedMatrix.Store(ref Unsafe.Add(ref c, columns), x1 - Shifted(ref o, 1), y1 - Shifted(ref o, 1), Unsafe.Add(ref s, 1), in columnScale, in bias);
        QuantizedMatrix.Store(ref Unsafe.Add(ref c, columns * 2), x2 - Shifted(ref o, 2), y2 - Shifted(ref o, 2), Unsafe.Add(ref s, 2), in columnScale, in bias);
        QuantizedMatrix.Store(ref Unsafe.Add(ref c, columns * 3), x3 - Shifted(ref o, 3), y3 - Shifted(ref o, 3), Unsafe.Add(ref s, 3), in columnScale, in bias);
        QuantizedMatrix.Store(ref Unsafe.Add(ref c, columns * 4), x4 - Shifted(ref o, 4), y4 - Shifted(ref o, 4), Unsafe.Add(ref s, 4), in columnScale, in bias);
        QuantizedMatrix.Store(ref Unsafe.Add(ref c, columns * 5), x5 - Shifted(ref o, 5), y5 - Shifted(ref o, 5), Unsafe.Add(ref s, 5), in columnScale, in bias);
        QuantizedMatrix.Store(ref Unsafe.Add(ref c, columns * 6), x6 - Shifted(ref o, 6), y6 - Shifted(ref o, 6), Unsafe.Add(ref s, 6), in columnScale, in bias);
        QuantizedMatrix.Store(ref Unsafe.Add(ref c, columns * 7), x7 - Shifted(ref o, 7), y7 - Shifted(ref o, 7), Unsafe.Add(ref s, 7), in columnScale, in bias);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Shifted(ref int shift, int row) => Vector512.Create(Unsafe.Add(ref shift, row));

    /// <summary>The sums of sixteen products each: of the four neighbours in each of four pairs of vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> SixteenProducts(Weights w, Inputs a)
    {
        if (Avx512BW.IsSupported)
        {
            var pairs = Avx512BW.MultiplyAddAdjacent(w.V0, a.V0) + Avx512BW.MultiplyAddAdjacent(w.V1, a.V1)
                + (Avx512BW.MultiplyAddAdjacent(w.V2, a.V2) + Avx512BW.MultiplyAddAdjacent(w.V3, a.V3));
            return Avx512BW.MultiplyAddAdjacent(pairs, Vector512<short>.One);
        }

        return Neighbours(Pairs(w.V0, a.V0) + Pairs(w.V1, a.V1) + (Pairs(w.V2, a.V2) + Pairs(w.V3, a.V3)));
    }

    /// <summary>Products of bytes, each pair of neighbours added.</summary>
    private static Vector512<short> Pairs(Vector512<byte> w, Vector512<sbyte> a)
    {
        if (Avx2.IsSupported)
        {
            return Vector512.Create(Avx2.MultiplyAddAdjacent(w.GetLower(), a.GetLower()), Avx2.MultiplyAddAdjacent(w.GetUpper(), a.GetUpper()));
        }

        // Weights are below 128, so they may be read as bytes with a sign.
        var (wide, wideInput) = (w.AsInt16(), a.AsInt16());
        return ((wide << 8 >> 8) * (wideInput << 8 >> 8)) + ((wide >> 8) * (wideInput >> 8));
    }

    private static Vector512<int> Neighbours(Vector512<short> pairs)
    {
        var wide = pairs.AsInt32();
        return (wide << 16 >> 16) + (wide >> 16);
    }

    /// <summary>Sixteen inner rows of half a panel.</summary>
    private readonly ref struct Weights
    {
        public readonly Vector512<byte> V0;
        public readonly Vector512<byte> V1;
        public readonly Vector512<byte> V2;
        public readonly Vector512<byte> V3;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Weights(ref byte b)
        {
            V0 = Vector512.LoadUnsafe(ref b);
            V1 = Vector512.LoadUnsafe(ref b, 4 * Panel);
            V2 = Vector512.LoadUnsafe(ref b, 8 * Panel);
            V3 = Vector512.LoadUnsafe(ref b, 12 * Panel);
        }
    }

    /// <summary>Sixteen inputs of a row, each four in every place of a vector.</summary>
    private readonly ref struct Inputs
    {
        public readonly Vector512<sbyte> V0;
        public readonly Vector512<sbyte> V1;
        public readonly Vector512<sbyte> V2;
        public readonly Vector512<sbyte> V3;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Inputs(ref int a)
        {
            V0 = Vector512.Create(a).AsSByte();
            V1 = Vector512.Create(Unsafe.Add(ref a, 1)).AsSByte();
            V2 = Vector512.Create(Unsafe.Add(ref a, 2)).AsSByte();
            V3 = Vector512.Create(Unsafe.Add(ref a, 3)).AsSByte();
        }
    }
}
