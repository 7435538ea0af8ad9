using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Claims.Core.Comparison.Lexicon;
using Claims.Core.Comparison.Rules;
using Claims.Core.Extraction;
using Claims.Core.Grouping;
using Claims.Core.Grouping.Encoders;

namespace Claims.Core.Comparison;

/// <summary>A phrase that says that something happened.</summary>
/// <param name="What">What kind of thing ("arrest").</param>
/// <param name="First">Index of its first token.</param>
/// <param name="Last">Index of its last token.</param>
internal sealed record Happening(string What, int First, int Last);

/// <summary>What grouping and comparison look at in one claim, worked out once and kept as long as the claim is.</summary>
internal sealed class ClaimProfile
{
    private static readonly ConditionalWeakTable<ClaimInContext, ClaimProfile> Profiles = [];

    private readonly Lazy<EventText> eventText;
    private readonly Lazy<Story> account;

    private ClaimProfile(ClaimInContext context)
    {
        Context = context;
        Tokens = ProfileTokenizer.Tokenize(Claim.Text);
        var inside = new ProfileReader(Tokens);
        Names = Known(inside.Names(Claim));
        Content = inside.Content();
        Meanings = Content.ToDictionary(p => p.Key, p => WordNetTable.Embedded.MeaningsOf(p.Key).ToArray(), StringComparer.Ordinal);
        AllMeanings = [.. Meanings.Values.SelectMany(m => m)];
        ContextNames = Known(ProfileReader.NamesOf(Claim.Context, context.DocumentTitle));
        ContextContent = ProfileReader.ContentOf(Claim.Context, context.DocumentTitle);
        Story = ProfileReader.StoryOf(this);
        StoryLength = Math.Sqrt(Story.Values.Sum(w => w * w));
        Negations = inside.Negations();
        var around = ProfileReader.Around(Claim, Tokens);
        IsUnrealBefore = ProfileReader.IsUnreal(ProfileTokenizer.Tokenize(ProfileReader.Before(Claim)));
        IsUnrealFromOutside = IsUnrealBefore || Claim.Modality is Modality.Planned or Modality.Conditional;
        Grows = WordLists.Shared.Growth.Find(around).Any();
        IsCorrection = WordLists.Shared.Correction.Find(around).Any();
        IsProvisional = WordLists.Shared.Provisional.Find(around).Any();
        IsReversal = WordLists.Shared.Reversal.Find(around).Any();
        IsNarrow = WordLists.Shared.Narrow.Find(around).Any();
        IsCumulative = WordLists.Shared.Cumulative.Find(around).Any();
        IsWide = WordLists.Shared.Wide.Find(around).Any();
        IsOther = ProfileReader.IsOther(around);
        IsPerUnit = WordLists.Shared.PerUnit.Find(around).Any();
        UnrealAt = [.. WordLists.Shared.Unreal.Find(Tokens).Select(h => h.Last)];
        Happenings = [.. WordLists.Shared.Once.Find(Tokens).Where(h => Negations[h.First] % 2 == 0).Select(h => new Happening(h.Value, h.First, h.Last))];
        Happenings = [.. Happenings, .. OfRoles()];
        Acts = [.. WordLists.Shared.Acts.Find(Tokens).Where(h => Negations[h.First] % 2 == 0).Select(h => new Happening(h.Value, h.First, h.Last))];
        Parts = inside.Parts(Claim.Text);
        Ordinals = [.. Claim.Quantities.Where(q => q.Kind == QuantityKind.Ordinal).Select(q => q.Best)];
        Poles = inside.Poles(OppositionLibrary.Embedded, Negations);
        Subject = ProfileReader.Phrase(Claim.Subject);
        Subject = Subject with { Names = Known(Subject.Names) };
        Undergoers = Known(ProfileReader.NamesOf([.. Claim.Objects.Where(phrase => phrase.Length > 0 && char.IsUpper(phrase[0]))], null));
        Verbs = [.. DenialRule.VerbsOf(this)];
        Shares = [.. ShareRule.Read(this)];
        Changes = [.. ChangeRule.Read(this)];
        Figures = [.. Claim.Quantities.Where(q => q.Kind is not QuantityKind.Ordinal and not QuantityKind.Age).Select(q => new Figure(this, q))];
        Scores = [.. ScoreRule.Read(Tokens)];
        Clocks = [.. ClockReader.Read(Claim.Text)];
        eventText = new(() => new(Claim.Text, Tokens, context.Vector is { } stored && stored.Model == SentenceEncoder.Embedded.Version ? stored.ToUnit() : null));
        account = new(() => context.Story ?? Grouping.Story.Read(context.DocumentTitle, string.Join('\n', [Claim.Text, .. Claim.Context])));
    }

    public ClaimInContext Context { get; }

    public Claim Claim => Context.Claim;

    public IReadOnlyList<ProfileToken> Tokens { get; }

    /// <summary>Names in the claim itself.</summary>
    public ImmutableArray<ProfileName> Names { get; }

    /// <summary>Names in the headline and the sentences before.</summary>
    public ImmutableArray<ProfileName> ContextNames { get; }

    /// <summary>Words with content, one form for a family of words, with how telling each is.</summary>
    public IReadOnlyDictionary<string, double> Content { get; }

    /// <summary>Meanings of each word with content.</summary>
    public IReadOnlyDictionary<string, int[]> Meanings { get; }

    /// <summary>All of them together.</summary>
    public HashSet<int> AllMeanings { get; }

    /// <summary>Words with content of the headline and the sentences before.</summary>
    public IReadOnlyDictionary<string, double> ContextContent { get; }

    /// <summary>Words of the claim, its headline and the sentences before, with how telling each is: what story it belongs to.</summary>
    public IReadOnlyDictionary<string, double> Story { get; }

    /// <summary>Length of <see cref="Story"/> as a vector.</summary>
    public double StoryLength { get; }

    /// <summary>For each token how many denials bear on it.</summary>
    public int[] Negations { get; }

    /// <summary>What puts the claim at a pole of a scale.</summary>
    public ImmutableArray<PoleHit> Poles { get; }

    /// <summary>Whether it tells of a count that grew ("rose to").</summary>
    public bool Grows { get; }

    /// <summary>Whether it puts a figure right ("revised").</summary>
    public bool IsCorrection { get; }

    /// <summary>Whether its figure is called provisional, or final after a provisional one.</summary>
    public bool IsProvisional { get; }

    /// <summary>Whether it tells of a decision taken back.</summary>
    public bool IsReversal { get; }

    /// <summary>Whether it speaks of a short window ("in a single hour").</summary>
    public bool IsNarrow { get; }

    /// <summary>Whether it speaks of a long stretch ("since March").</summary>
    public bool IsCumulative { get; }

    /// <summary>Whether a figure in it is for each of something ("a day").</summary>
    public bool IsPerUnit { get; }

    /// <summary>Things in it that happen once to one and the same.</summary>
    public ImmutableArray<Happening> Happenings { get; }

    /// <summary>Acts in it that someone is behind.</summary>
    public ImmutableArray<Happening> Acts { get; }

    /// <summary>Its figures that can be compared, with the words around each.</summary>
    public ImmutableArray<Figure> Figures { get; }

    /// <summary>Whether the words before it in its sentence say so ("were told to").</summary>
    public bool IsUnrealBefore { get; }

    /// <summary>Whether what stands before it in its sentence leaves open whether it is so ("threatened to").</summary>
    public bool IsUnrealFromOutside { get; }

    /// <summary>Last tokens of phrases that leave open whether what follows is so.</summary>
    public ImmutableArray<int> UnrealAt { get; }

    /// <summary>Whether it speaks of a whole country or region.</summary>
    public bool IsWide { get; }

    /// <summary>Whether it sets its event off from another ("the week before", "a separate trial").</summary>
    public bool IsOther { get; }

    /// <summary>Parts of places and things in it ("eastern", "suburb"), each as a scale and a place on it.</summary>
    public ImmutableArray<string> Parts { get; }

    /// <summary>Ranks in it ("first reading": 1).</summary>
    public ImmutableArray<double> Ordinals { get; }

    /// <summary>Parts of wholes in it.</summary>
    public ImmutableArray<Share> Shares { get; }

    /// <summary>How far things rose or fell in it.</summary>
    public ImmutableArray<Change> Changes { get; }

    /// <summary>Results of matches and votes in it.</summary>
    public ImmutableArray<Score> Scores { get; }

    /// <summary>Times of day in it.</summary>
    public ImmutableArray<ClockTime> Clocks { get; }

    /// <summary>Verbs that it affirms or denies.</summary>
    public ImmutableArray<VerbHit> Verbs { get; }

    /// <summary>Words of the subject phrase.</summary>
    public SubjectPhrase Subject { get; }

    /// <summary>Objects that are a name and nothing else ("arrested Ada Holt").</summary>
    public ImmutableArray<ProfileName> Undergoers { get; }

    /// <summary>The text as the same-event score looks at it.</summary>
    public EventText EventText => eventText.Value;

    /// <summary>What its document is about.</summary>
    public Story Account => account.Value;

    /// <summary>Offset of words in the claim's text where they stand as words of their own ("a" not inside "army"), in whatever case, or -1.</summary>
    public int OffsetOf(string words)
    {
        var text = Claim.Text;
        for (var at = text.IndexOf(words, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + words.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>Index of the token at or behind an offset of the claim's text, or -1.</summary>
    public int TokenAt(int offset)
    {
        for (var i = 0; i < Tokens.Count; i++)
        {
            if (Tokens[i].End > offset)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Names with what is known of them across documents.</summary>
    public ImmutableArray<ProfileName> Known(ImmutableArray<ProfileName> names) => [.. names.Select(name => name with { Aliases = Context.Aliases })];

    /// <summary>What the roles of its figures say that happened ("let the four engineers go": a release).</summary>
    private IEnumerable<Happening> OfRoles()
    {
        foreach (var quantity in Claim.Quantities)
        {
            var what = quantity.Role switch { QuantityRoles.Released => "release", QuantityRoles.Detained => "arrest", QuantityRoles.Killed => "death", _ => null };
            var at = what is null ? -1 : OffsetOf(quantity.Text);
            if (at >= 0 && !Happenings.Any(h => h.What == what))
            {
                yield return new(what!, TokenAt(at), TokenAt(at + quantity.Text.Length - 1));
            }
        }
    }

    /// <summary>The profile of a claim; the same object for the same claim object.</summary>
    public static ClaimProfile Of(ClaimInContext claim) => Profiles.GetValue(claim, static c => new(c));
}
