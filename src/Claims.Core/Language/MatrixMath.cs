using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Claims.Core.Language;

/// <summary>Products of small dense matrices, row after row in one array, in the processor's widest vectors.</summary>
internal static class MatrixMath
{
    /// <summary>Columns taken at once: two vectors of sixteen.</summary>
    public const int Panel = 32;

    /// <summary>
    /// c = a·b, or c += a·b. <paramref name="a"/> is rows × inner, <paramref name="b"/> inner × columns, <paramref name="c"/> rows × columns.
    /// </summary>
    public static void Multiply(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> c, int rows, int inner, int columns, bool add = false)
    {
        if (a.Length < rows * inner || b.Length < inner * columns || c.Length < rows * columns)
        {
            throw new ArgumentException("A matrix is smaller than its stated size.");
        }

        if (!add)
        {
            c[..(rows * columns)].Clear();
        }

        ref var a0 = ref MemoryMarshal.GetReference(a);
        ref var b0 = ref MemoryMarshal.GetReference(b);
        ref var c0 = ref MemoryMarshal.GetReference(c);
        var whole = columns - (columns % Panel);
        for (var column = 0; column < whole; column += Panel)
        {
            var row = 0;
            for (; row + 6 <= rows; row += 6)
            {
                SixRows(ref Unsafe.Add(ref a0, row * inner), ref Unsafe.Add(ref b0, column), ref Unsafe.Add(ref c0, (row * columns) + column), inner, columns);
            }

            for (; row < rows; row++)
            {
                OneRow(ref Unsafe.Add(ref a0, row * inner), ref Unsafe.Add(ref b0, column), ref Unsafe.Add(ref c0, (row * columns) + column), inner, columns);
            }
        }

        if (whole < columns)
        {
            for (var row = 0; row < rows; row++)
            {
                var target = c.Slice((row * columns) + whole, columns - whole);
                for (var k = 0; k < inner; k++)
                {
                    TensorPrimitives.MultiplyAdd(b.Slice((k * columns) + whole, columns - whole), a[(row * inner) + k], target, target);
                }
            }
        }
    }

    /// <summary>The transposed matrix.</summary>
    public static void Transpose(ReadOnlySpan<float> source, Span<float> target, int rows, int columns)
    {
        const int Block = 16;
        for (var r = 0; r < rows; r += Block)
        {
            var rEnd = Math.Min(rows, r + Block);
            for (var c = 0; c < columns; c += Block)
            {
                var cEnd = Math.Min(columns, c + Block);
                for (var i = r; i < rEnd; i++)
                {
                    for (var j = c; j < cEnd; j++)
                    {
                        target[(j * rows) + i] = source[(i * columns) + j];
                    }
                }
            }
        }
    }

    private static void SixRows(ref float a, ref float b, ref float c, int inner, int columns)
    {
        ref var a1 = ref Unsafe.Add(ref a, inner);
        ref var a2 = ref Unsafe.Add(ref a1, inner);
        ref var a3 = ref Unsafe.Add(ref a2, inner);
        ref var a4 = ref Unsafe.Add(ref a3, inner);
        ref var a5 = ref Unsafe.Add(ref a4, inner);
        Vector512<float> x0 = default, x1 = default, x2 = default, x3 = default, x4 = default, x5 = default;
        Vector512<float> y0 = default, y1 = default, y2 = default, y3 = default, y4 = default, y5 = default;
        for (nint k = 0; k < inner; k++)
        {
            var left = Vector512.LoadUnsafe(ref b);
            var right = Vector512.LoadUnsafe(ref b, 16);
            b = ref Unsafe.Add(ref b, columns);
            var f = Vector512.Create(Unsafe.Add(ref a, k));
            x0 = Vector512.FusedMultiplyAdd(f, left, x0);
            y0 = Vector512.FusedMultiplyAdd(f, right, y0);
            f = Vector512.Create(Unsafe.Add(ref a1, k));
            x1 = Vector512.FusedMultiplyAdd(f, left, x1);
            y1 = Vector512.FusedMultiplyAdd(f, right, y1);
            f = Vector512.Create(Unsafe.Add(ref a2, k));
            x2 = Vector512.FusedMultiplyAdd(f, left, x2);
            y2 = Vector512.FusedMultiplyAdd(f, right, y2);
            f = Vector512.Create(Unsafe.Add(ref a3, k));
            x3 = Vector512.FusedMultiplyAdd(f, left, x3);
            y3 = Vector512.FusedMultiplyAdd(f, right, y3);
            f = Vector512.Create(Unsafe.Add(ref a4, k));
            x4 = Vector512.FusedMultiplyAdd(f, left, x4);
            y4 = Vector512.FusedMultiplyAdd(f, right, y4);
            f = Vector512.Create(Unsafe.Add(ref a5, k));
            x5 = Vector512.FusedMultiplyAdd(f, left, x5);
            y5 = Vector512.FusedMultiplyAdd(f, right, y5);
        }

        Store(ref c, x0, y0);
        Store(ref Unsafe.Add(ref c, columns), x1, y1);
        Store(ref Unsafe.Add(ref c, columns * 2), x2, y2);
        Store(ref Unsafe.Add(ref c, columns * 3), x3, y3);
        Store(ref Unsafe.Add(ref c, columns * 4), x4, y4);
        Store(ref Unsafe.Add(ref c, columns * 5), x5, y5);
    }

    private static void OneRow(ref float a, ref float b, ref float c, int inner, int columns)
    {
        Vector512<float> x = default, y = default;
        for (nint k = 0; k < inner; k++)
        {
            var f = Vector512.Create(Unsafe.Add(ref a, k));
            x = Vector512.FusedMultiplyAdd(f, Vector512.LoadUnsafe(ref b), x);
            y = Vector512.FusedMultiplyAdd(f, Vector512.LoadUnsafe(ref b, 16), y);
            b = ref Unsafe.Add(ref b, columns);
        }

        Store(ref c, x, y);
    }

    private static void Store(ref float c, Vector512<float> left, Vector512<float> right)
    {
        (Vector512.LoadUnsafe(ref c) + left).StoreUnsafe(ref c);
        (Vector512.LoadUnsafe(ref c, 16) + right).StoreUnsafe(ref c, 16);
    }
}
