using Claims.Core.Language;
using Claims.Core.Language.Training;
using Xunit;

namespace Claims.Core.Tests.Language;

public sealed class NetworkTrainerTests
{
    private static readonly TrainingOptions NoDropout = new()
    {
        InputDropout = 0,
        WordDropout = 0,
        VectorDropout = 0,
        StateDropout = 0,
        TopDropout = 0,
    };

    [Fact]
    public void Step_LearnsASentenceByHeart()
    {
        var (network, encoder, example) = Tiny();
        var trainer = new NetworkTrainer(network, encoder, 3, NoDropout);
        var first = trainer.Step([example], 0.003f);
        var last = first;
        for (var i = 0; i < 60; i++)
        {
            last = trainer.Step([example], 0.003f);
        }

        Assert.True(last < first / 20, $"The loss fell from {first} only to {last}.");
        var grammar = new ParserNetwork(network, encoder, ["det", "nsubj", "punct"]).Parse([["The", "ferry", "sank", "."]])[0];
        Assert.Equal(example.Heads, grammar.Heads);
        Assert.Equal(example.Tags, grammar.Tags.Select(t => (int)t));
        Assert.Equal(["det", "nsubj", "root", "punct"], grammar.Relations);
    }

    [Fact]
    public void Step_GivesTheSameNumbers_WhenRunAgain()
    {
        Assert.Equal(Learned(), Learned());

        static float[] Learned()
        {
            var (network, encoder, example) = Tiny();
            var trainer = new NetworkTrainer(network, encoder, 3, new TrainingOptions());
            for (var i = 0; i < 3; i++)
            {
                trainer.Step([example, example], 0.01f);
            }

            return network.Top.Values;
        }
    }

    [Fact]
    public void Step_FollowsTheGradient()
    {
        // The change of the loss along one weight, measured, against the step that Adam takes: its first step has the gradient's sign.
        var (network, encoder, example) = Tiny();
        var trainer = new NetworkTrainer(network, encoder, 3, NoDropout);
        foreach (var parameter in new[] { network.Projections[0], network.Projections[2], network.Peepholes[1], network.GateBiases[0], network.Top, network.Relations })
        {
            for (var probe = 0; probe < 4; probe++)
            {
                var at = (probe * 7919) % parameter.Values.Length;
                var before = network.All.Select(p => (float[])p.Values.Clone()).ToArray();
                parameter.Values[at] += 0.02f;
                var up = trainer.Step([example], 0);
                parameter.Values[at] -= 0.04f;
                var down = trainer.Step([example], 0);
                Restore(network, before);
                var slope = (up - down) / 0.04f;
                if (MathF.Abs(slope) < 0.003f)
                {
                    continue;
                }

                var fresh = new NetworkTrainer(network, encoder, 3, NoDropout with { IsFresh = false });
                fresh.Step([example], 1e-3f);
                Assert.Equal(-MathF.Sign(slope), MathF.Sign(parameter.Values[at] - before[IndexOf(network, parameter)][at]));
                Restore(network, before);
            }
        }
    }

    private static int IndexOf(NetworkParameters network, Parameter parameter) => network.All.ToList().IndexOf(parameter);

    private static void Restore(NetworkParameters network, float[][] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            values[i].CopyTo(network.All[i].Values, 0);
        }
    }

    private static (NetworkParameters Network, WordEncoder Encoder, Example Example) Tiny()
    {
        string[] words = ["the", "ferry", "sank"];
        var encoder = new WordEncoder(words, WordVectors.Default);
        WordFeatures[] features = [encoder.Features("The"), encoder.Features("ferry"), encoder.Features("sank"), encoder.Features(".")];
        int[] tags = [(int)PartOfSpeech.Det, (int)PartOfSpeech.Noun, (int)PartOfSpeech.Verb, (int)PartOfSpeech.Punct];
        return (new NetworkParameters(words.Length), encoder, new Example(features, tags, [1, 2, -1, 2], [0, 1, 0, 2]));
    }
}
