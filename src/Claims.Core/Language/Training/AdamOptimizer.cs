using System.Numerics.Tensors;

namespace Claims.Core.Language.Training;

/// <summary>Gradient and moments of one parameter (Kingma and Ba 2015); of a table only the rows that were looked up are touched.</summary>
internal sealed class AdamParameter(Parameter parameter)
{
    private const float Beta1 = 0.9f;
    private const float Beta2 = 0.98f;
    private readonly float[] _mean = new float[parameter.Values.Length];
    private readonly float[] _square = new float[parameter.Values.Length];
    private readonly bool[] _isTouched = new bool[parameter.IsTable ? parameter.Rows : 0];
    private readonly List<int> _touched = [];
    private readonly float[] _step = new float[Math.Max(parameter.Columns, 4096)];

    public float[] Gradient { get; } = new float[parameter.Values.Length];

    /// <summary>The gradient of a row of a table, marked as touched.</summary>
    public Span<float> Row(int row)
    {
        if (!_isTouched[row])
        {
            _isTouched[row] = true;
            _touched.Add(row);
        }

        return Gradient.AsSpan(row * parameter.Columns, parameter.Columns);
    }

    /// <summary>One step against the gradient, which is then cleared.</summary>
    public void Step(float rate, int step)
    {
        rate *= MathF.Sqrt(1 - MathF.Pow(Beta2, step)) / (1 - MathF.Pow(Beta1, step));
        if (!parameter.IsTable)
        {
            for (var at = 0; at < Gradient.Length; at += _step.Length)
            {
                Step(at, Math.Min(_step.Length, Gradient.Length - at), rate);
            }

            return;
        }

        foreach (var row in _touched)
        {
            Step(row * parameter.Columns, parameter.Columns, rate);
            _isTouched[row] = false;
        }

        _touched.Clear();
    }

    private void Step(int start, int length, float rate)
    {
        var gradient = Gradient.AsSpan(start, length);
        var mean = _mean.AsSpan(start, length);
        var square = _square.AsSpan(start, length);
        var values = parameter.Values.AsSpan(start, length);
        var step = _step.AsSpan(0, length);
        TensorPrimitives.Multiply(mean, Beta1, mean);
        TensorPrimitives.MultiplyAdd(gradient, 1 - Beta1, mean, mean);
        TensorPrimitives.Multiply(gradient, gradient, step);
        TensorPrimitives.Multiply(square, Beta2, square);
        TensorPrimitives.MultiplyAdd(step, 1 - Beta2, square, square);
        TensorPrimitives.Sqrt(square, step);
        TensorPrimitives.Add(step, 1e-8f, step);
        TensorPrimitives.Divide(mean, step, step);
        TensorPrimitives.MultiplyAdd(step, -rate, values, values);
        gradient.Clear();
    }
}
