using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using Claims.Core.Articles;
using Claims.Core.Comparison;
using Microsoft.AspNetCore.Html;

namespace Claims.Web.Presentation;

/// <summary>
/// A stretch of an article's text with the claim set off and the words that reasons rest on marked and numbered. A very
/// long stretch is cut to a window around the marks; what was cut is said.
/// </summary>
public sealed class Passage : IHtmlContent
{
    private readonly string text;
    private readonly int start;
    private readonly TextSpan shown;
    private readonly TextSpan claim;
    private readonly IReadOnlyList<PassageMark> marks;

    /// <param name="text">The text of the stretch.</param>
    /// <param name="start">Where the stretch begins in the article's text, to which spans refer.</param>
    /// <param name="claim">The claim; it may reach beyond the stretch.</param>
    /// <param name="marks">Words to mark; what lies outside the stretch is passed over.</param>
    /// <param name="limit">Most code units that are shown.</param>
    public Passage(string text, int start, TextSpan claim, IReadOnlyList<PassageMark> marks, int limit)
    {
        this.text = text;
        this.start = start;
        this.claim = claim;
        this.marks = marks;
        shown = Window(limit);
    }

    /// <summary>The words that the reasons of a comparison rest on, on one side of it.</summary>
    /// <param name="reasons">The reasons, numbered from 1 in their order.</param>
    /// <param name="first">True for the side of <see cref="ClaimComparison.A"/>.</param>
    public static IReadOnlyList<PassageMark> MarksOf(IReadOnlyList<Reason> reasons, bool first)
    {
        var marks = new List<PassageMark>();
        for (var i = 0; i < reasons.Count; i++)
        {
            if ((first ? reasons[i].SpanA : reasons[i].SpanB) is { Length: > 0 } span)
            {
                marks.Add(new(span, i + 1, Differs(reasons[i])));
            }
        }

        return marks;
    }

    /// <summary>The stretch cut at every border of claim and marks, in order; concatenated, they give what is shown.</summary>
    public IReadOnlyList<PassagePiece> Pieces()
    {
        var borders = new SortedSet<int> { shown.Start, shown.End };
        AddBorders(borders, claim);
        foreach (var mark in marks)
        {
            AddBorders(borders, mark.Span);
        }

        var pieces = new List<PassagePiece>();
        var from = -1;
        foreach (var to in borders)
        {
            if (from >= 0)
            {
                var span = TextSpan.FromBounds(from, to);
                var over = marks.Where(m => m.Span.Overlaps(span)).ToList();
                pieces.Add(new(
                    text.Substring(from - start, to - from),
                    claim.Overlaps(span),
                    over.Exists(m => m.Differs),
                    [.. over.Select(m => m.Reason).Distinct()]));
            }

            from = to;
        }

        return pieces;
    }

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        WriteCut(writer, shown.Start - start);
        var inClaim = false;
        foreach (var piece in Pieces())
        {
            if (piece.InClaim != inClaim)
            {
                writer.Write(piece.InClaim ? "<span class=\"claim\">" : "</span>");
                inClaim = piece.InClaim;
            }

            var visible = OutsideText.Visible(piece.Text);
            if (piece.Reasons.IsEmpty)
            {
                encoder.Encode(writer, visible);
                continue;
            }

            writer.Write(piece.Differs ? "<mark class=\"differs\" data-reason=\"" : "<mark class=\"shared\" data-reason=\"");
            writer.Write(string.Join(", ", piece.Reasons));
            writer.Write("\">");
            encoder.Encode(writer, visible);
            writer.Write("</mark>");
        }

        if (inClaim)
        {
            writer.Write("</span>");
        }

        WriteCut(writer, start + text.Length - shown.End);
    }

    // A reason can rest on what both sides share (one event, one place); only the others tell what differs.
    private static bool Differs(Reason reason) =>
        reason.ValueA is null || !string.Equals(reason.ValueA, reason.ValueB, StringComparison.OrdinalIgnoreCase);

    private static void WriteCut(TextWriter writer, int length)
    {
        if (length > 0)
        {
            writer.Write("<span class=\"cut\"> … ");
            writer.Write(length.ToString("N0", CultureInfo.InvariantCulture));
            writer.Write(" characters not shown … </span>");
        }
    }

    private void AddBorders(SortedSet<int> borders, TextSpan span)
    {
        var from = Math.Max(span.Start, shown.Start);
        var to = Math.Min(span.End, shown.End);
        if (from < to)
        {
            borders.Add(from);
            borders.Add(to);
        }
    }

    private TextSpan Window(int limit)
    {
        if (text.Length <= limit)
        {
            return new(start, text.Length);
        }

        // A third of the window before the first marked word keeps the sentence it stands in.
        var focus = marks.Where(m => m.Differs && m.Span.Start >= start && m.Span.Start < start + text.Length)
            .Select(m => m.Span.Start).DefaultIfEmpty(Math.Max(claim.Start, start)).Min();
        var from = Math.Clamp(focus - (limit / 3), start, start + text.Length - limit);
        var to = from + limit;
        if (from > start && char.IsLowSurrogate(text[from - start]))
        {
            from++;
        }

        if (to < start + text.Length && char.IsLowSurrogate(text[to - start]))
        {
            to--;
        }

        return TextSpan.FromBounds(from, to);
    }
}

/// <summary>Words to mark.</summary>
/// <param name="Span">Where they stand in the article's text.</param>
/// <param name="Reason">Number of the reason that rests on them, from 1.</param>
/// <param name="Differs">Whether the two sides differ in them; false for what they share.</param>
public readonly record struct PassageMark(TextSpan Span, int Reason, bool Differs);

/// <summary>A piece of a passage.</summary>
/// <param name="Text">Its text as captured.</param>
/// <param name="InClaim">Whether it belongs to the claim.</param>
/// <param name="Differs">Whether the two sides differ in it.</param>
/// <param name="Reasons">Numbers of the reasons that rest on it.</param>
public readonly record struct PassagePiece(string Text, bool InClaim, bool Differs, ImmutableArray<int> Reasons);
