using System.Numerics.Tensors;
using Claims.Core.Grouping;
using Xunit;

namespace Claims.Core.Tests.Grouping;

public class ClaimVectorTests
{
    [Fact]
    public void ToUnit_PointsWhereTheVectorDid()
    {
        var vector = Enumerable.Range(0, 512).Select(i => MathF.Sin(i * i)).ToArray();

        var read = ClaimVector.Of("model", vector).ToUnit();

        Assert.InRange(TensorPrimitives.CosineSimilarity<float>(vector, read), 0.999f, 1.0001f);
        Assert.Equal(1, TensorPrimitives.Norm<float>(read), 1e-4f);
    }

    [Fact]
    public void ToUnit_IsZero_WhereTheVectorWas() => Assert.All(ClaimVector.Of("model", new float[4]).ToUnit(), value => Assert.Equal(0, value));
}
