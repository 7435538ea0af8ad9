using Claims.Core.Grouping;
using Claims.MLNet.Grouping;
using Xunit;

namespace Claims.MLNet.Tests.Grouping;

public sealed class MlNetFeaturizerTests
{
    private static readonly string[] Corpus =
    [
        "At least 14 people were killed when the ferry Halcyon sank off Port Merrow on Tuesday.",
        "The harbour authority put the number of dead at nine, and said 30 were missing.",
        "Militia commanders in Orsk stayed out of the fighting, a spokesman said.",
        "“We fired no rocket,” the group's statement read; witnesses disagreed.",
        "The Café Zürich reopened after the U.S. envoy's visit cost 1,300 dinars.",
        "Talks in Velm were called off. Talks in Velm went ahead.",
    ];

    [Fact]
    public void Featurize_GivesTheCosinesOfTheEmbeddedFeaturizer_WhenBothLearnedTheSameTexts()
    {
        foreach (var keepPunctuation in new[] { false, true })
        {
            foreach (var minimum in new[] { 1, 2 })
            {
                var options = new NgramTrainerOptions(keepPunctuation, minimum, minimum, minimum);

                AssertSameCosines(new(NgramTrainer.Train(Corpus, options)), MlNetFeaturizer.Train(Corpus, options));
            }
        }
    }

    [Fact]
    public void Featurize_GivesTheCosinesOfTheEmbeddedFeaturizer_WhenBothUseTheShippedModel() =>
        AssertSameCosines(NgramFeaturizer.Embedded, MlNetFeaturizer.Embedded);

    [Fact]
    public void Load_GivesTheSameVectors_WhenTheModelWasSaved()
    {
        var trained = MlNetFeaturizer.Train(Corpus, NgramTrainerOptions.Everything);
        using var file = new MemoryStream();
        trained.Save(file);
        file.Position = 0;

        var loaded = MlNetFeaturizer.Load(file);

        var before = trained.Featurize(Corpus);
        var after = loaded.Featurize(Corpus);
        for (var i = 0; i < Corpus.Length; i++)
        {
            Assert.Equal(before[i].Indices, after[i].Indices);
            Assert.Equal(before[i].Values, after[i].Values);
        }
    }

    [Fact]
    public void Featurize_GivesAnEmptyVector_WhenNoNgramIsKnown()
    {
        var vectors = MlNetFeaturizer.Train(Corpus, NgramTrainerOptions.Everything).Featurize(["", "\u4e2d\u6587"]);

        Assert.All(vectors, vector => Assert.Empty(vector.Indices));
    }

    [Fact]
    public async Task Featurize_GivesTheSame_WhenCalledFromManyThreads()
    {
        var featurizer = MlNetFeaturizer.Train(Corpus, NgramTrainerOptions.Everything);
        var expected = featurizer.Featurize(Corpus);

        var results = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => featurizer.Featurize(Corpus))));

        Assert.All(results, result => Assert.Equal(expected.Select(v => v.Values), result.Select(v => v.Values)));
    }

    private static void AssertSameCosines(NgramFeaturizer ours, MlNetFeaturizer theirs)
    {
        string[] texts = [.. Corpus, "Nine died on the Halcyon, the authority said.", "Rockets were fired from Orsk by the militia."];
        var a = ours.Featurize(texts);
        var b = theirs.Featurize(texts);
        for (var i = 0; i < texts.Length; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                Assert.Equal(a[i].Dot(a[j]), b[i].Dot(b[j]), 1e-4);
            }
        }
    }
}
