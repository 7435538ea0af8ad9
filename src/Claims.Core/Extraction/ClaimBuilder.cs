using System.Collections.Immutable;
using Claims.Core.Articles;
using Claims.Core.Extraction.Dates;
using Claims.Core.Language;

namespace Claims.Core.Extraction;

/// <summary>Turns the sentences of a document that was read into claims.</summary>
internal sealed class ClaimBuilder(Article article, Document document, DocumentReading reading)
{
    // A quotation may be attributed this many attributions after it began.
    private const int FarthestAttribution = 40;

    private readonly StoryContext context = new(reading);
    private readonly ClaimSubjects subjects = new(reading);
    private readonly ClaimTimes times = new(reading);
    private readonly AttributionChains chains = new(reading);
    private int ordinal;

    public void Build(ImmutableArray<Claim>.Builder claims)
    {
        var sentences = Sentences();

        // All stretches of the document are parsed in one batch.
        var spans = new List<TextSpan>();
        foreach (var (s, _, regions) in sentences)
        {
            foreach (var (low, high) in regions)
            {
                if (IsPart(reading.Trees[s], low, high))
                {
                    spans.Add(reading.Trees[s].Span(low, high));
                }
            }
        }

        var parts = reading.Reparse(spans);
        var next = 0;
        foreach (var (s, attributions, regions) in sentences)
        {
            var tree = reading.Trees[s];
            var number = 0;
            foreach (var (low, high) in regions)
            {
                var part = IsPart(tree, low, high) ? parts[next++] : null;
                number = part is null
                    ? BuildRegion(s, tree, low, high, number, attributions, claims)
                    : BuildRegion(s, part, 0, part.Count - 1, number, attributions, claims);
            }

            context.Remember(s);
            subjects.Remember(s);
        }
    }

    private static bool IsPart(SentenceTree tree, int low, int high) => high - low < tree.Count - 1;

    // The sentences that hold claims, each once, with the attributions that touch them and the stretches that tell something.
    private List<(int Sentence, List<AttributedContent> Attributions, List<(int First, int Last)> Regions)> Sentences()
    {
        var sentences = new List<(int, List<AttributedContent>, List<(int, int)>)>();
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

            var attributions = new List<AttributedContent>();
            for (var a = firstAttribution; a < reading.Attributions.Count && a < firstAttribution + FarthestAttribution; a++)
            {
                if (SentenceRegions.StartOf(reading.Attributions[a]) < tree.Sentence.Span.End && SentenceRegions.EndOf(reading.Attributions[a]) > tree.Sentence.Span.Start)
                {
                    attributions.Add(reading.Attributions[a]);
                }
            }

            sentences.Add((s, attributions, SentenceRegions.ContentRegions(tree, attributions)));
        }

        return sentences;
    }

    // The claims of one stretch of a sentence; returns the number for the next.
    private int BuildRegion(int s, SentenceTree tree, int first, int last, int number, List<AttributedContent> attributions, ImmutableArray<Claim>.Builder claims)
    {
        var quantities = QuantityParser.Parse(tree, reading.Times[s]);
        var clauses = ClauseFinder.Find(tree, first, last);
        TimeReference? mainTime = null;
        for (var c = 0; c < clauses.Count; c++)
        {
            var clause = clauses[c];
            var inner = c == 0 ? clauses.Skip(1).ToList() : clauses.Where(other => other != clause && other.First >= clause.First && other.Last <= clause.Last && other.First > clause.First).ToList();
            var (from, to) = c == 0 ? SentenceRegions.MainBounds(tree, clause, inner) : (clause.First, clause.Last);
            claims.Add(Make(s, tree, clause, number++, from, to, clauses.Count == 1 && number == 1, inner, attributions, quantities, null, null, mainTime, SharingBehind(tree, clause, clauses)));
            mainTime = c == 0 ? times.Of(s, tree, tree.Span(from, to), inner, attributions, PredicateReader.Read(tree, clause.Head)) : mainTime;
        }

        foreach (var (subject, quantity, token) in GappedClauses.Find(tree, quantities))
        {
            var clause = new Clause(clauses[0].Head, -1, subject.First, token, true);
            claims.Add(Make(s, tree, clause, number++, subject.First, token, false, [], attributions, [quantity], tree.Words(subject.First, subject.Last), clauses[0], null, null));
        }

        return number;
    }

    private Claim Make(
        int s, SentenceTree tree, Clause clause, int number, int from, int to, bool isWhole, List<Clause> inner, List<AttributedContent> attributions, IReadOnlyList<Quantity> quantities, string? givenSubject, Clause? gappedFrom, TimeReference? mainTime, Clause? behind)
    {
        var whole = isWhole ? reading.Trees[s].Sentence.Span : tree.Span(from, to);
        var span = reading.Reading.ToArticleWithoutTargets(whole, tree[clause.Head].Span.Start, article.Text);
        var sentence = reading.Reading.ToArticle(reading.Trees[s].Sentence.Span);
        var head = clause.Head;
        var predicate = PredicateReader.Read(tree, (gappedFrom ?? clause).Head);
        var chain = chains.Of(tree, attributions, head, out var isDenied);
        var subject = givenSubject ?? subjects.Of(s, tree, clause, predicate, chain);
        var isQuestion = ClaimTraits.IsQuestion(tree) || ClaimTraits.IsQuestion(reading.Trees[s]) || (to < tree.Count && tree[to].Text == "?");
        var affirmative = (predicate?.IsAffirmative ?? true) != isDenied;
        var lemma = predicate?.Lemma;
        if (predicate is not null && tree.Tag(predicate.Token) == PartOfSpeech.Noun && PredicateLexicon.VerbOf(tree.Lemma(predicate.Token)) is { } eventVerb)
        {
            lemma = eventVerb;
        }

        predicate = WithShared(tree, clause, predicate);
        var modality = isQuestion ? Modality.Question
            : isDenied ? Modality.Denied
            : predicate is { Modality: Modality.Conditional } && !chain.Links.IsEmpty && !ClaimTraits.HasCondition(tree) ? Modality.Planned
            : predicate is { Modality: not Modality.Asserted } ? predicate.Modality
            : chain.Links.IsEmpty ? Modality.Asserted : Modality.Reported;
        var own = quantities.Where(quantity => ClauseParts.IsOwn(tree, quantity.Span, whole, inner)).ToList();
        var time = times.Of(s, tree, whole, inner, attributions, predicate);
        if (behind is not null)
        {
            time ??= times.Of(s, tree, tree.Span(behind.First, behind.Last), [], attributions, predicate);
        }

        // "struck the coast on Tuesday, killing nine": what a participle tells is part of the same event.
        time ??= clause.Kind == ClauseKind.Participle ? mainTime : null;
        var names = NamesOf(s, isWhole || clause.Kind == ClauseKind.Participle ? tree.Sentence.Span : whole, subject);
        var draft = new ClaimDraft(
            own, time is not null, names.Count, lemma, modality, ClaimTraits.IsPast(tree, predicate), ClaimTraits.IsComparison(tree, from, to), ClaimTraits.HasPerson(tree, from, to, first: true), ClaimTraits.HasPerson(tree, from, to, first: false),
            predicate is not null && ClaimTraits.PredicateIsMental(tree, predicate), to - from + 1);
        if (behind is not null)
        {
            names.AddRange(NamesOf(s, tree.Span(behind.First, behind.Last), null).Where(name => name.Kind == NameKind.Place && !names.Contains(name)));
        }

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
            Context = context.Words(),
            CheckWorthiness = worth,
            CheckReasons = reasons,
            Confidence = ClaimTraits.ConfidenceOf(tree, predicate, subject, from, to),
        };
    }

    // "Nine people were killed and 20 injured in Velm on Monday": where and when stand once, behind the last of both.
    private static Clause? SharingBehind(SentenceTree tree, Clause clause, IReadOnlyList<Clause> clauses)
    {
        if (tree.Child(clause.Head, "nsubj:pass") < 0)
        {
            return null;
        }

        foreach (var child in tree.Children(clause.Head))
        {
            if (tree.Has(child, "obl") && tree[child].Relation != "obl:agent")
            {
                return null;
            }
        }

        return clauses.LastOrDefault(other => other.Kind == ClauseKind.Joined && other.Parent == clause.Head && tree.Child(other.Head, "nsubj:pass") >= 0);
    }

    // "will open in May and run for a year": the second verb is as firm as the auxiliary that both share.
    private static PredicateReading? WithShared(SentenceTree tree, Clause clause, PredicateReading? predicate) =>
        predicate is { Modality: Modality.Asserted } && clause.Kind is ClauseKind.SharedSubject or ClauseKind.Participle && tree.Child(clause.Head, "aux", "cop") < 0
            && PredicateReader.Read(tree, clause.Parent) is { Modality: not Modality.Asserted } parent
            ? predicate with { Modality = parent.Modality } : predicate;

    private Quantity Place(Quantity quantity) => quantity with
    {
        Span = reading.Reading.ToArticle(quantity.Span),
        AsOf = quantity.AsOf is { } time ? time with { Span = reading.Reading.ToArticle(time.Span) } : null,
    };

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

            if (subject == subjects.LastPerson)
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
}
