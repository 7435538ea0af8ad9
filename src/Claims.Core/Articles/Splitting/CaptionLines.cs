using System.Text.RegularExpressions;

namespace Claims.Core.Articles.Splitting;

/// <summary>Knows captions and credits of pictures as lines of their own.</summary>
internal static partial class CaptionLines
{
    /// <summary>Captions longer than this are stories.</summary>
    public const int LongestCaption = 60;

    /// <summary>A caption's sentences, the credit among them; a paragraph with more of them is prose that a caption ends.</summary>
    private const int MostCaptionSentences = 3;

    /// <summary>
    /// The date that agencies end captions with: ", Saturday, May 4, 2031." Prose writes "on Saturday" or leaves out the year.
    /// </summary>
    [GeneratedRegex(
        @",\s(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,\s(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?\s[0-9]{1,2},\s[0-9]{4}[.""”)]*$",
        RegexOptions.NonBacktracking)]
    private static partial Regex AgencyDateAtEnd();

    /// <summary>A place and a full date at the end of a line: "Velm, Norland October 30, 2031."</summary>
    [GeneratedRegex(
        @"[\p{Lu}][\p{L}'’-]+,?\s(on\s)?(January|February|March|April|May|June|July|August|September|October|November|December|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)\s[0-9]{1,2},\s[0-9]{4}[.""”)]*$",
        RegexOptions.NonBacktracking)]
    private static partial Regex PlaceAndDateAtEnd();

    /// <summary>"Figure 2:", "Table 1.", "Photo: …".</summary>
    [GeneratedRegex(@"^(?i:(figure|fig\.?|table|photo|image|map|chart|graph|exhibit|diagram|box))\s[0-9]{1,3}[a-z]?\s?[:.–—|-]", RegexOptions.NonBacktracking)]
    private static partial Regex NumberedLead();

    /// <summary>"1 of 3 | A guard …", "2/5 …" of galleries.</summary>
    [GeneratedRegex(@"^[0-9]{1,2}\s?(of|/)\s?[0-9]{1,2}\s(\||–|—|-|:)\s", RegexOptions.NonBacktracking)]
    private static partial Regex GalleryLead();

    /// <summary>A caption by its own words.</summary>
    public static bool IsCaption(TextUnit unit)
    {
        if (unit.Words > LongestCaption)
        {
            return false;
        }

        if (NumberedLead().IsMatch(unit.Visible) || GalleryLead().IsMatch(unit.Visible) || IsCredit(unit) || (CreditFinder.EndsInCredit(unit.Visible) && SentenceEdges.Find(unit.Visible, new TextSpan(0, unit.Visible.Length)).Count <= MostCaptionSentences))
        {
            return true;
        }

        var colon = unit.Visible.IndexOf(':');
        if (colon > 0 && colon < 20 && PagePhrases.CaptionLeads.Contains(unit.Visible[..colon].ToLowerInvariant().Trim(' ', '[', '(')))
        {
            return true;
        }

        if (unit.Normal.StartsWith("image caption", StringComparison.Ordinal) || unit.Normal.StartsWith("image source", StringComparison.Ordinal) || unit.Normal.StartsWith("file photo", StringComparison.Ordinal) || unit.Normal.StartsWith("media caption", StringComparison.Ordinal))
        {
            return true;
        }

        return EndsInCaptionDate(unit.Visible) || (PlaceAndDateAtEnd().IsMatch(unit.Visible) && !HasOnBeforeDate(unit.Visible));
    }

    /// <summary>The sentence ends with the date that agencies end captions with.</summary>
    public static bool EndsInCaptionDate(string sentence) => AgencyDateAtEnd().IsMatch(sentence);

    /// <summary>Nothing but who made a picture: "Shutterstock", "Photo: Ana Brek", "AP Photo/Ana Brek", "Ana Brek / AFP", "© Velm Press".</summary>
    public static bool IsCredit(TextUnit unit)
    {
        if (unit.Words is 0 or > 12 || (unit.EndsSentence && unit.Words > 6))
        {
            return false;
        }

        var bare = unit.Visible.Trim(' ', '(', ')', '[', ']', '.');
        if (PagePhrases.PhotoAgencyLines.Contains(bare.ToLowerInvariant()) && IsOfPictures(bare))
        {
            return true;
        }

        foreach (var lead in PagePhrases.CreditLeads)
        {
            if (unit.Normal.StartsWith(lead, StringComparison.Ordinal) && unit.Visible.Length > lead.Length
                && (unit.Visible[lead.Length] is ':' or '/' || (lead.EndsWith(" by", StringComparison.Ordinal) || lead.StartsWith("courtesy", StringComparison.Ordinal)) && unit.Visible[lead.Length] == ' '))
            {
                return true;
            }
        }

        return unit.Visible.StartsWith('©') || CreditFinder.IsCreditOnly(bare);
    }

    /// <summary>A name of an agency that stands alone: may be a picture's credit, or the source line of a story.</summary>
    public static bool IsBareAgency(TextUnit unit) =>
        unit.Words <= 4 && PagePhrases.PhotoAgencyLines.Contains(unit.Visible.Trim(' ', '(', ')', '[', ']', '.').ToLowerInvariant());

    /// <summary>Agencies that sell pictures only; those that write too may be a story's source line.</summary>
    private static bool IsOfPictures(string name) =>
        KnownOutlets.Named(name) is null && !LineTraits.IsOutletLike(name);

    private static bool HasOnBeforeDate(string visible)
    {
        var match = PlaceAndDateAtEnd().Match(visible);
        return visible.AsSpan(match.Index).Contains(" on ", StringComparison.Ordinal);
    }
}
