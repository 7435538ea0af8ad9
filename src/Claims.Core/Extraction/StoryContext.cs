using System.Collections.Immutable;
using Claims.Core.Extraction.Dates;
using Claims.Core.Language;

namespace Claims.Core.Extraction;

/// <summary>Names and main nouns of the headline, of a story's first sentences and of the sentences before, which say what event a claim is about.</summary>
internal sealed class StoryContext
{
    // Names and nouns kept as context: more say no more about which event it is.
    private const int MostContext = 40;

    // Of those at most so many from the headline and the sentences before, so that the story's lead keeps its place.
    private const int MostBefore = 24;

    // News tells what it is about in its first sentences; they are context of the very first one too.
    private const int LeadSentences = 4;

    private readonly DocumentReading reading;
    private readonly List<string> title = [];
    private readonly List<string> lead = [];
    private readonly List<string> before = [];

    // What stands so far, for all claims of one sentence.
    private ImmutableArray<string> words;

    public StoryContext(DocumentReading reading)
    {
        this.reading = reading;
        foreach (var tree in reading.TitleTrees)
        {
            AddContext(title, tree, NameFinder.Find(tree));
        }

        foreach (var s in Enumerable.Range(0, reading.Trees.Count).Where(s => SentenceRegions.IsSentence(reading.Trees[s])).Take(LeadSentences))
        {
            AddContext(lead, reading.Trees[s], reading.Mentions[s]);
        }
    }

    /// <summary>The context of a claim in the sentence that is being read.</summary>
    public ImmutableArray<string> Words()
    {
        if (!words.IsDefault)
        {
            return words;
        }

        var context = ImmutableArray.CreateBuilder<string>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var word in title.Concat(before).Take(MostBefore).Concat(lead))
        {
            if (context.Count < MostContext && seen.Add(word))
            {
                context.Add(word);
            }
        }

        words = context.ToImmutable();
        return words;
    }

    /// <summary>Takes in a sentence whose claims are built.</summary>
    public void Remember(int s)
    {
        var tree = reading.Trees[s];
        var own = new List<string>();
        AddContext(own, tree, reading.Mentions[s]);

        words = default;

        // The nearest sentences say most: the newest stands first.
        before.InsertRange(0, own);
        if (before.Count > MostContext)
        {
            before.RemoveRange(MostContext, before.Count - MostContext);
        }
    }

    private void AddContext(List<string> context, SentenceTree tree, List<NameMention> mentions)
    {
        var taken = new HashSet<int>();
        foreach (var mention in mentions)
        {
            context.Add(reading.Names.FullestOf(mention.Text));
            for (var i = mention.First; i <= mention.Last; i++)
            {
                taken.Add(i);
            }
        }

        for (var i = 0; i < tree.Count; i++)
        {
            if (tree.Tag(i) == PartOfSpeech.Noun && !taken.Contains(i) && tree.Lemma(i).Length > 2 && !TimeWords.IsUnit(tree.Lemma(i)) && !TimeWords.IsWeekday(tree[i].Text, out _))
            {
                context.Add(tree.Lemma(i));
            }
        }
    }
}
