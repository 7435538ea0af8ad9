using System.Runtime.Intrinsics;

namespace Claims.Core.Language.Training;

/// <summary>The way back through <see cref="RecurrentLayer"/>.</summary>
internal static class RecurrentGradient
{
    private const int Hidden = NetworkParameters.Hidden;
    private const int State = NetworkParameters.StateSize;

    /// <param name="gates">As the forward run left them: candidates, squashed gates.</param>
    /// <param name="kinds">Three or four blocks a direction.</param>
    /// <param name="carried">What the highway carried when <paramref name="kinds"/> is three.</param>
    /// <param name="cells">States of the forward run.</param>
    /// <param name="peephole">As in the forward run.</param>
    /// <param name="offsets">As in the forward run.</param>
    /// <param name="outputGradient">Gradient of the layer's output.</param>
    /// <param name="gateGradient">Receives the gradient of what was projected.</param>
    /// <param name="carriedGradient">Receives, added, the gradient of what was carried.</param>
    /// <param name="peepholeGradient">Added to.</param>
    /// <param name="biasGradient">Added to.</param>
    public static void Run(
        float[] gates,
        int kinds,
        float[] carried,
        float[] cells,
        float[] peephole,
        int[] offsets,
        float[] outputGradient,
        float[] gateGradient,
        float[] carriedGradient,
        float[] peepholeGradient,
        float[] biasGradient)
    {
        var width = 2 * kinds * Hidden;
        var cellGradient = new float[Hidden];
        for (var direction = 0; direction < 2; direction++)
        {
            var vf = peephole.AsSpan(direction * State, Hidden);
            var vr = peephole.AsSpan((direction * State) + Hidden, Hidden);
            var dvf = peepholeGradient.AsSpan(direction * State, Hidden);
            var dvr = peepholeGradient.AsSpan((direction * State) + Hidden, Hidden);
            var dbf = biasGradient.AsSpan(direction * State, Hidden);
            var dbr = biasGradient.AsSpan((direction * State) + Hidden, Hidden);
            for (var s = 0; s + 1 < offsets.Length; s++)
            {
                Array.Clear(cellGradient);
                for (var step = offsets[s + 1] - 1; step >= offsets[s]; step--)
                {
                    var isFirst = step == offsets[s];
                    var t = direction == 0 ? step : offsets[s] + offsets[s + 1] - 1 - step;
                    var previous = isFirst ? t : direction == 0 ? t - 1 : t + 1;
                    var g = gates.AsSpan((t * width) + (direction * kinds * Hidden), kinds * Hidden);
                    var dg = gateGradient.AsSpan((t * width) + (direction * kinds * Hidden), kinds * Hidden);
                    var x = kinds == 4 ? g.Slice(3 * Hidden, Hidden) : carried.AsSpan((t * State) + (direction * Hidden), Hidden);
                    var dx = kinds == 4 ? dg.Slice(3 * Hidden, Hidden) : carriedGradient.AsSpan((t * State) + (direction * Hidden), Hidden);
                    var cell = cells.AsSpan((t * State) + (direction * Hidden), Hidden);
                    var before = cells.AsSpan((previous * State) + (direction * Hidden), Hidden);
                    var dh = outputGradient.AsSpan((t * State) + (direction * Hidden), Hidden);
                    for (var k = 0; k < Hidden; k += 16)
                    {
                        var z = Vector512.LoadUnsafe(in g[k]);
                        var f = Vector512.LoadUnsafe(in g[Hidden + k]);
                        var r = Vector512.LoadUnsafe(in g[(2 * Hidden) + k]);
                        var c0 = isFirst ? Vector512<float>.Zero : Vector512.LoadUnsafe(in before[k]);
                        var h = Vector512.LoadUnsafe(in dh[k]);
                        var carry = h * (Vector512<float>.One - r);
                        (kinds == 4 ? carry : Vector512.LoadUnsafe(in dx[k]) + carry).StoreUnsafe(ref dx[k]);
                        var dc = Vector512.LoadUnsafe(in cellGradient[k]) + (h * r);
                        var dr = h * (Vector512.LoadUnsafe(in cell[k]) - Vector512.LoadUnsafe(in x[k])) * r * (Vector512<float>.One - r);
                        var df = dc * (c0 - z) * f * (Vector512<float>.One - f);
                        (dc * (Vector512<float>.One - f)).StoreUnsafe(ref dg[k]);
                        df.StoreUnsafe(ref dg[Hidden + k]);
                        dr.StoreUnsafe(ref dg[(2 * Hidden) + k]);
                        ((dc * f) + (df * Vector512.LoadUnsafe(in vf[k])) + (dr * Vector512.LoadUnsafe(in vr[k]))).StoreUnsafe(ref cellGradient[k]);
                        (Vector512.LoadUnsafe(in dvf[k]) + (df * c0)).StoreUnsafe(ref dvf[k]);
                        (Vector512.LoadUnsafe(in dvr[k]) + (dr * c0)).StoreUnsafe(ref dvr[k]);
                        (Vector512.LoadUnsafe(in dbf[k]) + df).StoreUnsafe(ref dbf[k]);
                        (Vector512.LoadUnsafe(in dbr[k]) + dr).StoreUnsafe(ref dbr[k]);
                    }
                }
            }
        }
    }
}
