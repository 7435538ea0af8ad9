using System.Numerics.Tensors;
using System.Text.Json;
using Claims.Core.Grouping.Encoders;
using Xunit;

namespace Claims.Core.Tests.Grouping.Encoders;

public sealed class SentenceEncoderTests
{
    [Fact]
    public void Encode_GivesTheReferenceVectors_WithinTheLossOfEightBits()
    {
        var reference = SharedData.PathOf("notes/use-lite-reference.json");
        using var items = JsonDocument.Parse(File.ReadAllBytes(reference));
        foreach (var item in items.RootElement.GetProperty("items").EnumerateArray())
        {
            var text = item.GetProperty("text").GetString()!;
            var expected = item.GetProperty("vector").EnumerateArray().Select(value => value.GetSingle()).ToArray();

            Assert.Equal(item.GetProperty("tokens").EnumerateArray().Select(value => value.GetInt32()), SentenceEncoder.Embedded.Pieces(text));
            Assert.InRange(TensorPrimitives.CosineSimilarity<float>(expected, SentenceEncoder.Embedded.Encode(text)), .995f, 1.0001f);
        }
    }

    [Fact]
    public void Encode_PutsParaphrasesNearer_ThanOtherTopics()
    {
        var vectors = SentenceEncoder.Embedded.Encode(
        [
            "Nine people drowned when the ferry sank.",
            "The sinking of the ferry killed nine.",
            "Parliament passed the budget after a long debate.",
        ]);

        Assert.True(TensorPrimitives.Dot<float>(vectors[0], vectors[1]) > TensorPrimitives.Dot<float>(vectors[0], vectors[2]) + 0.2f);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\0\u0001")]
    public void Encode_GivesZeros_WhenThereIsNothingToRead(string text) =>
        Assert.All(SentenceEncoder.Embedded.Encode(text), value => Assert.Equal(0, value));

    [Theory]
    [InlineData("🚢🚢 \ud83d")]
    [InlineData("عدد القتلى")]
    [InlineData("e\u0301te\u0301 …½")]
    public void Encode_GivesAVectorOfLengthOne_WhateverTheScript(string text) =>
        Assert.Equal(1, TensorPrimitives.Norm<float>(SentenceEncoder.Embedded.Encode(text)), 1e-4f);

    [Fact]
    public void Encode_ReadsTheFirstPiecesOnly_WhenTheTextIsLong()
    {
        var text = string.Concat(Enumerable.Repeat("The ferry sank off the coast. ", 2000));

        Assert.Equal(SentenceEncoder.MaximumPieces, SentenceEncoder.Embedded.Pieces(text).Length);
        Assert.Equal(1, TensorPrimitives.Norm<float>(SentenceEncoder.Embedded.Encode(text)), 1e-4f);
    }
}
