using System.Collections.Immutable;
using Claims.Core.Articles;

namespace Claims.Core.Extraction;

/// <summary>Puts the attributions that cover a predicate into one chain.</summary>
internal sealed class AttributionChains(DocumentReading reading)
{
    /// <summary>Outlet → cited outlet → speaker, from the outermost attribution that covers the predicate to the innermost.</summary>
    public AttributionChain Of(SentenceTree tree, List<AttributedContent> attributions, int head, out bool isDenied)
    {
        isDenied = false;
        var links = ImmutableArray.CreateBuilder<AttributionLink>();
        var isDirect = false;
        var offset = tree[head].Span.Start;
        foreach (var attribution in attributions.Where(attribution => attribution.IsAssertion && (attribution.Covers(offset) ? !attribution.Cue.Contains(tree[head].Span) : IsNamedBy(tree, attribution, head))).OrderByDescending(attribution => attribution.Content.Sum(span => span.Length)))
        {
            if (attribution.Via is { } via)
            {
                links.Add(via with { Span = via.Span is { } where ? reading.Reading.ToArticle(where) : null });
            }

            if (links.Count == 0 || links[^1].Name != attribution.Speaker)
            {
                links.Add(new AttributionLink(SpeakerName(attribution.Speaker), reading.Reading.ToArticle(attribution.Source), attribution.CueText));
            }

            isDirect |= attribution.IsDirect;
            isDenied ^= attribution.IsDenial;
        }

        return links.Count == 0 ? AttributionChain.OwnVoice : new AttributionChain(links.ToImmutable(), isDirect);
    }

    // A surname becomes the full name; an acronym stays as it was written.
    private string SpeakerName(string speaker)
    {
        var full = reading.Names.FullestOf(speaker);
        return full.EndsWith(speaker, StringComparison.OrdinalIgnoreCase) ? full : speaker;
    }

    // "characterised the damage as 'very considerable'": what is said has no clause of its own, so the claim is the sentence.
    private static bool IsNamedBy(SentenceTree tree, AttributedContent attribution, int head) =>
        attribution.Cue.Contains(tree[head].Span) && AttributionCues.SenseOf(tree.Lemma(head)) == CueSense.Name && attribution.IsAssertion;
}
