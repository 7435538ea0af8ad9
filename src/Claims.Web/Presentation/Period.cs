using System.Globalization;
using System.Text.Encodings.Web;
using Claims.Core.Extraction;
using Microsoft.AspNetCore.Html;

namespace Claims.Web.Presentation;

/// <summary>When something happened: the days it covers, in UTC, with the words of the text.</summary>
/// <param name="Time">The time as it was resolved.</param>
public sealed record Period(TimeReference Time) : IHtmlContent
{
    private const string DayFormat = "d MMM yyyy";

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        encoder.Encode(writer, Days());
        if (Time.Text.Length > 0)
        {
            writer.Write(" <span class=\"cue\">“");
            new OutsideText(Time.Text, 80).WriteTo(writer, encoder);
            writer.Write("”</span>");
        }
        else
        {
            writer.Write(" <span class=\"cue\">(taken from the date of publication)</span>");
        }
    }

    private string Days()
    {
        var first = Time.Start.UtcDateTime;
        if (Time.End.Year >= DateTimeOffset.MaxValue.Year)
        {
            return "from " + first.ToString(DayFormat, CultureInfo.InvariantCulture);
        }

        var last = Time.End.UtcDateTime.AddTicks(-1);
        var from = first.ToString(DayFormat, CultureInfo.InvariantCulture);
        var to = last.ToString(DayFormat, CultureInfo.InvariantCulture);
        return last <= first || from == to ? from : $"{from} to {to}";
    }
}
