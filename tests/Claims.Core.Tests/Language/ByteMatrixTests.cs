using Claims.Core.Language;
using Xunit;

namespace Claims.Core.Tests.Language;

public sealed class ByteMatrixTests
{
    private const int Inner = 192, Columns = 64;

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(13)]
    public void Multiply_IsExact_WhenWeightsAndInputsAreWholeNumbersInRange(int rows)
    {
        // The largest stand in every column and row, so that nothing is rounded.
        var random = new Random(rows);
        float[] weights = [.. Enumerable.Range(0, Inner * Columns).Select(i => i < Columns ? 31f : random.Next(-31, 32))];
        float[] input = [.. Enumerable.Range(0, rows * Inner).Select(i => i % Inner == 0 ? -63f : random.Next(-63, 64))];
        float[] bias = [.. Enumerable.Range(0, Columns).Select(i => (float)i)];
        var product = Product(new(weights, Inner, Columns, bias), input, rows);
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < Columns; column++)
            {
                var exact = bias[column];
                for (var k = 0; k < Inner; k++)
                {
                    exact += input[(row * Inner) + k] * weights[(k * Columns) + column];
                }

                Assert.Equal(exact, product[(row * Columns) + column], 0.5f);
            }
        }
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, -1)]
    [InlineData(-1, 1)]
    [InlineData(-1, -1)]
    public void Multiply_DoesNotOverflow_WhenAllWeightsAndInputsAreLargest(float weight, float input)
    {
        float[] weights = [.. Enumerable.Repeat(weight, Inner * Columns)];
        var product = Product(new(weights, Inner, Columns), [.. Enumerable.Repeat(input, Inner)], 1);
        Assert.All(product[..Columns], sum => Assert.Equal(Inner * weight * input, sum, 0.1f));
    }

    [Fact]
    public void Multiply_GivesTheBias_WhenInputOrWeightsAreZero()
    {
        var bias = Enumerable.Repeat(2f, Columns).ToArray();
        Assert.Equal(2, Product(new(new float[Inner * Columns], Inner, Columns, bias), [.. Enumerable.Repeat(3f, Inner)], 1)[0]);
        Assert.Equal(2, Product(new([.. Enumerable.Repeat(3f, Inner * Columns)], Inner, Columns, bias), new float[Inner], 1)[0]);
    }

    private static float[] Product(ByteMatrix matrix, float[] input, int rows)
    {
        var room = rows + ByteMatrix.RowBlock;
        var bytes = new sbyte[room * Inner];
        var scales = new float[room];
        var shifts = new int[room];
        var product = new float[room * Columns];
        matrix.Quantize(input, rows, bytes, scales, shifts);
        matrix.Multiply(bytes, scales, shifts, rows, product);
        return product;
    }
}
