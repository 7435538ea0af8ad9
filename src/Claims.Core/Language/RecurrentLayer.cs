using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Claims.Core.Language;

/// <summary>
/// The element-wise recurrence of a simple recurrent unit (Lei et al. 2018, "Simple Recurrent Units for Highly Parallelizable
/// Recurrence", eqs. 3–6), forwards and backwards over each sentence: all products of matrices are done beforehand for all words at once.
/// </summary>
internal static class RecurrentLayer
{
    private const int Hidden = NetworkParameters.Hidden;
    private const int State = NetworkParameters.StateSize;

    /// <summary>Runs both directions over sentences laid end to end.</summary>
    /// <param name="gates">Projections of the words, a row a word: candidate, forget, highway (and the carried input) of the one, then of the other direction. The gates are left squashed in place.</param>
    /// <param name="kinds">Three or four blocks a direction.</param>
    /// <param name="carried">What the highway carries when it is not in <paramref name="gates"/>.</param>
    /// <param name="peephole">How the state before acts on forget and highway gate, a row a direction.</param>
    /// <param name="bias">Biases of the same two gates.</param>
    /// <param name="offsets">Where each sentence begins, and the end of the last.</param>
    /// <param name="cells">Receives the state of every word.</param>
    /// <param name="output">Receives the output of every word.</param>
    public static void Run(
        Span<float> gates,
        int kinds,
        ReadOnlySpan<float> carried,
        ReadOnlySpan<float> peephole,
        ReadOnlySpan<float> bias,
        ReadOnlySpan<int> offsets,
        Span<float> cells,
        Span<float> output)
    {
        var width = 2 * kinds * Hidden;
        for (var direction = 0; direction < 2; direction++)
        {
            for (var s = 0; s + 1 < offsets.Length; s++)
            {
                for (var block = 0; block < Hidden; block += 16)
                {
                    var at = direction * State;
                    Sweep(
                        ref MemoryMarshal.GetReference(gates[((direction * kinds * Hidden) + block)..]),
                        width,
                        kinds,
                        ref MemoryMarshal.GetReference(kinds == 4 ? gates[((direction * kinds * Hidden) + (3 * Hidden) + block)..] : carried[((direction * Hidden) + block)..]),
                        kinds == 4 ? width : State,
                        (Vector512.LoadUnsafe(in peephole[at + block]), Vector512.LoadUnsafe(in peephole[at + Hidden + block])),
                        (Vector512.LoadUnsafe(in bias[at + block]), Vector512.LoadUnsafe(in bias[at + Hidden + block])),
                        offsets[s],
                        offsets[s + 1],
                        direction == 1,
                        ref MemoryMarshal.GetReference(cells[((direction * Hidden) + block)..]),
                        ref MemoryMarshal.GetReference(output[((direction * Hidden) + block)..]));
                }
            }
        }
    }

    private static void Sweep(
        ref float gates,
        int width,
        int kinds,
        ref float carried,
        int carriedWidth,
        (Vector512<float> Forget, Vector512<float> Highway) peephole,
        (Vector512<float> Forget, Vector512<float> Highway) bias,
        int start,
        int end,
        bool backwards,
        ref float cells,
        ref float output)
    {
        var cell = Vector512<float>.Zero;
        for (var step = start; step < end; step++)
        {
            nint t = backwards ? end - 1 - (step - start) : step;
            ref var g = ref Unsafe.Add(ref gates, t * width);
            var z = Vector512.LoadUnsafe(ref g);
            var forget = Sigmoid(Vector512.LoadUnsafe(ref g, Hidden) + (peephole.Forget * cell) + bias.Forget);
            var highway = Sigmoid(Vector512.LoadUnsafe(ref g, 2 * Hidden) + (peephole.Highway * cell) + bias.Highway);
            var x = Vector512.LoadUnsafe(ref Unsafe.Add(ref carried, t * carriedWidth));
            cell = (forget * (cell - z)) + z;
            forget.StoreUnsafe(ref g, Hidden);
            highway.StoreUnsafe(ref g, 2 * Hidden);
            cell.StoreUnsafe(ref Unsafe.Add(ref cells, t * State));
            ((highway * (cell - x)) + x).StoreUnsafe(ref Unsafe.Add(ref output, t * State));
        }
    }

    private static Vector512<float> Sigmoid(Vector512<float> x) =>
        Vector512<float>.One / (Vector512<float>.One + Vector512.Exp(-x));
}
