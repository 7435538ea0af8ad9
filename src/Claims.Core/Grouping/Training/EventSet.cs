using System.Text.Json;
using Claims.Core.Comparison.Lexicon;

namespace Claims.Core.Grouping.Training;

/// <summary>
/// A set of news documents whose annotated sentences say which events they tell of (JSON lines: <c>doc</c>, <c>topic</c>,
/// <c>event</c>, <c>sentences</c> with <c>text</c>, <c>events</c>, <c>annotated</c>), ready to learn the same-event score
/// from and to measure it on.
/// </summary>
public sealed class EventSet
{
    private readonly List<Document> documents = [];
    private readonly List<(EventSentence Sentence, EventText Text)> sentences = [];
    private readonly Dictionary<(int, int), double[]> storyFeatures = [];
    private readonly Dictionary<(int, int), double[]> textFeatures = [];

    private EventSet()
    {
    }

    /// <summary>The annotated sentences, in order of the file.</summary>
    public IReadOnlyList<EventSentence> Sentences => [.. sentences.Select(s => s.Sentence)];

    /// <summary>The topics, in order of the file.</summary>
    public IReadOnlyList<string> Topics => [.. documents.Select(d => d.Topic).Distinct()];

    /// <summary>Reads a file.</summary>
    public static EventSet Read(string file)
    {
        var result = new EventSet();
        foreach (var line in File.ReadLines(file))
        {
            using var json = JsonDocument.Parse(line);
            var row = json.RootElement;
            var rows = row.GetProperty("sentences").EnumerateArray().ToList();
            var document = new Document(row.GetProperty("topic").ToString(), row.GetProperty("event").ToString(), Story.Read(null, string.Join('\n', rows.Select(s => s.GetProperty("text").GetString()))));
            for (var i = 0; i < rows.Count; i++)
            {
                if (rows[i].GetProperty("annotated").GetBoolean())
                {
                    var text = rows[i].GetProperty("text").GetString() ?? "";
                    result.sentences.Add((
                        new(result.documents.Count, row.GetProperty("doc").ToString(), document.Topic, text, rows[i].GetProperty("events").EnumerateArray().Select(e => e.ToString()).ToHashSet()),
                        new(text, ProfileTokenizer.Tokenize(text))));
                }
            }

            result.documents.Add(document);
        }

        return result;
    }

    /// <summary>Learns weights from some topics: stories from pairs of documents, events from pairs of sentences of one story.</summary>
    /// <param name="use">Whether a topic may be learned from.</param>
    /// <exception cref="ArgumentException">No topic may.</exception>
    public SameEventWeights Learn(Func<string, bool> use)
    {
        var stories = new List<(string Topic, double[] Features, bool IsSame)>();
        for (var i = 0; i < documents.Count; i++)
        {
            for (var j = i + 1; j < documents.Count; j++)
            {
                if (use(documents[i].Topic) && use(documents[j].Topic) && (documents[i].Topic == documents[j].Topic || ((i * 31) + j) % AcrossEvery == 0))
                {
                    stories.Add((documents[i].Topic == documents[j].Topic ? documents[i].Topic : "", StoryFeatures(i, j), documents[i].Event == documents[j].Event));
                }
            }
        }

        var events = new List<(string Topic, double[] Features, bool IsSame)>();
        for (var i = 0; i < sentences.Count; i++)
        {
            for (var j = i + 1; j < sentences.Count; j++)
            {
                var (a, b) = (sentences[i].Sentence, sentences[j].Sentence);
                if (a.DocumentIndex != b.DocumentIndex && use(a.Topic) && documents[a.DocumentIndex].Event == documents[b.DocumentIndex].Event)
                {
                    events.Add((a.Topic, TextFeatures(i, j), a.Events.Overlaps(b.Events)));
                }
            }
        }

        return new([.. Topics.Where(use)], LogisticFit.Fit(SameEventFeatures.OfStories, Weigh(stories)), LogisticFit.Fit(SameEventFeatures.OfTexts, Weigh(events)));
    }

    /// <summary>The score of two sentences by their numbers in <see cref="Sentences"/>, 0 to 1.</summary>
    public double Score(SameEventWeights weights, int i, int j)
    {
        ArgumentNullException.ThrowIfNull(weights);
        var ((a, x), (b, y)) = (sentences[i], sentences[j]);
        var story = a.DocumentIndex == b.DocumentIndex ? 1 : weights.Story.Probability(StoryFeatures(a.DocumentIndex, b.DocumentIndex));
        return SameEventModel.Score(story, weights.Event, x, documents[a.DocumentIndex].Story, y, documents[b.DocumentIndex].Story);
    }

    /// <summary>Of pairs of documents of two topics every so many-th is used: they are many and mostly easy.</summary>
    private const int AcrossEvery = 14;

    /// <summary>Topics have from 80 to 4,500 pairs; each counts by the root of its number, so that no big one outweighs the others.</summary>
    private static List<LogisticCase> Weigh(List<(string Topic, double[] Features, bool IsSame)> pairs)
    {
        var counts = pairs.CountBy(p => p.Topic).ToDictionary(p => p.Key, p => p.Value);
        var mean = counts.Where(p => p.Key.Length > 0).Average(p => p.Value);
        return [.. pairs.Select(p => new LogisticCase(p.Features, p.IsSame, p.Topic.Length == 0 ? 1 : Math.Sqrt(mean / counts[p.Topic])))];
    }

    private double[] StoryFeatures(int i, int j)
    {
        if (!storyFeatures.TryGetValue((i, j), out var features))
        {
            storyFeatures[(i, j)] = features = SameEventFeatures.Of(documents[i].Story, documents[j].Story);
        }

        return features;
    }

    private double[] TextFeatures(int i, int j)
    {
        if (!textFeatures.TryGetValue((i, j), out var features))
        {
            var ((a, x), (b, y)) = (sentences[i], sentences[j]);
            textFeatures[(i, j)] = features = SameEventFeatures.Of(x, documents[a.DocumentIndex].Story, y, documents[b.DocumentIndex].Story);
        }

        return features;
    }

    private sealed record Document(string Topic, string Event, Story Story);
}

/// <summary>An annotated sentence of an event set.</summary>
/// <param name="DocumentIndex">Number of its document in the file.</param>
/// <param name="Document">Name of its document.</param>
/// <param name="Topic">Topic of its document.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Events">Events that it tells of.</param>
public sealed record EventSentence(int DocumentIndex, string Document, string Topic, string Text, IReadOnlySet<string> Events);
