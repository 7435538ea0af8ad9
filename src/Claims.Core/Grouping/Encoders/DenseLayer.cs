using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Claims.Core.Grouping.Encoders;

/// <summary>
/// One affine map, y = x·W + b. The weights lie in panels of 32 outputs, inputs in order within a panel, so that the
/// innermost loop reads them straight through.
/// </summary>
internal sealed class DenseLayer
{
    private const int PanelWidth = 32;
    private const int Rows = 4;

    private readonly float[] panels;
    private readonly float[] bias;

    /// <param name="inputs">Numbers in.</param>
    /// <param name="outputs">Numbers out, a multiple of 32.</param>
    /// <param name="weights">Row-major, inputs × outputs.</param>
    /// <param name="bias">One number an output.</param>
    public DenseLayer(int inputs, int outputs, ReadOnlySpan<float> weights, float[] bias)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(outputs % PanelWidth, 0);
        Inputs = inputs;
        Outputs = outputs;
        this.bias = bias;
        panels = new float[inputs * outputs];
        for (var panel = 0; panel < outputs / PanelWidth; panel++)
        {
            for (var input = 0; input < inputs; input++)
            {
                weights.Slice((input * outputs) + (panel * PanelWidth), PanelWidth).CopyTo(panels.AsSpan(((panel * inputs) + input) * PanelWidth));
            }
        }
    }

    public int Inputs { get; }

    public int Outputs { get; }

    /// <summary>Maps <paramref name="count"/> rows.</summary>
    public void Apply(ReadOnlySpan<float> input, Span<float> output, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(input.Length, count * Inputs);
        ArgumentOutOfRangeException.ThrowIfLessThan(output.Length, count * Outputs);
        for (var panel = 0; panel < Outputs / PanelWidth; panel++)
        {
            var row = 0;
            for (; row + Rows <= count; row += Rows)
            {
                FourRows(input, output, row, panel);
            }

            for (; row < count; row++)
            {
                OneRow(input, output, row, panel);
            }
        }
    }

    private void FourRows(ReadOnlySpan<float> input, Span<float> output, int row, int panel)
    {
        ref var w = ref MemoryMarshal.GetReference(panels.AsSpan(panel * Inputs * PanelWidth, Inputs * PanelWidth));
        ref var x = ref MemoryMarshal.GetReference(input.Slice(row * Inputs, Rows * Inputs));
        var first = Vector512.Create(bias.AsSpan(panel * PanelWidth));
        var second = Vector512.Create(bias.AsSpan((panel * PanelWidth) + 16));
        Vector512<float> a0 = first, a1 = second, b0 = first, b1 = second, c0 = first, c1 = second, d0 = first, d1 = second;
        for (nuint i = 0; i < (nuint)Inputs; i++)
        {
            var w0 = Vector512.LoadUnsafe(ref w, i * PanelWidth);
            var w1 = Vector512.LoadUnsafe(ref w, (i * PanelWidth) + 16);
            var value = Vector512.Create(System.Runtime.CompilerServices.Unsafe.Add(ref x, i));
            a0 = Vector512.FusedMultiplyAdd(value, w0, a0);
            a1 = Vector512.FusedMultiplyAdd(value, w1, a1);
            value = Vector512.Create(System.Runtime.CompilerServices.Unsafe.Add(ref x, i + (nuint)Inputs));
            b0 = Vector512.FusedMultiplyAdd(value, w0, b0);
            b1 = Vector512.FusedMultiplyAdd(value, w1, b1);
            value = Vector512.Create(System.Runtime.CompilerServices.Unsafe.Add(ref x, i + (2 * (nuint)Inputs)));
            c0 = Vector512.FusedMultiplyAdd(value, w0, c0);
            c1 = Vector512.FusedMultiplyAdd(value, w1, c1);
            value = Vector512.Create(System.Runtime.CompilerServices.Unsafe.Add(ref x, i + (3 * (nuint)Inputs)));
            d0 = Vector512.FusedMultiplyAdd(value, w0, d0);
            d1 = Vector512.FusedMultiplyAdd(value, w1, d1);
        }

        Store(output, row, panel, a0, a1);
        Store(output, row + 1, panel, b0, b1);
        Store(output, row + 2, panel, c0, c1);
        Store(output, row + 3, panel, d0, d1);
    }

    private void OneRow(ReadOnlySpan<float> input, Span<float> output, int row, int panel)
    {
        ref var w = ref MemoryMarshal.GetReference(panels.AsSpan(panel * Inputs * PanelWidth, Inputs * PanelWidth));
        var x = input.Slice(row * Inputs, Inputs);
        var a0 = Vector512.Create(bias.AsSpan(panel * PanelWidth));
        var a1 = Vector512.Create(bias.AsSpan((panel * PanelWidth) + 16));
        for (var i = 0; i < x.Length; i++)
        {
            var value = Vector512.Create(x[i]);
            a0 = Vector512.FusedMultiplyAdd(value, Vector512.LoadUnsafe(ref w, (nuint)(i * PanelWidth)), a0);
            a1 = Vector512.FusedMultiplyAdd(value, Vector512.LoadUnsafe(ref w, (nuint)((i * PanelWidth) + 16)), a1);
        }

        Store(output, row, panel, a0, a1);
    }

    private void Store(Span<float> output, int row, int panel, Vector512<float> first, Vector512<float> second)
    {
        var target = output.Slice((row * Outputs) + (panel * PanelWidth), PanelWidth);
        first.CopyTo(target);
        second.CopyTo(target[16..]);
    }
}
