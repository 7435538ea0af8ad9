using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Claims.Web.Presentation;

/// <summary>The address of a page outside: a link for http and https, else plain text, since a "javascript:" address runs when it is followed.</summary>
/// <param name="Url">The address as captured.</param>
public sealed record OutsideLink(string Url) : IHtmlContent
{
    private const int ShownLength = 90;

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var isWeb = Uri.TryCreate(Url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);
        if (isWeb)
        {
            writer.Write("<a class=\"outside\" rel=\"noreferrer noopener external\" href=\"");
            encoder.Encode(writer, OutsideText.Cut(uri!.AbsoluteUri, 2000));
            writer.Write("\">");
        }
        else
        {
            writer.Write("<span class=\"outside\">");
        }

        new OutsideText(Url, ShownLength).WriteTo(writer, encoder);
        writer.Write(isWeb ? "</a>" : "</span>");
    }
}
