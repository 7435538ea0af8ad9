using Claims.Core.Grouping;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Claims.Core.Tests.Grouping;

public class NgramFeaturizerTests
{
    [Fact]
    public void Featurize_GivesTheWeightsOfMlNet_WhenTheDictionaryIsSmall()
    {
        // By hand after ML.NET's source: count × ln(texts / texts with the n-gram), each block scaled to length one,
        // then both to length one together. "ab" as characters: \u0002ab, ab\u0003, \u0002ab\u0003.
        var dictionary = NgramTrainer.Train(["ab", "ab cd", "cd"], NgramTrainerOptions.Everything);
        var vector = new NgramFeaturizer(dictionary).Featurize("ab ab");
        var words = vector.Indices.Zip(vector.Values).Where(p => p.First >= dictionary.CharacterFeatures).Select(p => p.Second).ToArray();
        Assert.Equal(1 / Math.Sqrt(2), Assert.Single(words), 5);
        Assert.Equal(1, vector.Dot(vector), 5);
    }

    [Fact]
    public void Featurize_FoldsMarksCaseAndPunctuation()
    {
        var featurizer = NgramFeaturizer.Embedded;
        Assert.Equal(1, featurizer.Featurize("The café, CLOSED.").Dot(featurizer.Featurize("the cafe closed")), 5);
    }

    [Theory]
    [InlineData("The ferry sank off the northern coast", "A ferry has sunk off the north coast", "Lawmakers passed the budget")]
    [InlineData("Police detained twelve protesters", "Twelve demonstrators were detained by police", "The volcano erupted at dawn")]
    public void Featurize_PutsTheSameEventNearer(string text, string same, string other)
    {
        var vectors = NgramFeaturizer.Embedded.Featurize([text, same, other]);
        Assert.True(vectors[0].Dot(vectors[1]) > vectors[0].Dot(vectors[2]));
    }

    [Fact]
    public void Featurize_IsUnitOrEmpty_WhateverTheText() =>
        Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<string?>(), text =>
        {
            var vector = NgramFeaturizer.Embedded.Featurize(text ?? "");
            return vector.Indices.Length == 0 || Math.Abs(vector.Dot(vector) - 1) < 1e-4 || vector.Values.All(v => v == 0);
        }));

    [Fact]
    public void Save_ReadsBackTheSame_WhenNgramsHoldTabsAndBackslashes()
    {
        var dictionary = NgramTrainer.Train(["a\tb\\c d", "line\nbreak"], NgramTrainerOptions.Everything);
        using var stream = new MemoryStream();
        dictionary.Save(stream);
        stream.Position = 0;
        var read = NgramDictionary.Load(stream);
        Assert.Equal(dictionary.Count, read.Count);
        Assert.Equal(1, new NgramFeaturizer(dictionary).Featurize("a\tb\\c").Dot(new NgramFeaturizer(read).Featurize("a\tb\\c")), 5);
    }

    [Fact]
    public void Load_SaysWhatIsWrong_WhenTheStreamIsNoDictionary()
    {
        using var stream = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(stream, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write("something else\n"u8);
        }

        stream.Position = 0;
        Assert.Contains("no n-gram dictionary", Assert.Throws<InvalidDataException>(() => NgramDictionary.Load(stream)).Message);
    }
}
