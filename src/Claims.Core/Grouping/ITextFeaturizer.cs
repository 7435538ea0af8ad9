namespace Claims.Core.Grouping;

/// <summary>Turns texts into sparse vectors of n-gram features whose cosine says how alike they are. Thread-safe.</summary>
public interface ITextFeaturizer
{
    /// <summary>Name and version; a vector is comparable only with vectors of the same version.</summary>
    string Version { get; }

    /// <summary>One unit-length vector a text, in the order given.</summary>
    IReadOnlyList<SparseVector> Featurize(IReadOnlyList<string> texts);
}

/// <summary>A sparse vector: indices ascending, values of the same length.</summary>
/// <param name="Indices">Feature numbers, ascending.</param>
/// <param name="Values">Their weights.</param>
public sealed record SparseVector(int[] Indices, float[] Values)
{
    /// <summary>Dot product; the cosine when both have length one.</summary>
    public double Dot(SparseVector other)
    {
        double sum = 0;
        int i = 0, j = 0;
        while (i < Indices.Length && j < other.Indices.Length)
        {
            var difference = Indices[i] - other.Indices[j];
            if (difference == 0)
            {
                sum += Values[i++] * other.Values[j++];
            }
            else if (difference < 0)
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return sum;
    }
}
