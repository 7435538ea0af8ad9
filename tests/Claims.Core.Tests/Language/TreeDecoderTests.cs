using Claims.Core.Language;
using Xunit;

namespace Claims.Core.Tests.Language;

public sealed class TreeDecoderTests
{
    [Fact]
    public void Decode_TakesTheBestHeads_WhenTheyAreATree()
    {
        // Word 1 is the root, 0 and 2 hang on it.
        float[] scores =
        [
            0, 5, 1, 2,
            1, 0, 2, 6,
            1, 7, 0, 3,
        ];
        var heads = new int[3];
        TreeDecoder.Decode(scores, 3, heads);
        Assert.Equal([1, -1, 1], heads);
    }

    [Fact]
    public void Decode_OpensACycleWhereItCostsLeast()
    {
        // 0 and 1 want each other; 2 is the root. Exchanging the head of 1 costs 1, that of 0 costs 4.
        float[] scores =
        [
            0, 5, 1, 0,
            5, 0, 4, 0,
            0, 0, 0, 9,
        ];
        var heads = new int[3];
        TreeDecoder.Decode(scores, 3, heads);
        Assert.Equal([1, 2, -1], heads);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(60)]
    [InlineData(200)]
    public void Decode_GivesATreeWithOneRoot_WhateverTheScores(int count)
    {
        var random = new Random(count);
        for (var round = 0; round < 50; round++)
        {
            // Few distinct values make ties and cycles common.
            var scores = Enumerable.Range(0, count * (count + 1)).Select(_ => (float)random.Next(0, 1 + (round % 5))).ToArray();
            var heads = new int[count];
            TreeDecoder.Decode(scores, count, heads);
            Trees.AssertIsTree(heads);
        }
    }
}
