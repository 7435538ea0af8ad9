using System.Collections.Immutable;

namespace Claims.Core.Comparison.Lexicon;

/// <summary>What a percentage may be a percentage of, kept in <c>models/lexicon/rates.json</c>.</summary>
/// <param name="Name">Its name ("turnout").</param>
/// <param name="Phrases">Phrases that name it.</param>
/// <param name="Grows">Whether it only rises until the end of its day, so that a later and higher figure replaces an earlier one.</param>
internal sealed record Rate(string Name, ImmutableArray<string> Phrases, bool Grows = false);

/// <summary>All rates, ready for lookup.</summary>
internal static class RateLibrary
{
    /// <summary>How many words from a figure its rate may be named.</summary>
    private const int Reach = 14;

    private static readonly Lazy<PhraseSet<Rate>> Phrases = new(() =>
        new(EmbeddedJson.Read<RatesFile>("models/lexicon/rates.json").Rates.SelectMany(rate => rate.Phrases.Select(phrase => (phrase, rate)))));

    /// <summary>The rate whose name stands nearest to the words from <paramref name="first"/> to <paramref name="last"/>, or null.</summary>
    public static Rate? Near(IReadOnlyList<ProfileToken> tokens, int first, int last) =>
        Phrases.Value.Find(tokens)
            .Select(hit => (Hit: hit, Distance: hit.Last < first ? first - hit.Last : hit.First > last ? hit.First - last : 0))
            .Where(h => h.Distance <= Reach)
            .OrderBy(h => h.Distance).ThenByDescending(h => h.Hit.Words).ThenBy(h => h.Hit.First)
            .Select(h => h.Hit.Value)
            .FirstOrDefault();

    private sealed record RatesFile(Rate[] Rates);
}
