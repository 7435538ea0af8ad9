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

    /// <summary>Numbers of the state swept together; the size of the state is a multiple of it.</summary>
    private const int Block = 32;

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
                for (var block = 0; block < Hidden; block += Block)
                {
                    var at = (direction * State) + block;
                    Sweep(
                        ref MemoryMarshal.GetReference(gates[((direction * kinds * Hidden) + block)..]),
                        width,
                        ref MemoryMarshal.GetReference(kinds == 4 ? gates[((direction * kinds * Hidden) + (3 * Hidden) + block)..] : carried[((direction * Hidden) + block)..]),
                        kinds == 4 ? width : State,
                        in peephole[at],
                        in bias[at],
                        offsets[s],
                        offsets[s + 1],
                        direction == 1,
                        ref MemoryMarshal.GetReference(cells[((direction * Hidden) + block)..]),
                        ref MemoryMarshal.GetReference(output[((direction * Hidden) + block)..]));
                }
            }
        }
    }

    /// <summary>Two vectors side by side: each waits for its own state, so the processor works on one while the other waits.</summary>
    private static void Sweep(
        ref float gates,
        int width,
        ref float carried,
        int carriedWidth,
        ref readonly float peephole,
        ref readonly float bias,
        int start,
        int end,
        bool backwards,
        ref float cells,
        ref float output)
    {
        var forgetPeephole0 = Vector512.LoadUnsafe(in peephole);
        var forgetPeephole1 = Vector512.LoadUnsafe(in peephole, 16);
        var highwayPeephole0 = Vector512.LoadUnsafe(in peephole, Hidden);
        var highwayPeephole1 = Vector512.LoadUnsafe(in peephole, Hidden + 16);
        var forgetBias0 = Vector512.LoadUnsafe(in bias);
        var forgetBias1 = Vector512.LoadUnsafe(in bias, 16);
        var highwayBias0 = Vector512.LoadUnsafe(in bias, Hidden);
        var highwayBias1 = Vector512.LoadUnsafe(in bias, Hidden + 16);
        var cell0 = Vector512<float>.Zero;
        var cell1 = Vector512<float>.Zero;
        for (var step = start; step < end; step++)
        {
            nint t = backwards ? end - 1 - (step - start) : step;
            ref var g = ref Unsafe.Add(ref gates, t * width);
            ref var x = ref Unsafe.Add(ref carried, t * carriedWidth);
            ref var c = ref Unsafe.Add(ref cells, t * State);
            ref var h = ref Unsafe.Add(ref output, t * State);
            var forget0 = Sigmoid(Vector512.LoadUnsafe(ref g, Hidden) + (forgetPeephole0 * cell0) + forgetBias0);
            var forget1 = Sigmoid(Vector512.LoadUnsafe(ref g, Hidden + 16) + (forgetPeephole1 * cell1) + forgetBias1);
            var highway0 = Sigmoid(Vector512.LoadUnsafe(ref g, 2 * Hidden) + (highwayPeephole0 * cell0) + highwayBias0);
            var highway1 = Sigmoid(Vector512.LoadUnsafe(ref g, (2 * Hidden) + 16) + (highwayPeephole1 * cell1) + highwayBias1);
            var z0 = Vector512.LoadUnsafe(ref g);
            var z1 = Vector512.LoadUnsafe(ref g, 16);
            cell0 = (forget0 * (cell0 - z0)) + z0;
            cell1 = (forget1 * (cell1 - z1)) + z1;
            forget0.StoreUnsafe(ref g, Hidden);
            forget1.StoreUnsafe(ref g, Hidden + 16);
            highway0.StoreUnsafe(ref g, 2 * Hidden);
            highway1.StoreUnsafe(ref g, (2 * Hidden) + 16);
            cell0.StoreUnsafe(ref c);
            cell1.StoreUnsafe(ref c, 16);
            var x0 = Vector512.LoadUnsafe(ref x);
            var x1 = Vector512.LoadUnsafe(ref x, 16);
            ((highway0 * (cell0 - x0)) + x0).StoreUnsafe(ref h);
            ((highway1 * (cell1 - x1)) + x1).StoreUnsafe(ref h, 16);
        }
    }

    private static Vector512<float> Sigmoid(Vector512<float> x) =>
        Vector512<float>.One / (Vector512<float>.One + Vector512.Exp(-x));
}
