using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Claims.Web.Presentation;

/// <summary>A value from 0 to 1 in words, as a number and as a small bar.</summary>
/// <param name="Name">What is measured ("Severity").</param>
/// <param name="Word">The value in words ("high").</param>
/// <param name="Value">The value, 0 to 1.</param>
public sealed record Level(string Name, string Word, double Value) : IHtmlContent
{
    // The words only name the number that stands beside them: near thirds of the scale for what is at stake, and
    // "very" and "fairly" sure from .9 and .7, where readers of such words put them on average.
    private const double HighSeverity = 0.7;
    private const double MediumSeverity = 0.4;
    private const double VerySure = 0.9;
    private const double FairlySure = 0.7;
    private const double RatherSure = 0.5;

    private const int BarWidth = 40;

    /// <summary>What is at stake.</summary>
    public static Level Severity(double value) =>
        new("Severity", value >= HighSeverity ? "high" : value >= MediumSeverity ? "medium" : "low", value);

    /// <summary>How sure the machine is that a person would agree.</summary>
    public static Level Confidence(double value) =>
        new("Confidence", value >= VerySure ? "very sure" : value >= FairlySure ? "fairly sure" : value >= RatherSure ? "rather sure" : "unsure", value);

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var number = Value.ToString("0.00", CultureInfo.InvariantCulture);
        var filled = (Math.Clamp(Value, 0, 1) * BarWidth).ToString("0.#", CultureInfo.InvariantCulture);
        writer.Write("<span class=\"level\"><span class=\"level-name\">");
        encoder.Encode(writer, Name);
        writer.Write($"</span> <svg class=\"level-bar\" width=\"{BarWidth}\" height=\"6\" aria-hidden=\"true\" focusable=\"false\">");
        writer.Write($"<rect class=\"level-track\" width=\"{BarWidth}\" height=\"6\" rx=\"3\"/><rect class=\"level-fill\" width=\"{filled}\" height=\"6\" rx=\"3\"/></svg> ");
        writer.Write("<span class=\"level-word\">");
        encoder.Encode(writer, Word);
        writer.Write($"</span> <span class=\"level-number\">{number}</span></span>");
    }
}
