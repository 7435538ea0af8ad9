using System.Numerics.Tensors;

namespace Claims.Core.Grouping;

/// <summary>An encoder's vector of a claim as it is stored: one signed byte a number, since only directions are compared.</summary>
/// <param name="Model">Version of the encoder (<see cref="Encoders.ITextEncoder.Version"/>); vectors of other models are not comparable.</param>
/// <param name="Values">The numbers, the largest at ±127.</param>
public sealed record ClaimVector(string Model, byte[] Values)
{
    /// <summary>Rounds a vector to bytes. The cosine of two changes by less than .002.</summary>
    public static ClaimVector Of(string model, ReadOnlySpan<float> vector)
    {
        var most = vector.IsEmpty ? 0 : Math.Abs(TensorPrimitives.MaxMagnitude(vector));
        var values = new byte[vector.Length];
        for (var i = 0; i < values.Length && most > 0; i++)
        {
            values[i] = (byte)(sbyte)MathF.Round(vector[i] / most * sbyte.MaxValue);
        }

        return new(model, values);
    }

    /// <summary>The vector at length one; all zeros where it was.</summary>
    public float[] ToUnit()
    {
        var result = Array.ConvertAll(Values, value => (float)(sbyte)value);
        var length = result.Length == 0 ? 0 : TensorPrimitives.Norm<float>(result);
        if (length > 0)
        {
            TensorPrimitives.Divide(result, length, result);
        }

        return result;
    }
}
