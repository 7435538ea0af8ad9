using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Claims.Core.Language;

/// <summary>
/// <see cref="RecurrentLayer"/> for reading: the biases are in the projections already, nothing is kept for a way back, and the gates
/// are squashed by a polynomial of the fifth degree (right to a millionth) in place of the library's exponential.
/// </summary>
internal static class RecurrentReading
{
    private const int Hidden = NetworkParameters.Hidden;
    private const int State = NetworkParameters.StateSize;

    /// <summary>Numbers of the state swept together; the size of the state is a multiple of it.</summary>
    private const int Block = 32;

    /// <summary>Gates are squashed as if no sum were further from zero than this, in powers of two.</summary>
    private const float Furthest = 40;

    /// <summary>Added to a small float, this leaves its nearest whole number in the lowest bits.</summary>
    private const float RoundingMagic = 12582912f;

    /// <summary>Runs both directions over sentences laid end to end.</summary>
    /// <param name="gates">Projections: candidate, forget, highway (and the carried input) of the one, then of the other direction, a row a projection.</param>
    /// <param name="kinds">Three or four blocks a direction.</param>
    /// <param name="rows">The row of <paramref name="gates"/> of each word.</param>
    /// <param name="carried">What the highway carries when it is not in <paramref name="gates"/>, a row a word.</param>
    /// <param name="peephole">How the state before acts on forget and highway gate, a row a direction.</param>
    /// <param name="offsets">Where each sentence begins, and the end of the last.</param>
    /// <param name="output">Receives the output of every word.</param>
    public static void Run(
        ReadOnlySpan<float> gates, int kinds, ReadOnlySpan<int> rows, ReadOnlySpan<float> carried, ReadOnlySpan<float> peephole, ReadOnlySpan<int> offsets, Span<float> output)
    {
        var width = 2 * kinds * Hidden;
        for (var direction = 0; direction < 2; direction++)
        {
            for (var block = 0; block < Hidden; block += Block)
            {
                var own = (direction * kinds * Hidden) + block;
                ref readonly var g = ref gates[own];
                ref readonly var x = ref (kinds == 4 ? ref gates[own + (3 * Hidden)] : ref carried[(direction * Hidden) + block]);
                for (var s = 0; s + 1 < offsets.Length; s++)
                {
                    Sweep(
                        in g, width, rows[offsets[s]..offsets[s + 1]], in x, kinds == 4 ? -1 : offsets[s], in peephole[(direction * State) + block],
                        direction == 1, ref MemoryMarshal.GetReference(output[((offsets[s] * State) + (direction * Hidden) + block)..]));
                }
            }
        }
    }

    /// <summary>Two vectors side by side: each waits for its own state, so the processor works on one while the other waits.</summary>
    private static void Sweep(
        ref readonly float gates, int width, ReadOnlySpan<int> rows, ref readonly float carried, int carriedStart, ref readonly float peephole, bool backwards, ref float output)
    {
        var forgetPeephole0 = Vector512.LoadUnsafe(in peephole);
        var forgetPeephole1 = Vector512.LoadUnsafe(in peephole, 16);
        var highwayPeephole0 = Vector512.LoadUnsafe(in peephole, Hidden);
        var highwayPeephole1 = Vector512.LoadUnsafe(in peephole, Hidden + 16);
        var cell0 = Vector512<float>.Zero;
        var cell1 = Vector512<float>.Zero;
        for (var step = 0; step < rows.Length; step++)
        {
            var t = backwards ? rows.Length - 1 - step : step;
            var row = (nint)rows[t] * width;
            ref var g = ref Unsafe.Add(ref Unsafe.AsRef(in gates), row);
            ref var x = ref Unsafe.Add(ref Unsafe.AsRef(in carried), carriedStart < 0 ? row : (nint)(carriedStart + t) * State);
            ref var h = ref Unsafe.Add(ref output, (nint)t * State);
            var (forget0, highway0) = Squash(Vector512.LoadUnsafe(ref g, Hidden) + (forgetPeephole0 * cell0), Vector512.LoadUnsafe(ref g, 2 * Hidden) + (highwayPeephole0 * cell0));
            var (forget1, highway1) = Squash(Vector512.LoadUnsafe(ref g, Hidden + 16) + (forgetPeephole1 * cell1), Vector512.LoadUnsafe(ref g, (2 * Hidden) + 16) + (highwayPeephole1 * cell1));
            var z0 = Vector512.LoadUnsafe(ref g);
            var z1 = Vector512.LoadUnsafe(ref g, 16);
            cell0 = (forget0 * (cell0 - z0)) + z0;
            cell1 = (forget1 * (cell1 - z1)) + z1;
            var x0 = Vector512.LoadUnsafe(ref x);
            var x1 = Vector512.LoadUnsafe(ref x, 16);
            ((highway0 * (cell0 - x0)) + x0).StoreUnsafe(ref h);
            ((highway1 * (cell1 - x1)) + x1).StoreUnsafe(ref h, 16);
        }
    }

    /// <summary>The logistic function of two vectors for the price of one division: 1/a is b/(a·b).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<float> First, Vector512<float> Second) Squash(Vector512<float> first, Vector512<float> second)
    {
        var a = Vector512<float>.One + ExpOfMinus(first);
        var b = Vector512<float>.One + ExpOfMinus(second);
        var inverse = Vector512<float>.One / (a * b);
        return (inverse * b, inverse * a);
    }

    /// <summary>e to the power of -x: two to the power of the nearest whole number, times the polynomial through the six Chebyshev points for what is left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> ExpOfMinus(Vector512<float> x)
    {
        var power = x * Vector512.Create(-1.44269504f);
        power = Vector512.MinNative(Vector512.MaxNative(power, Vector512.Create(-Furthest)), Vector512.Create(Furthest));
        var rounded = power + Vector512.Create(RoundingMagic);
        var f = power - (rounded - Vector512.Create(RoundingMagic));
        var p = Vector512.FusedMultiplyAdd(Vector512.Create(0.0013390863f), f, Vector512.Create(0.0096760319f));
        p = Vector512.FusedMultiplyAdd(p, f, Vector512.Create(0.055503571f));
        p = Vector512.FusedMultiplyAdd(p, f, Vector512.Create(0.24022107f));
        p = Vector512.FusedMultiplyAdd(p, f, Vector512.Create(0.69314719f));
        p = Vector512.FusedMultiplyAdd(p, f, Vector512.Create(1.0000001f));
        return (p.AsInt32() + (rounded.AsInt32() << 23)).AsSingle();
    }
}
