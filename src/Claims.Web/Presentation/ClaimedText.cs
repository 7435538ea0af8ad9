using System.Text.Encodings.Web;
using Claims.Core.Articles;
using Claims.Core.Extraction;
using Microsoft.AspNetCore.Html;

namespace Claims.Web.Presentation;

/// <summary>A stretch of an article with its claims set off; a claim that stands in a conflict links to it.</summary>
/// <param name="text">The article's text.</param>
/// <param name="span">The stretch that is shown.</param>
/// <param name="claims">Claims of the article in order; those outside the stretch are passed over.</param>
/// <param name="conflictUrl">The URL of a conflict that a claim stands in, or null.</param>
/// <param name="pointed">The claim that the reader came for, or null.</param>
public sealed class ClaimedText(string text, TextSpan span, IReadOnlyList<Claim> claims, Func<ClaimId, string?> conflictUrl, ClaimId? pointed) : IHtmlContent
{
    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var here = claims.Where(c => c.Span.Overlaps(span)).ToList();
        var borders = new SortedSet<int> { span.Start, span.End };
        foreach (var claim in here)
        {
            borders.Add(Math.Max(claim.Span.Start, span.Start));
            borders.Add(Math.Min(claim.Span.End, span.End));
        }

        var from = -1;
        foreach (var to in borders)
        {
            if (from >= 0)
            {
                WritePiece(writer, encoder, TextSpan.FromBounds(from, to), here);
            }

            from = to;
        }
    }

    private void WritePiece(TextWriter writer, HtmlEncoder encoder, TextSpan piece, List<Claim> here)
    {
        // An anchor stands where a claim begins, or where the page that shows it does.
        foreach (var claim in here.Where(c => Math.Max(c.Span.Start, span.Start) == piece.Start))
        {
            writer.Write("<span class=\"anchor\" id=\"claim-");
            encoder.Encode(writer, claim.Id.Value);
            writer.Write("\"></span>");
        }

        var over = here.FindAll(c => c.Span.Overlaps(piece));
        var url = over.Select(c => conflictUrl(c.Id)).FirstOrDefault(u => u is not null);
        var end = "";
        if (over.Count > 0)
        {
            var isPointed = over.Exists(c => c.Id == pointed);
            writer.Write(url is null ? "<span class=\"" : "<a class=\"conflicted ");
            writer.Write(isPointed ? "claim pointed" : "claim");
            if (url is not null)
            {
                writer.Write("\" href=\"");
                encoder.Encode(writer, url);
            }

            writer.Write("\">");
            end = url is null ? "</span>" : "</a>";
        }

        encoder.Encode(writer, OutsideText.Visible(piece.Of(text)));
        writer.Write(end);
    }
}
