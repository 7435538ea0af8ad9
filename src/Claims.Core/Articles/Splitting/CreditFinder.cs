namespace Claims.Core.Articles.Splitting;

/// <summary>Finds the credits of pictures inside text: "Ana Brek / AP", "(Photo by Ana Brek/Velm Press via Getty Images)", "[Ana Brek/Reuters]".</summary>
internal static class CreditFinder
{
    /// <summary>Photographers have up to so many names.</summary>
    private const int MostNames = 4;

    /// <summary>Agencies whose names mean pictures and nothing else.</summary>
    private static readonly string[] PictureAgencies =
        [.. PagePhrases.PhotoAgencies.Where(a => a.Contains("Images", StringComparison.Ordinal) || a.Contains("Photo", StringComparison.Ordinal) || a.Contains("Stock", StringComparison.Ordinal) || a == "Shutterstock")];

    /// <summary>A credit in brackets is at most so long.</summary>
    private const int LongestCredit = 120;

    /// <summary>The whole text is a credit without brackets.</summary>
    public static bool IsCreditOnly(string text)
    {
        var slash = text.IndexOf('/');
        return slash > 0 && NamesEnd(text, slash) == 0 && AgencyEnd(text, SkipSpaces(text, slash + 1)) == text.Length;
    }

    /// <summary>The text ends in a credit: in brackets, after a bar, or after its last sentence.</summary>
    public static bool EndsInCredit(string text)
    {
        var trimmed = text.TrimEnd(' ', '.');
        if (trimmed.Length > 0 && trimmed[^1] is ')' or ']')
        {
            var open = trimmed.LastIndexOf(trimmed[^1] == ')' ? '(' : '[');
            return open >= 0 && IsBracketedCredit(trimmed[(open + 1)..^1]);
        }

        var bar = trimmed.LastIndexOf('|');
        if (bar > 0 && IsLedCredit(trimmed[(bar + 1)..].Trim()))
        {
            return true;
        }

        // "A rally in Osk. Photo: Ana Brek"
        var sentences = SentenceEdges.Find(trimmed, new TextSpan(0, trimmed.Length));
        if (sentences.Count > 1 && IsLedCredit(sentences[^1].Of(trimmed)) && sentences[^1].Of(trimmed).Contains(':'))
        {
            return true;
        }

        var credits = Find(trimmed, new TextSpan(0, trimmed.Length));
        return credits.Count > 0 && credits[^1].End == trimmed.Length;
    }

    /// <summary>The credits inside a paragraph that stand after a sentence's end, in order.</summary>
    public static List<TextSpan> Find(string text, TextSpan span)
    {
        var credits = AtSlashesAndBrackets(text, span);
        var alone = Alone(text, span).Where(a => !credits.Exists(c => c.Overlaps(a))).ToList();
        credits.AddRange(alone);
        credits.Sort((a, b) => a.Start.CompareTo(b.Start));
        return credits;
    }

    /// <summary>Agencies of pictures that stand as a sentence of their own: "… in Osk. Getty Images The army …".</summary>
    private static List<TextSpan> Alone(string text, TextSpan span)
    {
        var found = new List<TextSpan>();
        foreach (var agency in PictureAgencies)
        {
            for (var at = text.IndexOf(agency, span.Start, span.Length, StringComparison.Ordinal); at >= 0; at = text.IndexOf(agency, at + 1, span.End - at - 1, StringComparison.Ordinal))
            {
                var end = at + agency.Length;
                var next = SkipSpaces(text, end);
                if (at > span.Start && FollowsSentence(text, at, span.Start) && next <= span.End && (next == span.End || (next > end && char.IsUpper(text[next])))
                    && !found.Exists(f => f.Overlaps(new TextSpan(at, agency.Length))))
                {
                    found.Add(new TextSpan(at, agency.Length));
                }
            }
        }

        return found;
    }

    private static List<TextSpan> AtSlashesAndBrackets(string text, TextSpan span)
    {
        var credits = new List<TextSpan>();
        for (var i = span.Start; i < span.End; i++)
        {
            TextSpan? found = text[i] switch
            {
                '/' => AtSlash(text, i, span),
                '(' or '[' => AtBracket(text, i, span),
                _ => null,
            };
            if (found is { } credit && credit.End <= span.End && (credits.Count == 0 || credits[^1].End <= credit.Start))
            {
                credits.Add(credit);
                i = credit.End - 1;
            }
        }

        return credits;
    }

    /// <summary>"Ana Brek / AP" or "AP Photo/Ana Brek" around the slash, after the end of a sentence.</summary>
    private static TextSpan? AtSlash(string text, int slash, TextSpan span)
    {
        var right = SkipSpaces(text, slash + 1);
        var start = NamesEnd(text, slash, span.Start);
        if (start < 0 || !FollowsSentence(text, start, span.Start))
        {
            return null;
        }

        var left = text[start..slash].TrimEnd();
        if (PagePhrases.PhotoAgencies.Contains(left))
        {
            // "AP Photo/Ana Brek": two names follow; where they end cannot be told from a third capital.
            var end = right;
            for (var names = 0; names < 2; names++)
            {
                var word = WordEnd(text, SkipSpaces(text, end), span.End);
                if (word < 0)
                {
                    break;
                }

                end = word;
            }

            return end > right ? TextSpan.FromBounds(start, end) : null;
        }

        var agency = AgencyEnd(text, right);
        return agency > 0 && agency <= span.End ? TextSpan.FromBounds(start, agency) : null;
    }

    private static TextSpan? AtBracket(string text, int open, TextSpan span)
    {
        var close = text.IndexOf(text[open] == '(' ? ')' : ']', open, Math.Min(LongestCredit, span.End - open));
        if (close < 0 || !FollowsSentence(text, open, span.Start) || !IsBracketedCredit(text[(open + 1)..close]))
        {
            return null;
        }

        return TextSpan.FromBounds(open, close + 1);
    }

    /// <summary>"Photo by Ana Brek/AFP", "AP Photo/Ana Brek", "Ana Brek via AP", "Ana Brek/Velm Press"; not "Reuters", which datelines have too.</summary>
    private static bool IsBracketedCredit(string inside)
    {
        var text = inside.Trim();
        if (text.Length is 0 or > LongestCredit)
        {
            return false;
        }

        if (IsLedCredit(text) || IsCreditOnly(text))
        {
            return true;
        }

        // "NPA Photo/Ana Brek", whoever NPA is.
        if (text.Contains(" Photo/", StringComparison.Ordinal) && LineTraits.CountWords(text) <= 8)
        {
            return true;
        }

        var agency = PagePhrases.PhotoAgencies.FirstOrDefault(a => text.EndsWith(a, StringComparison.Ordinal) || text.StartsWith(a + "/", StringComparison.Ordinal) || text.StartsWith(a + " ", StringComparison.Ordinal));
        return agency is not null && (text.Contains('/') || text.Contains(" via ", StringComparison.Ordinal) || text.Contains("Photo", StringComparison.Ordinal) || agency.Contains("Images", StringComparison.Ordinal) || agency.Contains("Stock", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>"Photo by …", "Credit: …", "Courtesy of …".</summary>
    private static bool IsLedCredit(string text)
    {
        var lower = text.ToLowerInvariant();
        foreach (var lead in PagePhrases.CreditLeads)
        {
            if (lower.StartsWith(lead, StringComparison.Ordinal) && lower.Length > lead.Length && lower[lead.Length] is ' ' or ':' or '/')
            {
                return LineTraits.CountWords(text) <= 12 && !LineTraits.EndsSentence(text);
            }
        }

        return false;
    }

    private static bool FollowsSentence(string text, int start, int from)
    {
        var before = text.AsSpan(from, start - from).TrimEnd();
        return before.IsEmpty || LineTraits.EndsSentence(before) || before[^1] == ':';
    }

    private static int NamesEnd(string text, int slash) => NamesEnd(text, slash, 0);

    /// <summary>Where the names before a slash begin (up to four capitalised words after a sentence's end), or -1.</summary>
    private static int NamesEnd(string text, int slash, int from)
    {
        var at = slash;
        while (at > from && text[at - 1] == ' ')
        {
            at--;
        }

        var names = 0;
        var start = -1;
        while (at > from && names < MostNames)
        {
            var begin = at;
            while (begin > from && IsNameCharacter(text[begin - 1]))
            {
                begin--;
            }

            if (begin == at || !char.IsUpper(text[begin]) || (names > 0 && text[at - 1] == '.' && at - begin > 3))
            {
                break;
            }

            start = begin;
            names++;
            at = begin;
            if (at > from && text[at - 1] == ' ')
            {
                at--;
            }
            else
            {
                break;
            }
        }

        return start;
    }

    /// <summary>Where the agency that starts at <paramref name="start"/> ends, or -1: a known one, an acronym, or a name with a last word such as "Press".</summary>
    private static int AgencyEnd(string text, int start)
    {
        if (start >= text.Length)
        {
            return -1;
        }

        foreach (var agency in PagePhrases.PhotoAgencies)
        {
            if (text.AsSpan(start).StartsWith(agency, StringComparison.Ordinal) && IsBoundary(text, start + agency.Length))
            {
                return Onward(text, start + agency.Length);
            }
        }

        var end = WordEnd(text, start, text.Length);
        if (end < 0)
        {
            return -1;
        }

        if (end - start is >= 2 and <= 6 && text.AsSpan(start, end - start).IndexOfAnyExceptInRange('A', 'Z') < 0)
        {
            return Onward(text, end);
        }

        var at = start;
        for (var words = 0; words < MostNames; words++)
        {
            var word = WordEnd(text, at, text.Length);
            if (word < 0)
            {
                return -1;
            }

            var next = SkipSpaces(text, word);
            if (PagePhrases.CreditEnds.Contains(text[at..word].ToLowerInvariant()))
            {
                // "Norland News Agency": the last of such words ends the name.
                var last = WordEnd(text, next, text.Length);
                return Onward(text, last > 0 && PagePhrases.CreditEnds.Contains(text[next..last].ToLowerInvariant()) ? last : word);
            }

            at = next;
        }

        return -1;
    }

    /// <summary>"/Getty Images" and " via AP" after an agency belong to the credit.</summary>
    private static int Onward(string text, int end)
    {
        var rest = text.AsSpan(end);
        var next = rest.StartsWith(" via ", StringComparison.Ordinal) ? 5 : rest.StartsWith("/", StringComparison.Ordinal) ? 1 : rest.StartsWith(" / ", StringComparison.Ordinal) ? 3 : 0;
        if (next == 0)
        {
            return end;
        }

        var further = AgencyEnd(text, end + next);
        return further > 0 ? further : end;
    }

    private static int WordEnd(string text, int start, int limit)
    {
        if (start >= limit || !char.IsUpper(text[start]))
        {
            return -1;
        }

        var end = start;
        while (end < limit && IsNameCharacter(text[end]) && text[end] != '.')
        {
            end++;
        }

        return end;
    }

    private static bool IsBoundary(string text, int at) => at >= text.Length || !char.IsLetterOrDigit(text[at]);

    private static bool IsNameCharacter(char c) => char.IsLetter(c) || c is '\'' or '’' or '-' or '.';

    private static int SkipSpaces(string text, int at)
    {
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }

        return at;
    }
}
