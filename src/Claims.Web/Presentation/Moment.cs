using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Claims.Web.Presentation;

/// <summary>A time as UTC; the script of the pages turns it to the reader's zone and keeps UTC as its title.</summary>
/// <param name="Value">The time, or null where nothing says it.</param>
/// <param name="Absent">What is shown for null.</param>
public sealed record Moment(DateTimeOffset? Value, string Absent = "no date") : IHtmlContent
{
    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        if (Value is not { } value)
        {
            writer.Write("<span class=\"absent\">");
            encoder.Encode(writer, Absent);
            writer.Write("</span>");
            return;
        }

        var utc = value.ToUniversalTime();
        writer.Write("<time datetime=\"");
        writer.Write(utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        writer.Write("\">");
        writer.Write(utc.ToString("d MMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture));
        writer.Write("</time>");
    }
}
