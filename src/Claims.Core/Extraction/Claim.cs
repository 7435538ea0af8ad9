using System.Collections.Immutable;
using Claims.Core.Articles;

namespace Claims.Core.Extraction;

/// <summary>One checkable assertion of a document.</summary>
public sealed record Claim
{
    /// <summary>Key: document, span and clause, so the same reading of the same text has the same key.</summary>
    public required ClaimId Id { get; init; }

    /// <summary>The story it stands in.</summary>
    public required DocumentId DocumentId { get; init; }

    /// <summary>The article it stands in.</summary>
    public required ArticleId ArticleId { get; init; }

    /// <summary>Position in the document, from 0.</summary>
    public required int Ordinal { get; init; }

    /// <summary>Where it stands in the article's text.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The span of the whole sentence it comes from; equal to <see cref="Span"/> for a simple sentence.</summary>
    public required TextSpan Sentence { get; init; }

    /// <summary>Exactly the text of <see cref="Span"/> (W3C TextQuoteSelector).</summary>
    public required string Quote { get; init; }

    /// <summary>Up to 32 code units before the quote.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>Up to 32 code units after the quote.</summary>
    public string Suffix { get; init; } = "";

    /// <summary>The claim as a sentence that stands on its own, subject filled in where grammar gives it.</summary>
    public required string Text { get; init; }

    /// <summary>Who said it.</summary>
    public AttributionChain Attribution { get; init; } = AttributionChain.OwnVoice;

    /// <summary>How firmly it is put.</summary>
    public Modality Modality { get; init; } = Modality.Asserted;

    /// <summary>False when the main predicate is negated ("did not attack"; also "refrained from attacking", with predicate "attack").</summary>
    public bool IsAffirmative { get; init; } = true;

    /// <summary>The subject phrase as written or filled in, or null where grammar gives none.</summary>
    public string? Subject { get; init; }

    /// <summary>The main predicate as a lemma with its particle ("take part", "call off"), or null.</summary>
    public string? Predicate { get; init; }

    /// <summary>The object phrases as written.</summary>
    public ImmutableArray<string> Objects { get; init; } = [];

    /// <summary>Its figures in order.</summary>
    public ImmutableArray<Quantity> Quantities { get; init; } = [];

    /// <summary>What the figures of its sentence make of each other, where one of them is its own.</summary>
    public ImmutableArray<ArithmeticCheck> Arithmetic { get; init; } = [];

    /// <summary>When what it tells happened; null where nothing says so.</summary>
    public TimeReference? Time { get; init; }

    /// <summary>Places named in it, as written.</summary>
    public ImmutableArray<string> Places { get; init; } = [];

    /// <summary>People, organisations and places named in it, in their fullest form in the document ("Kataib Hezbollah" for "KH").</summary>
    public ImmutableArray<string> Names { get; init; } = [];

    /// <summary>Names and main nouns of the headline, of the sentences before and of the story's first sentences, which say what event this is about.</summary>
    public ImmutableArray<string> Context { get; init; } = [];

    /// <summary>How far it is worth checking, 0 to 1.</summary>
    public double CheckWorthiness { get; init; }

    /// <summary>Why, in plain words.</summary>
    public ImmutableArray<string> CheckReasons { get; init; } = [];

    /// <summary>How sure extraction is of its reading, 0 to 1.</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>The key of a claim: <paramref name="clause"/> tells apart claims that share one span.</summary>
    public static ClaimId IdOf(DocumentId document, TextSpan span, int clause = 0) =>
        new(Identity.ContentId.Of("claim", document.Value, span.Start.ToString(), span.Length.ToString(), clause.ToString()));
}
