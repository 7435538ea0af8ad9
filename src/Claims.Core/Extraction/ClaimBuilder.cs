using System.Collections.Immutable;
using System.Text;
using Claims.Core.Articles;
using Claims.Core.Language;

namespace Claims.Core.Extraction;

/// <summary>Turns the sentences of a document that was read into claims.</summary>
internal sealed class ClaimBuilder(Article article, Document document, DocumentReading reading)
{
    // W3C Web Annotation TextQuoteSelector: enough before and after to find the quote again.
    private const int SelectorContext = 32;

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

    // Fewer words before what is said are only who says it.
    private const int ShortestStatement = 7;

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

        foreach (var s in Enumerable.Range(0, reading.Trees.Count).Where(s => IsSentence(reading.Trees[s])).Take(LeadSentences))
        {
            AddContext(lead, reading.Trees[s], reading.Mentions[s]);
        }

        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var firstAttribution = 0;
        for (var s = 0; s < reading.Trees.Count; s++)
        {
            var tree = reading.Trees[s];
            if (!IsSentence(tree) || !seen.Add(tree.Sentence.Span.Of(reading.Reading.Text)))
            {
                continue;
            }

            while (firstAttribution < reading.Attributions.Count && EndOf(reading.Attributions[firstAttribution]) <= tree.Sentence.Span.Start)
            {
                firstAttribution++;
            }

            BuildSentence(s, firstAttribution, claims);
            Remember(s);
        }
    }

    private static int EndOf(AttributedContent attribution)
    {
        var end = attribution.Cue.End;
        foreach (var span in attribution.Content)
        {
            end = Math.Max(end, span.End);
        }

        return end;
    }

    // Headings, captions and fragments that reached the prose: no verb and no full stop.
    private static bool IsSentence(SentenceTree tree)
    {
        var hasVerb = false;
        var letters = 0;
        for (var i = 0; i < tree.Count; i++)
        {
            hasVerb |= tree.Tag(i) is PartOfSpeech.Verb or PartOfSpeech.Aux;
            letters += char.IsLetter(tree[i].Text[0]) ? 1 : 0;
        }

        return letters >= 2 && (hasVerb || (letters >= 4 && tree[tree.Count - 1].Text is "." or "!" or "?"));
    }

    private void BuildSentence(int s, int firstAttribution, ImmutableArray<Claim>.Builder claims)
    {
        var tree = reading.Trees[s];
        var attributions = new List<AttributedContent>();
        for (var a = firstAttribution; a < reading.Attributions.Count && a < firstAttribution + FarthestAttribution; a++)
        {
            if (StartOf(reading.Attributions[a]) < tree.Sentence.Span.End && EndOf(reading.Attributions[a]) > tree.Sentence.Span.Start)
            {
                attributions.Add(reading.Attributions[a]);
            }
        }

        var number = 0;
        foreach (var (low, high) in ContentRegions(tree, attributions))
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
            var (from, to) = c == 0 ? MainBounds(tree, clause, inner) : (clause.First, clause.Last);
            claims.Add(Make(s, tree, clause, number++, from, to, clauses.Count == 1 && number == 1, inner, attributions, quantities, null, null));
        }

        foreach (var (subject, quantity, token) in Gapped(tree, quantities))
        {
            var clause = new Clause(clauses[0].Head, -1, subject.First, token, true);
            claims.Add(Make(s, tree, clause, number++, subject.First, token, false, [], attributions, [quantity], tree.Words(subject.First, subject.Last), clauses[0]));
        }

        return number;
    }

    private static int StartOf(AttributedContent attribution)
    {
        var start = attribution.Cue.Start;
        foreach (var span in attribution.Content)
        {
            start = Math.Min(start, span.Start);
        }

        return start;
    }

    // The tokens of what is said, when the sentence attributes it, one stretch for each attribution ("X said …, adding that …");
    // else the whole sentence. The outermost attributions count: those whose own words stand in no other's content.
    private static List<(int First, int Last)> ContentRegions(SentenceTree tree, List<AttributedContent> attributions)
    {
        var regions = new List<(int First, int Last)>();
        foreach (var attribution in attributions)
        {
            if (!attribution.IsAssertion || !tree.Sentence.Span.Contains(attribution.Cue) || attributions.Exists(other => other != attribution && other.IsAssertion && other.Covers(attribution.Cue.Start)))
            {
                continue;
            }

            var best = (First: 0, Last: -1);
            foreach (var content in attribution.Content)
            {
                if (!content.Overlaps(tree.Sentence.Span))
                {
                    continue;
                }

                var (first, last) = tree.TokensIn(content);
                if (last - first > best.Last - best.First)
                {
                    best = (first, last);
                }
            }

            // "characterised the damage as …", "condemned the attack": a phrase, whose claim is the sentence itself.
            if (best.Last - best.First < 1 || IsNamedCue(tree, attribution))
            {
                continue;
            }

            while (best.First < best.Last && (tree.Tag(best.First) == PartOfSpeech.Punct || (QuantityParser.Is(tree, best.First, "that") && tree.Tag(best.First) == PartOfSpeech.Sconj)))
            {
                best.First++;
            }

            if (!regions.Exists(r => r.First <= best.Last && best.First <= r.Last))
            {
                regions.Add(best);
            }
        }

        regions.Sort((a, b) => a.First.CompareTo(b.First));
        if (regions.Count > 0 && HoldsRoot(tree, attributions, regions))
        {
            return regions;
        }

        // "Within hours the council reversed itself, with the mayor's office saying that …": the outlet's own statement, then what is said.
        if (regions.Count > 0 && regions[^1].Last >= tree.Count - 2 && regions[0].First > ShortestStatement)
        {
            var end = regions[0].First - 1;
            foreach (var attribution in attributions.Where(a => a.IsAssertion && a.Covers(tree[regions[0].First].Span.Start)))
            {
                end = Math.Min(end, Math.Min(tree.TokensIn(attribution.Source).First, tree.TokensIn(attribution.Cue).First) - 1);
            }

            if (end > ShortestStatement)
            {
                regions.Insert(0, (0, end));
                return regions;
            }
        }

        return [(0, tree.Count - 1)];
    }

    // "The party refused to sign, walking out with its leader complaining of …": the saying is a side remark, and the sentence
    // tells more than what is said. What attributes must be the sentence's own predicate, or what is said must be.
    private static bool HoldsRoot(SentenceTree tree, List<AttributedContent> attributions, List<(int First, int Last)> regions)
    {
        for (var i = 0; i < tree.Count; i++)
        {
            if (tree.Head(i) < 0)
            {
                return regions.Exists(r => r.First <= i && i <= r.Last)
                    || tree.Tag(i) is not (PartOfSpeech.Verb or PartOfSpeech.Adj)
                    || attributions.Exists(a => a.Cue.Overlaps(tree[i].Span) || (a.Cue.Start <= tree[i].Span.Start && tree[i].Span.End <= a.Cue.End));
            }
        }

        return true;
    }

    private static bool IsNamedCue(SentenceTree tree, AttributedContent attribution)
    {
        var (first, _) = tree.TokensIn(attribution.Cue);
        return first < tree.Count && AttributionCues.SenseOf(tree.Lemma(first)) == CueSense.Name;
    }

    // The main clause without clauses at its end or start that stand alone.
    private static (int First, int Last) MainBounds(SentenceTree tree, Clause main, List<Clause> inner)
    {
        var (from, to) = (main.First, main.Last);
        foreach (var clause in inner)
        {
            if (clause.First > main.Head && clause.Last >= to - 1 && clause.First > from + 2)
            {
                to = Math.Min(to, clause.First - 1);
            }
            else if (clause.First <= from + 1 && clause.Last < main.Head)
            {
                from = Math.Max(from, clause.Last + 1);
            }
        }

        while (from < to && (tree.Tag(from) == PartOfSpeech.Punct && tree[from].Text is "," or ";" or "-" or "\u2014"))
        {
            from++;
        }

        while (to > from && (tree[to].Text is "," or ";" or "\u2014" or "-" || tree.Tag(to) is PartOfSpeech.Cconj || QuantityParser.Is(tree, to, "with")))
        {
            to--;
        }

        return (from, to);
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
        var isQuestion = IsQuestion(tree) || IsQuestion(reading.Trees[s]) || (to < tree.Count && tree[to].Text == "?");
        var affirmative = (predicate?.IsAffirmative ?? true) != isDenied;
        var lemma = predicate?.Lemma;
        if (predicate is not null && tree.Tag(predicate.Token) == PartOfSpeech.Noun && PredicateLexicon.VerbOf(tree.Lemma(predicate.Token)) is { } eventVerb)
        {
            lemma = eventVerb;
        }

        var modality = isQuestion ? Modality.Question
            : isDenied ? Modality.Denied
            : predicate is { Modality: Modality.Conditional } && !chain.Links.IsEmpty && !HasCondition(tree) ? Modality.Planned
            : predicate is { Modality: not Modality.Asserted } ? predicate.Modality
            : chain.Links.IsEmpty ? Modality.Asserted : Modality.Reported;
        var own = quantities.Where(quantity => IsOwn(tree, quantity.Span, whole, inner)).ToList();
        var time = TimeOf(s, tree, whole, inner, attributions, predicate);
        var names = NamesOf(s, isWhole ? tree.Sentence.Span : whole, subject);
        var draft = new ClaimDraft(
            own, time is not null, names.Count, lemma, modality, IsPast(tree, predicate), IsComparison(tree, from, to), HasPerson(tree, from, to, first: true), HasPerson(tree, from, to, first: false),
            predicate is not null && PredicateIsMental(tree, predicate), to - from + 1);
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
            Prefix = Before(article.Text, span.Start),
            Suffix = Behind(article.Text, span.End),
            Text = StandaloneText.Write(tree, clause, from, to, subject, givenSubject is not null && gappedFrom is not null ? tree.Words(gappedFrom.Head, gappedFrom.Head) : null, own),
            Attribution = chain,
            Modality = modality,
            IsAffirmative = affirmative,
            Subject = subject,
            Predicate = lemma,
            Objects = gappedFrom is null ? ObjectsOf(tree, predicate, from, to) : [],
            Quantities = [.. own.Select(Place)],
            Time = time is null ? null : time with { Span = reading.Reading.ToArticle(time.Span) },
            Names = [.. names.Select(name => name.Name)],
            Places = [.. names.Where(name => name.Kind == NameKind.Place).Select(name => name.Name)],
            Context = Context(),
            CheckWorthiness = worth,
            CheckReasons = reasons,
            Confidence = ConfidenceOf(tree, predicate, subject, from, to),
        };
    }

    private static bool IsQuestion(SentenceTree tree)
    {
        for (var i = tree.Count - 1; i >= 0 && i >= tree.Count - 3; i--)
        {
            if (tree[i].Text == "?")
            {
                return true;
            }

            if (tree.Tag(i) != PartOfSpeech.Punct)
            {
                break;
            }
        }

        return false;
    }

    // "He said the road would close" reports what is planned; "he said it would close if it froze" hangs on something.
    private static bool HasCondition(SentenceTree tree)
    {
        for (var i = 0; i < tree.Count; i++)
        {
            if (QuantityParser.IsAny(tree, i, "if", "unless", "were", "should", "had") && (tree.Has(i, "mark") || i == 0))
            {
                return true;
            }
        }

        return false;
    }

    private Quantity Place(Quantity quantity) => quantity with
    {
        Span = reading.Reading.ToArticle(quantity.Span),
        AsOf = quantity.AsOf is { } time ? time with { Span = reading.Reading.ToArticle(time.Span) } : null,
    };

    private static bool IsOwn(SentenceTree tree, TextSpan span, TextSpan whole, List<Clause> inner)
    {
        if (!whole.Overlaps(span))
        {
            return false;
        }

        foreach (var clause in inner)
        {
            if (tree.Span(clause.First, clause.Last).Contains(span))
            {
                return false;
            }
        }

        return true;
    }

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
            return IsBare(tree, clause) ? chain.Primary?.Name : SubjectByPosition(tree, clause);
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

    private static string? SubjectByPosition(SentenceTree tree, Clause clause)
    {
        for (var i = clause.First; i <= clause.Last; i++)
        {
            if (tree.Tag(i) is not (PartOfSpeech.Verb or PartOfSpeech.Aux))
            {
                continue;
            }

            var last = i - 1;
            while (last >= clause.First && tree.Tag(last) == PartOfSpeech.Adv)
            {
                last--;
            }

            if (last < clause.First || tree.Tag(last) is not (PartOfSpeech.Noun or PartOfSpeech.Propn))
            {
                return null;
            }

            var first = last;
            while (first > clause.First)
            {
                // "residents of the valley": a preposition between two nouns joins them.
                var isJoin = first - 2 >= clause.First && QuantityParser.IsAny(tree, first - 1, "of", "in", "at", "for", "from") && tree.Tag(first - 2) is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Sym or PartOfSpeech.Num;
                if (!isJoin && tree.Tag(first - 1) is not (PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Adj or PartOfSpeech.Det or PartOfSpeech.Num or PartOfSpeech.Sym) && !QuantityParser.IsAny(tree, first - 1, "'s", "\u2019s", "-"))
                {
                    break;
                }

                first--;
            }

            return tree.Words(first, last);
        }

        return null;
    }

    private static bool IsBare(SentenceTree tree, Clause clause) =>
        QuantityParser.Is(tree, clause.First, "to") || tree[clause.First].Text.EndsWith("ing", StringComparison.OrdinalIgnoreCase) || tree.Tag(clause.Head) == PartOfSpeech.Noun;

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
            if (!IsOwn(tree, time.Span, whole, inner))
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

            var rank = predicate is not null && IsGovernedBy(tree, token, predicate) ? 2 : 1;
            if (rank > bestRank)
            {
                (best, bestRank) = (time, rank);
            }
        }

        return best ?? Leading(s, reading.Trees[s], whole, attributions);
    }

    // "In May, with the town encircled, the league opened a second front": a time at the head of the sentence holds for all of it.
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

    private static bool IsGovernedBy(SentenceTree tree, int token, PredicateReading predicate)
    {
        for (var steps = 0; token >= 0 && steps < 6; steps++)
        {
            if (predicate.Chain.Contains(token))
            {
                return true;
            }

            if (steps > 0 && tree.Tag(token) == PartOfSpeech.Verb)
            {
                return false;
            }

            token = tree.Head(token);
        }

        return false;
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

    private static ImmutableArray<string> ObjectsOf(SentenceTree tree, PredicateReading? predicate, int from, int to)
    {
        if (predicate is null)
        {
            return [];
        }

        var objects = ImmutableArray.CreateBuilder<string>();
        foreach (var child in tree.Children(predicate.Token))
        {
            if (tree.HasAny(child, "obj", "iobj", "obl", "xcomp") && child >= from && child <= to && !tree.IsClause(child) && tree.Tag(child) is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Num or PartOfSpeech.Pron)
            {
                var (first, last) = tree.Phrase(child);
                objects.Add(tree.Words(first, last));
            }
        }

        return objects.ToImmutable();
    }

    // "Badr won 27 seats and Huquq 18": a name and a figure that take predicate and noun from the clause before.
    private static IEnumerable<((int First, int Last) Subject, Quantity Quantity, int Token)> Gapped(SentenceTree tree, List<Quantity> quantities)
    {
        for (var q = 1; q < quantities.Count; q++)
        {
            var quantity = quantities[q];
            var full = quantities[q - 1];
            if (quantity.Kind != QuantityKind.Count || quantity.Counted is not null || full.Counted is null || quantity.IsPart)
            {
                continue;
            }

            var (token, last) = tree.TokensIn(quantity.Span);
            if (token < 2 || (last + 1 < tree.Count && tree.Tag(last + 1) is not (PartOfSpeech.Punct or PartOfSpeech.Cconj or PartOfSpeech.Adp)))
            {
                continue;
            }

            var first = token;
            while (first > 0 && (tree.Tag(first - 1) == PartOfSpeech.Propn || QuantityParser.IsAny(tree, first - 1, "the", "just", "only", "another") || tree[first - 1].Text == "-"))
            {
                first--;
            }

            if (first < token && first > 0 && QuantityParser.IsAny(tree, first - 1, "and", ",", ";", "while", "but"))
            {
                yield return ((first, token - 1), quantity with { Counted = full.Counted, CountedText = full.CountedText, Role = full.Role, Coverage = full.Coverage }, last);
            }
        }
    }

    private static bool IsPast(SentenceTree tree, PredicateReading? predicate)
    {
        if (predicate is null || predicate.Modality != Modality.Asserted || tree.Tag(predicate.Token) != PartOfSpeech.Verb)
        {
            return false;
        }

        var word = tree[predicate.Token].Text;
        var hasHave = false;
        foreach (var child in tree.Children(predicate.Token))
        {
            hasHave |= tree.Has(child, "aux") && tree.Lemma(child) is "have" or "be" && tree[child].Text.ToLowerInvariant() is "was" or "were" or "had" or "has" or "have";
        }

        return hasHave || (!word.Equals(tree.Lemma(predicate.Token), StringComparison.OrdinalIgnoreCase) && !word.EndsWith("ing", StringComparison.Ordinal) && word[^1] is not 's');
    }

    private static bool IsComparison(SentenceTree tree, int from, int to)
    {
        for (var i = from; i <= to; i++)
        {
            if (QuantityParser.IsAny(tree, i, "more", "less", "fewer", "most", "least", "highest", "lowest", "largest", "biggest", "increase", "increased", "decrease", "decreased", "double", "doubled", "tripled", "half", "first", "record", "rose", "fell", "than"))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasPerson(SentenceTree tree, int from, int to, bool first)
    {
        for (var i = from; i <= to; i++)
        {
            if (first ? QuantityParser.IsAny(tree, i, "i", "me", "my") : QuantityParser.IsAny(tree, i, "you", "your"))
            {
                return true;
            }
        }

        return false;
    }

    private static bool PredicateIsMental(SentenceTree tree, PredicateReading predicate) =>
        AttributionCues.SenseOf(tree.Lemma(predicate.Chain[0])) == CueSense.Think || tree.Lemma(predicate.Chain[0]) is "want" or "like" or "love" or "hope" or "wish" or "try" or "thank" or "let" or "mean";

    private static double ConfidenceOf(SentenceTree tree, PredicateReading? predicate, string? subject, int from, int to)
    {
        var confidence = 0.95;
        confidence -= predicate is null ? 0.3 : 0;
        confidence -= subject is null ? 0.15 : 0;
        confidence -= to - from > 45 ? 0.15 : to - from > 30 ? 0.05 : 0;
        confidence -= subject?.ToLowerInvariant() is "it" or "they" or "this" or "that" or "he" or "she" or "which" or "who" ? 0.1 : 0;
        return Math.Max(0.1, confidence);
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

    // Never half a surrogate pair: the selector must stay valid UTF-16.
    private static string Before(string text, int start)
    {
        var from = Math.Max(0, start - SelectorContext);
        if (from > 0 && from < start && char.IsLowSurrogate(text[from]))
        {
            from++;
        }

        return text[from..start];
    }

    private static string Behind(string text, int end)
    {
        var to = Math.Min(text.Length, end + SelectorContext);
        if (to < text.Length && to > end && char.IsHighSurrogate(text[to - 1]))
        {
            to--;
        }

        return text[end..to];
    }
}
