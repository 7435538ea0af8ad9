using System.Text.Json;
using Claims.Core.Grouping;
using Claims.Core.Grouping.Training;
using Xunit;

namespace Claims.Core.Tests.Grouping.Training;

public sealed class SameEventTrainerTests : IDisposable
{
    private static readonly string[] Places = ["Karsmouth", "Delbrook", "Hannock", "Tervale", "Ostwick", "Wendle"];

    private readonly string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public SameEventTrainerTests() => File.WriteAllLines(file, Places.SelectMany((place, topic) => new[]
    {
        Document(topic, "a", place, "A ferry sank off {0} and four sailors drowned.", "The owner of the ferry was fined in May."),
        Document(topic, "a", place, "Four sailors drowned when a ferry went down near {0}.", "Its owner was fined for the ferry's state."),
        Document(topic, "b", place, "Voters in {0} chose a new mayor on Sunday.", "The mayor promised cheaper buses."),
        Document(topic, "b", place, "A new mayor was chosen by the voters of {0}.", "Buses will be cheaper, the mayor promised."),
    }));

    [Fact]
    public void Train_GivesTheSameBytes_FromTheSameFile()
    {
        Assert.Equal(Saved(SameEventTrainer.Train(file)), Saved(SameEventTrainer.Train(file)));
    }

    [Fact]
    public void LeaveOut_AnswersWithWeights_LearnedOnNeitherTopic()
    {
        var set = EventSet.Read(file);
        var weights = SameEventTrainer.LeaveOut(set);

        foreach (var a in set.Topics)
        {
            Assert.All(set.Topics, b => Assert.DoesNotContain(weights(a, b).LearnedFrom, topic => topic == a || topic == b));
        }
    }

    [Fact]
    public void Score_PutsTwoReportsOfOneEvent_OverTwoEventsOfOneStory()
    {
        var set = EventSet.Read(file);

        Assert.True(set.Score(SameEventModel.Embedded, 0, 2) > set.Score(SameEventModel.Embedded, 0, 3));
        Assert.True(set.Score(SameEventModel.Embedded, 0, 2) > set.Score(SameEventModel.Embedded, 0, 6));
        Assert.All(Enumerable.Range(0, set.Sentences.Count), i => Assert.InRange(set.Score(SameEventModel.Embedded, 0, i), 0, 1));
    }

    public void Dispose() => File.Delete(file);

    private static byte[] Saved(SameEventWeights weights)
    {
        using var stream = new MemoryStream();
        SameEventTrainer.Save(weights, stream);
        return stream.ToArray();
    }

    private static string Document(int topic, string story, string place, string first, string second) => JsonSerializer.Serialize(new
    {
        doc = $"{topic}{story}{first}",
        topic,
        @event = $"{topic}{story}",
        sentences = new object[]
        {
            new { text = string.Format(System.Globalization.CultureInfo.InvariantCulture, first, place), events = new[] { $"{topic}{story}1" }, annotated = true },
            new { text = second, events = new[] { $"{topic}{story}2" }, annotated = true },
        },
    });
}
