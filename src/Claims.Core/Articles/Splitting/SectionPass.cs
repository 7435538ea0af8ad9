namespace Claims.Core.Articles.Splitting;

/// <summary>Second pass: what units are by where they stand inside one story.</summary>
internal static class SectionPass
{
    /// <summary>Prose of this length after a section's heading is the story going on; teasers of other stories are shorter.</summary>
    private const int ResumingWords = 60;

    /// <summary>Two paragraphs in a row with this many words in the first do so too.</summary>
    private const int ResumingPairWords = 12;

    private const int ShortestTitle = 3;

    /// <summary>A summary above the text is a sentence of up to so many words.</summary>
    private const int LongestSummary = 45;

    /// <summary>An author note has its verb and role within so many words.</summary>
    private const int BioWindow = 30;

    /// <summary>Classifies what <see cref="UnitClassifier.ClassifyAlone"/> left open in the units from <paramref name="start"/> to <paramref name="end"/>.</summary>
    public static void Classify(List<TextUnit> units, int start, int end, int knownTitle)
    {
        MarkSections(units, start, end);
        MarkAuthorNotes(units, start, end);
        MarkSummary(units, start, end);
        var body = FirstProse(units, start, end);
        MarkTop(units, start, body, end, knownTitle);
        MarkCaptions(units, start, end);
        MarkHeadings(units, body, end);
        for (var i = start; i < end; i++)
        {
            units[i].Kind ??= BlockKind.Furniture;
        }
    }

    private static int FirstProse(List<TextUnit> units, int start, int end)
    {
        var first = start;
        while (first < end && !units[first].IsProse)
        {
            first++;
        }

        return first;
    }

    /// <summary>Everything under "Related articles", "About the author" or "Comments" belongs to them until the story goes on.</summary>
    private static void MarkSections(List<TextUnit> units, int start, int end)
    {
        var section = SectionKind.None;
        var bodySeen = false;
        for (var i = start; i < end; i++)
        {
            var unit = units[i];
            if (unit.Opens != SectionKind.None)
            {
                // A button such as "Read more" between two paragraphs heads nothing.
                var isButton = unit.Opens == SectionKind.Links && i + 1 < end && units[i + 1].IsProse && units[i + 1].EndsSentence;
                section = isButton ? section : unit.Opens;
                continue;
            }

            if (section == SectionKind.None || unit.Hint is BlockKind.Table or BlockKind.Caption or BlockKind.Title)
            {
                bodySeen |= unit.IsProse;
                continue;
            }

            if (unit.IsProse && section != SectionKind.Tail && (section != SectionKind.Author || !IsAuthorNote(units, i)) && Resumes(units, i, end, bodySeen))
            {
                section = SectionKind.None;
                bodySeen = true;
            }
            else if (section == SectionKind.Author)
            {
                unit.Kind = unit.Kind is BlockKind.Furniture ? BlockKind.Furniture : BlockKind.Byline;
            }
            else if (unit.Kind is not BlockKind.Byline)
            {
                unit.Kind = BlockKind.Furniture;
            }
        }
    }

    private static bool Resumes(List<TextUnit> units, int index, int end, bool bodySeen)
    {
        var unit = units[index];
        if (!bodySeen)
        {
            // Sections above the story (menus, authors) end with its first sentence.
            return true;
        }

        if (unit.Words >= ResumingWords)
        {
            return true;
        }

        var next = index + 1;
        while (next < end && units[next].Kind is BlockKind.Caption or BlockKind.Table)
        {
            next++;
        }

        return unit.Words >= ResumingPairWords && next < end && units[next].IsProse;
    }

    /// <summary>Notes on the authors without a heading: at the end of the story, "Jane Doe covers the ports for …".</summary>
    private static void MarkAuthorNotes(List<TextUnit> units, int start, int end)
    {
        // "Jane Doe" on a line, and below it who she is.
        for (var i = start + 1; i < end; i++)
        {
            var name = units[i - 1].Normal;
            if (units[i].IsProse && name.Length > 3 && units[i - 1].Words <= 5 && units[i].Normal.StartsWith(name, StringComparison.Ordinal) && IsAuthorNote(units, i))
            {
                units[i].Kind = BlockKind.Byline;
            }
        }

        for (var i = end - 1; i > start; i--)
        {
            if (!units[i].IsProse)
            {
                continue;
            }

            if (!IsAuthorNote(units, i))
            {
                break;
            }

            units[i].Kind = BlockKind.Byline;
        }
    }

    private static bool IsAuthorNote(List<TextUnit> units, int index)
    {
        var unit = units[index];
        if (PagePhrases.BioStarts.Any(s => unit.Normal.StartsWith(s, StringComparison.Ordinal)))
        {
            return true;
        }

        var words = unit.Normal.Split(' ', BioWindow + 1);
        var window = words.Length > BioWindow ? words[..BioWindow] : words;
        var verb = Array.FindIndex(window, PagePhrases.BioVerbs.Contains);
        if (verb is < 1 or > 6 || !char.IsUpper(LineTraits.FirstLetter(unit.Visible)))
        {
            return false;
        }

        var name = string.Join(' ', unit.Visible.Split(' ', StringSplitOptions.RemoveEmptyEntries)[..verb]).TrimEnd(',');
        var isNamed = units.Take(index).Any(u => u.Kind == BlockKind.Byline && u.Words <= LineTraits.LongestHeading && u.Visible.Contains(name, StringComparison.OrdinalIgnoreCase));
        var hasRole = window.Skip(verb).Any(w => PagePhrases.BioRoles.Contains(w.Trim(',', '.', '\'')));

        // A name from the byline is enough with a role; an unknown one must look like a person's.
        return hasRole && (isNamed || (verb is 2 or 3 && LineTraits.IsNameLike(name, 4) && !LineTraits.IsOutletLike(name)));
    }

    /// <summary>
    /// Institutes print who the authors are above the text, and between that and the text its summary in a sentence. (Under
    /// a mere byline a single sentence is the first of the story.)
    /// </summary>
    private static void MarkSummary(List<TextUnit> units, int start, int end)
    {
        var body = FirstProse(units, start, end);
        var next = body + 1;
        var hasNotes = units.Take(body).Skip(start).Any(u => u.Opens == SectionKind.Author);
        if (hasNotes && next < end && units[next].IsProse && units[next].Words >= 2 * LongestSummary / 3
            && units[body].Words <= LongestSummary && SentencesIn(units[body]) == 1 && SentencesIn(units[next]) > 1)
        {
            units[body].Kind = BlockKind.Standfirst;
        }
    }

    private static int SentencesIn(TextUnit unit) => SentenceEdges.Find(unit.Visible, new TextSpan(0, unit.Visible.Length)).Count;

    /// <summary>Between the top of the page and the first prose: menu, headline, standfirst.</summary>
    private static void MarkTop(List<TextUnit> units, int start, int body, int end, int knownTitle)
    {
        var title = knownTitle;
        for (var i = start; i < body && title < 0; i++)
        {
            title = units[i].Kind == BlockKind.Title ? i : -1;
        }

        if (title < 0 && body < end)
        {
            var open = Enumerable.Range(start, Math.Max(0, body - start)).Where(i => units[i].Kind is null or BlockKind.Heading && LineTraits.LooksLikeHeading(units[i])).ToList();
            title = TitleAmong(units, open);
        }

        if (title >= 0)
        {
            units[title].Kind = BlockKind.Title;
        }

        for (var i = start; i < body; i++)
        {
            if (units[i].Kind is null)
            {
                units[i].Kind = title >= 0 && i > title && units[i].Words >= 5 ? BlockKind.Standfirst : BlockKind.Furniture;
            }
        }

        // A sentence between the headline and the byline is the standfirst.
        if (title >= 0 && body == title + 1 && body + 2 < end && units[body].IsProse
            && units[body + 1].Kind == BlockKind.Byline && units[body + 1].Opens == SectionKind.None
            && !units.Take(title).Skip(start).Any(u => u.Date is not null) && units[body].Words <= 45
            && SentencesIn(units[body]) <= 2
            && units.Take(end).Skip(body + 1).Any(u => u.IsProse))
        {
            units[body].Kind = BlockKind.Standfirst;
        }
    }

    /// <summary>
    /// What is marked up as a heading; else the first line of five words, for menus have shorter ones; or the shorter line right above it, where that is not one
    /// of a menu's: then the longer one is the standfirst.
    /// </summary>
    private static int TitleAmong(List<TextUnit> units, List<int> open)
    {
        var marked = open.FindIndex(i => units[i].Hint is not null);
        if (marked >= 0)
        {
            return open[marked];
        }

        var candidates = open.Where(i => !LineTraits.IsOutletLike(units[i].Visible)).ToList();
        var first = candidates.FindIndex(i => units[i].Words >= 5);
        if (first < 0)
        {
            return candidates.Count > 0 ? candidates.MaxBy(i => units[i].Words) : -1;
        }

        var isShortTitle = first > 0 && candidates[first - 1] == candidates[first] - 1 && units[candidates[first - 1]].Words >= ShortestTitle
            && (first == 1 || candidates[first - 2] != candidates[first] - 2);
        return candidates[isShortTitle ? first - 1 : first];
    }

    /// <summary>What stands right above a picture's credit, or twice right below each other, is the picture's caption.</summary>
    private static void MarkCaptions(List<TextUnit> units, int start, int end)
    {
        for (var i = start + 1; i < end; i++)
        {
            var (unit, above) = (units[i], units[i - 1]);
            var isCaptionable = above.Hint is null && above.Kind is null or BlockKind.Paragraph or BlockKind.Standfirst or BlockKind.Heading
                && above.Words <= CaptionLines.LongestCaption
                && SentencesIn(above) <= 2;
            if (!isCaptionable)
            {
                continue;
            }

            var proseBelow = Enumerable.Range(i + 1, end - i - 1).Any(k => units[k].IsProse);
            if (unit.Hint is null && unit.Normal == above.Normal && unit.Words >= 3)
            {
                unit.Kind = above.Kind = BlockKind.Caption;
            }
            else if (proseBelow && unit.Hint is null && (CaptionLines.IsCredit(unit) || (CaptionLines.IsBareAgency(unit) && unit.Kind is null or BlockKind.Furniture or BlockKind.Caption)))
            {
                unit.Kind = above.Kind = BlockKind.Caption;
            }
        }
    }

    /// <summary>Short lines in the body head what follows when prose does; in runs, and at the end, they are links.</summary>
    private static void MarkHeadings(List<TextUnit> units, int body, int end)
    {
        for (var i = body; i < end;)
        {
            if (units[i].Kind is not null)
            {
                i++;
                continue;
            }

            var last = i;
            while (last + 1 < end && units[last + 1].Kind is null or BlockKind.Furniture)
            {
                last++;
            }

            var open = Enumerable.Range(i, last - i + 1).Where(k => units[k].Kind is null).ToList();
            var next = last + 1;
            while (next < end && units[next].Kind is BlockKind.Caption or BlockKind.Byline)
            {
                next++;
            }

            var headsSomething = next < end && units[next].Kind is BlockKind.Paragraph or BlockKind.ListItem or BlockKind.Table && LineTraits.LooksLikeHeading(units[open[^1]]);
            foreach (var k in open)
            {
                // "Source: Luko Institute" below a figure.
                units[k].Kind = units[k].Normal.StartsWith("source: ", StringComparison.Ordinal) || units[k].Normal.StartsWith("sources: ", StringComparison.Ordinal) ? BlockKind.Caption : headsSomething && (k == open[^1] || open.Count == 2) ? BlockKind.Heading : BlockKind.Furniture;
            }

            i = last + 1;
        }
    }
}
