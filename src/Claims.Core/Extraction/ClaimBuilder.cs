using System.Collections.Immutable;
using System.Text;
using Claims.Core.Articles;
using Claims.Core.Language;

namespace Claims.Core.Extraction;

/// <summary>Turns the sentences of a document that was read into claims.</summary>
internal sealed class ClaimBuilder(Article article, Document document, DocumentReading reading)
{
    // Names and nouns kept as context: more say no more about which event it is.
    private const int MostContext = 40;

    // A time that starts within so many tokens of the sentence's start stands at its head.
    private const int LeadingTokens = 8;

    // Of those at most so many from the headline and the sentences before, so that the story's lead keeps its place.
    private const int MostBefore = 24;

    // News tells what it is about in its first sentences; they are context of the very first one too.
    private const int LeadSentences = 4;

    // A quotation may be attributed this many attributions after it began.
    private const int FarthestAttribution = 40;

    private readonly List<string> title = [];
    private readonly List<string> lead = [];
    private readonly List<string> before = [];
    private string? lastPerson;
    private int lastPersonSentence = -10;
    private int ordinal;

    public void Build(ImmutableArray<Claim>.Builder claims)
    {
        foreach (var tree in reading.TitleTrees)
        {
            AddContext(title, tree, NameFinder.Find(tree));
        }

        foreach (var s in Enumerable.Range(0, reading.Trees.Count).Where(s => SentenceRegions.IsSentence(reading.Trees[s])).Take(LeadSentences))
        {
            AddContext(lead, reading.Trees[s], reading.Mentions[s]);
        }

        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var firstAttribution = 0;
        for (var s = 0; s < reading.Trees.Count; s++)
        {
            var tree = reading.Trees[s];
            if (!SentenceRegions.IsSentence(tree) || !seen.Add(tree.Sentence.Span.Of(reading.Reading.Text)))
            {
                continue;
            }

            while (firstAttribution < reading.Attributions.Count && SentenceRegions.EndOf(reading.Attributions[firstAttribution]) <= tree.Sentence.Span.Start)
            {
                firstAttribution++;
            }

            BuildSentence(s, firstAttribution, claims);
            Remember(s);
        }
    }

    private void BuildSentence(int s, int firstAttribution, ImmutableArray<Claim>.Builder claims)
    {
        var tree = reading.Trees[s];
        var attributions = new List<AttributedContent>();
        for (var a = firstAttribution; a < reading.Attributions.Count && a < firstAttribution + FarthestAttribution; a++)
        {
            if (SentenceRegions.StartOf(reading.Attributions[a]) < tree.Sentence.Span.End && SentenceRegions.EndOf(reading.Attributions[a]) > tree.Sentence.Span.Start)
            {
                attributions.Add(reading.Attributions[a]);
            }
        }

        var number = 0;
        foreach (var (low, high) in SentenceRegions.ContentRegions(tree, attributions))
        {
            var part = high - low < tree.Count - 1 ? reading.Reparse(tree.Span(low, high)) : null;
            number = part is null
                ? BuildRegion(s, tree, low, high, number, attributions, claims)
                : BuildRegion(s, part, 0, part.Count - 1, number, attributions, claims);
        }
    }

    // The claims of one stretch of a sentence; returns the number for the next.
    private int BuildRegion(int s, SentenceTree tree, int first, int last, int number, List<AttributedContent> attributions, ImmutableArray<Claim>.Builder claims)
    {
        var quantities = QuantityParser.Parse(tree, reading.Times[s]);
        var clauses = ClauseFinder.Find(tree, first, last);
        for (var c = 0; c < clauses.Count; c++)
        {
            var clause = clauses[c];
            var inner = c == 0 ? clauses.Skip(1).ToList() : clauses.Where(other => other != clause && other.First >= clause.First && other.Last <= clause.Last && other.First > clause.First).ToList();
            var (from, to) = c == 0 ? SentenceRegions.MainBounds(tree, clause, inner) : (clause.First, clause.Last);
            claims.Add(Make(s, tree, clause, number++, from, to, clauses.Count == 1 && number == 1, inner, attributions, quantities, null, null));
        }

        foreach (var (subject, quantity, token) in GappedClauses.Find(tree, quantities))
        {
            var clause = new Clause(clauses[0].Head, -1, subject.First, token, true);
            claims.Add(Make(s, tree, clause, number++, subject.First, token, false, [], attributions, [quantity], tree.Words(subject.First, subject.Last), clauses[0]));
        }

        return number;
    }

    private Claim Make(
        int s, SentenceTree tree, Clause clause, int number, int from, int to, bool isWhole, List<Clause> inner, List<AttributedContent> attributions, IReadOnlyList<Quantity> quantities, string? givenSubject, Clause? gappedFrom)
    {
        var whole = isWhole ? reading.Trees[s].Sentence.Span : tree.Span(from, to);
        var span = reading.Reading.ToArticleWithoutTargets(whole, tree[clause.Head].Span.Start, article.Text);
        var sentence = reading.Reading.ToArticle(reading.Trees[s].Sentence.Span);
        var head = clause.Head;
        var predicate = PredicateReader.Read(tree, (gappedFrom ?? clause).Head);
        var chain = Chain(tree, attributions, head, out var isDenied);
        var subject = givenSubject ?? SubjectOf(s, tree, clause, predicate, chain);
        var isQuestion = ClaimTraits.IsQuestion(tree) || ClaimTraits.IsQuestion(reading.Trees[s]) || (to < tree.Count && tree[to].Text == "?");
        var affirmative = (predicate?.IsAffirmative ?? true) != isDenied;
        var lemma = predicate?.Lemma;
        if (predicate is not null && tree.Tag(predicate.Token) == PartOfSpeech.Noun && PredicateLexicon.VerbOf(tree.Lemma(predicate.Token)) is { } eventVerb)
        {
            lemma = eventVerb;
        }

        var modality = isQuestion ? Modality.Question
            : isDenied ? Modality.Denied
            : predicate is { Modality: Modality.Conditional } && !chain.Links.IsEmpty && !ClaimTraits.HasCondition(tree) ? Modality.Planned
            : predicate is { Modality: not Modality.Asserted } ? predicate.Modality
            : chain.Links.IsEmpty ? Modality.Asserted : Modality.Reported;
        var own = quantities.Where(quantity => ClauseParts.IsOwn(tree, quantity.Span, whole, inner)).ToList();
        var time = TimeOf(s, tree, whole, inner, attributions, predicate);
        var names = NamesOf(s, isWhole ? tree.Sentence.Span : whole, subject);
        var draft = new ClaimDraft(
            own, time is not null, names.Count, lemma, modality, ClaimTraits.IsPast(tree, predicate), ClaimTraits.IsComparison(tree, from, to), ClaimTraits.HasPerson(tree, from, to, first: true), ClaimTraits.HasPerson(tree, from, to, first: false),
            predicate is not null && ClaimTraits.PredicateIsMental(tree, predicate), to - from + 1);
        var (worth, reasons) = CheckWorthiness.Of(draft);
        return new Claim
        {
            Id = Claim.IdOf(document.Id, span, number),
            DocumentId = document.Id,
            ArticleId = article.Id,
            Ordinal = ordinal++,
            Span = span,
            Sentence = sentence,
            Quote = span.Of(article.Text),
            Prefix = TextSelector.Before(article.Text, span.Start),
            Suffix = TextSelector.Behind(article.Text, span.End),
            Text = StandaloneText.Write(tree, clause, from, to, subject, givenSubject is not null && gappedFrom is not null ? tree.Words(gappedFrom.Head, gappedFrom.Head) : null, own),
            Attribution = chain,
            Modality = modality,
            IsAffirmative = affirmative,
            Subject = subject,
            Predicate = lemma,
            Objects = gappedFrom is null ? ClauseParts.ObjectsOf(tree, predicate, from, to) : [],
            Quantities = [.. own.Select(Place)],
            Time = time is null ? null : time with { Span = reading.Reading.ToArticle(time.Span) },
            Names = [.. names.Select(name => name.Name)],
            Places = [.. names.Where(name => name.Kind == NameKind.Place).Select(name => name.Name)],
            Context = Context(),
            CheckWorthiness = worth,
            CheckReasons = reasons,
            Confidence = ClaimTraits.ConfidenceOf(tree, predicate, subject, from, to),
        };
    }

    private Quantity Place(Quantity quantity) => quantity with
    {
        Span = reading.Reading.ToArticle(quantity.Span),
        AsOf = quantity.AsOf is { } time ? time with { Span = reading.Reading.ToArticle(time.Span) } : null,
    };

    // Outlet → cited outlet → speaker, from the outermost attribution that covers the predicate to the innermost.
    private AttributionChain Chain(SentenceTree tree, List<AttributedContent> attributions, int head, out bool isDenied)
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

    private string? SubjectOf(int s, SentenceTree tree, Clause clause, PredicateReading? predicate, AttributionChain chain)
    {
        var token = clause.Subject;
        if (token < 0 && predicate is not null)
        {
            foreach (var verb in predicate.Chain)
            {
                token = ClauseFinder.SubjectOf(tree, verb, clause.First, clause.Last);
                if (token >= 0)
                {
                    break;
                }
            }
        }

        if (token >= 0 && QuantityParser.IsAny(tree, token, "who", "which", "that", "whom"))
        {
            token = tree.Has(clause.Head, "acl") ? tree.Head(clause.Head) : -1;
        }

        if (token < 0)
        {
            // "vowed to attack", "denied firing": the speaker is the subject; else the phrase right before the first verb.
            return SubjectFinder.IsBare(tree, clause) ? chain.Primary?.Name : SubjectFinder.ByPosition(tree, clause);
        }

        var (first, last) = tree.Phrase(token);
        if (predicate is not null && token < predicate.Chain[0])
        {
            // A phrase that swallowed its verb is a parser's slip: cut it before the verb.
            last = Math.Min(last, predicate.Chain[0] - 1);
        }

        var phrase = tree.Words(Math.Min(first, token), Math.Max(last, token));
        return tree.Tag(token) == PartOfSpeech.Pron ? Antecedent(s, phrase, chain) ?? phrase : phrase;
    }

    // "he" and "she" for the one person named just before; "I" and "we" for who speaks. Others stay as they are.
    private string? Antecedent(int s, string pronoun, AttributionChain chain)
    {
        switch (pronoun.ToLowerInvariant())
        {
            case "i" or "we":
                return chain.Primary?.Name;
            case "he" or "she":
                return s - lastPersonSentence <= 2 ? lastPerson : null;
            default:
                return null;
        }
    }

    private TimeReference? TimeOf(int s, SentenceTree tree, TextSpan whole, List<Clause> inner, List<AttributedContent> attributions, PredicateReading? predicate)
    {
        TimeReference? best = null;
        var bestRank = -1;
        foreach (var time in reading.Times[s])
        {
            if (!ClauseParts.IsOwn(tree, time.Span, whole, inner))
            {
                continue;
            }

            // "said on Tuesday": when it was said, not when it happened.
            var (token, _) = tree.TokensIn(time.Span);
            var isOfSaying = attributions.Exists(attribution => attribution.IsAssertion && reading.Trees[s].Sentence.Span.Contains(attribution.Cue) && !attribution.Covers(time.Span.Start));
            if (isOfSaying)
            {
                continue;
            }

            if (token >= tree.Count)
            {
                continue;
            }

            var rank = predicate is not null && ClauseParts.IsGovernedBy(tree, token, predicate) ? 2 : 1;
            if (rank > bestRank)
            {
                (best, bestRank) = (time, rank);
            }
        }

        return best ?? Leading(s, reading.Trees[s], whole, attributions);
    }

    // "In June, with the river in flood, the council shut both bridges": a time at the head of the sentence holds for all of it.
    private TimeReference? Leading(int s, SentenceTree tree, TextSpan whole, List<AttributedContent> attributions)
    {
        foreach (var time in reading.Times[s])
        {
            if (time.Explicit && tree.TokensIn(time.Span).First < LeadingTokens && time.Span.Start < whole.Start
                && !attributions.Exists(a => a.IsAssertion && tree.Sentence.Span.Contains(a.Cue) && a.Covers(time.Span.Start) != a.Covers(whole.Start)))
            {
                return time;
            }
        }

        return null;
    }

    private List<(string Name, NameKind Kind)> NamesOf(int s, TextSpan whole, string? subject)
    {
        var tree = reading.Trees[s];
        var names = new List<(string Name, NameKind Kind)>();
        foreach (var mention in reading.Mentions[s])
        {
            if (whole.Overlaps(tree.Span(mention.First, mention.Last)))
            {
                AddName(mention.Text, mention.Kind);
            }
        }

        if (subject is not null)
        {
            foreach (var mention in reading.Mentions[s])
            {
                if (subject.Contains(mention.Text, StringComparison.Ordinal))
                {
                    AddName(mention.Text, mention.Kind);
                }
            }

            if (subject == lastPerson)
            {
                AddName(subject, NameKind.Person);
            }
        }

        return names;

        void AddName(string text, NameKind kind)
        {
            var full = reading.Names.FullestOf(text);
            if (!names.Exists(name => name.Name == full))
            {
                names.Add((full, kind == NameKind.Unknown ? reading.Names.KindOf(full) : kind));
            }
        }
    }

    private ImmutableArray<string> Context()
    {
        var context = ImmutableArray.CreateBuilder<string>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var word in title.Concat(before).Take(MostBefore).Concat(lead))
        {
            if (context.Count < MostContext && seen.Add(word))
            {
                context.Add(word);
            }
        }

        return context.ToImmutable();
    }

    private void Remember(int s)
    {
        var tree = reading.Trees[s];
        var own = new List<string>();
        AddContext(own, tree, reading.Mentions[s]);
        // The nearest sentences say most: the newest stands first.
        before.InsertRange(0, own);
        if (before.Count > MostContext)
        {
            before.RemoveRange(MostContext, before.Count - MostContext);
        }

        foreach (var mention in reading.Mentions[s])
        {
            var full = reading.Names.FullestOf(mention.Text);
            if (reading.Names.KindOf(full) == NameKind.Person && (tree.Has(mention.First, "nsubj") || tree.Has(mention.Last, "nsubj")))
            {
                lastPerson = full;
                lastPersonSentence = s;
            }
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
