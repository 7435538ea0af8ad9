using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Claims.Core.Comparison.Lexicon;
using Claims.Core.Extraction;
using Claims.Core.Grouping;

namespace Claims.Core.Comparison;

/// <summary>What grouping and comparison look at in one claim, worked out once and kept as long as the claim is.</summary>
internal sealed class ClaimProfile
{
    private static readonly ConditionalWeakTable<ClaimInContext, ClaimProfile> Known = [];

    private readonly Lazy<SparseVector> vector;

    private ClaimProfile(ClaimInContext context)
    {
        Context = context;
        Tokens = ProfileTokenizer.Tokenize(Claim.Text);
        var inside = new ProfileReader(Tokens);
        Names = inside.Names(Claim);
        Content = inside.Content();
        ContextNames = ProfileReader.NamesOf(Claim.Context, context.DocumentTitle);
        ContextContent = ProfileReader.ContentOf(Claim.Context, context.DocumentTitle);
        Negations = inside.Negations();
        Poles = inside.Poles(OppositionLibrary.Embedded, Negations);
        Growth = [.. WordLists.Shared.Growth.Find(Tokens).Select(h => h.Value)];
        Reversal = [.. WordLists.Shared.Reversal.Find(Tokens).Select(h => h.Value)];
        Subject = ProfileReader.Phrase(Claim.Subject);
        vector = new(() => NgramFeaturizer.Embedded.Featurize(Claim.Text));
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

    /// <summary>Words with content of the headline and the sentences before.</summary>
    public IReadOnlyDictionary<string, double> ContextContent { get; }

    /// <summary>For each token how many denials bear on it.</summary>
    public int[] Negations { get; }

    /// <summary>What puts the claim at a pole of a scale.</summary>
    public ImmutableArray<PoleHit> Poles { get; }

    /// <summary>Wording of a count that moves.</summary>
    public ImmutableArray<string> Growth { get; }

    /// <summary>Wording of a decision taken back.</summary>
    public ImmutableArray<string> Reversal { get; }

    /// <summary>Words of the subject phrase.</summary>
    public SubjectPhrase Subject { get; }

    /// <summary>N-gram features of the text.</summary>
    public SparseVector Vector => vector.Value;

    /// <summary>The profile of a claim; the same object for the same claim object.</summary>
    public static ClaimProfile Of(ClaimInContext claim) => Known.GetValue(claim, static c => new(c));
}
