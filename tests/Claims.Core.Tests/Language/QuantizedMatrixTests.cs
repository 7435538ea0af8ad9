using Claims.Core.Language;
using Xunit;

namespace Claims.Core.Tests.Language;

public sealed class QuantizedMatrixTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(13)]
    public void Multiply_IsTheProductOfTheFloats_WithinTheirPrecision(int rows)
    {
        const int Inner = 96, Columns = 64;
        var random = new Random(rows);
        var weights = Numbers(random, Inner * Columns);
        var bias = Numbers(random, Columns);
        var input = Numbers(random, rows * Inner);
        var product = Product(new(weights, Inner, Columns, bias), input, rows);
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < Columns; column++)
            {
                var exact = (double)bias[column];
                for (var k = 0; k < Inner; k++)
                {
                    exact += (double)input[(row * Inner) + k] * weights[(k * Columns) + column];
                }

                Assert.Equal(exact, product[(row * Columns) + column], 0.02);
            }
        }
    }

    [Fact]
    public void Multiply_GivesARowTheSame_WhateverStandsBesideIt()
    {
        const int Inner = 64, Columns = 32, Rows = 21;
        var random = new Random(3);
        var matrix = new QuantizedMatrix(Numbers(random, Inner * Columns), Inner, Columns);
        var input = Numbers(random, Rows * Inner);
        var together = Product(matrix, input, Rows);
        for (var row = 0; row < Rows; row++)
        {
            var alone = Product(matrix, input.AsSpan(row * Inner, Inner), 1);
            Assert.Equal(alone[..Columns], together[(row * Columns)..((row + 1) * Columns)]);
        }
    }

    [Fact]
    public void Multiply_DoesNotOverflow_WhenAllWeightsAndInputsAreLargest()
    {
        const int Inner = 224, Columns = 32;
        float[] ones = [.. Enumerable.Repeat(1f, Inner * Columns)];
        var product = Product(new(ones, Inner, Columns), ones.AsSpan(0, Inner), 1);
        Assert.All(product[..Columns], sum => Assert.Equal(Inner, sum, 0.1));
    }

    [Fact]
    public void Multiply_GivesTheBias_WhenTheInputIsZero()
    {
        var matrix = new QuantizedMatrix(new float[32 * 32], 32, 32, [1, 2, 3]);
        Assert.Equal([1, 2, 3, 0], Product(matrix, new float[32], 1)[..4]);
    }

    [Fact]
    public void RecurrentReading_ReadsAsTheLayerThatLearned()
    {
        const int Words = 9, Hidden = NetworkParameters.Hidden, State = NetworkParameters.StateSize;
        var random = new Random(7);
        int[] offsets = [0, 4, Words];
        var peephole = Numbers(random, 2 * State);
        var carried = Numbers(random, Words * State);
        foreach (var kinds in new[] { 3, 4 })
        {
            var gates = Numbers(random, Words * 2 * kinds * Hidden);
            var read = new float[Words * State];
            RecurrentReading.Run(gates, kinds, [.. Enumerable.Range(0, Words)], carried, peephole, offsets, read);
            var learned = new float[Words * State];
            RecurrentLayer.Run([.. gates], kinds, carried, peephole, new float[2 * State], offsets, new float[Words * State], learned);
            Assert.All(read.Zip(learned), pair => Assert.Equal(pair.Second, pair.First, 1e-5));
        }
    }

    private static float[] Product(QuantizedMatrix matrix, ReadOnlySpan<float> input, int rows)
    {
        var room = rows + QuantizedMatrix.RowBlock;
        var whole = new short[room * matrix.Inner];
        var scales = new float[room];
        var product = new float[room * matrix.Columns];
        matrix.Quantize(input, rows, whole, scales);
        matrix.Multiply(whole, scales, rows, product);
        return product;
    }

    private static float[] Numbers(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => (float)((random.NextDouble() * 4) - 2))];
}
