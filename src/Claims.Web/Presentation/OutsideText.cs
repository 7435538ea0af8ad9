using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Claims.Web.Presentation;

/// <summary>
/// Text from outside in a line of ours: encoded, in its own direction of writing (a <c>bdi</c> element, so that letters
/// of the right-to-left scripts do not turn the words around it), with characters that cannot be seen made visible.
/// </summary>
/// <param name="Text">The text, or null for none.</param>
/// <param name="Limit">Most UTF-16 code units shown; the rest is cut with an ellipsis.</param>
public sealed record OutsideText(string? Text, int Limit = OutsideText.LineLimit) : IHtmlContent
{
    /// <summary>Code units that a name or headline shows; longer ones are no names.</summary>
    public const int LineLimit = 240;

    private const char Replacement = '\uFFFD';
    private const char ControlPictures = '\u2400';
    private const char DeletePicture = '\u2421';
    private const char LeftToRightOverride = '\u202D';
    private const char RightToLeftOverride = '\u202E';

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write("<bdi>");
        encoder.Encode(writer, ToString());
        writer.Write("</bdi>");
    }

    /// <summary>The text as shown, for titles and attributes.</summary>
    public override string ToString() => Visible(Cut(Text ?? "", Limit));

    /// <summary>
    /// The text with each control character as its picture (U+0000 as ␀) and each direction override as U+FFFD, since
    /// an override shows "81" where "18" is written. Length and offsets stay as they are.
    /// </summary>
    public static string Visible(string text)
    {
        foreach (var c in text)
        {
            if (Visible(c) != c)
            {
                return string.Create(text.Length, text, static (shown, source) =>
                {
                    for (var i = 0; i < shown.Length; i++)
                    {
                        shown[i] = Visible(source[i]);
                    }
                });
            }
        }

        return text;
    }

    /// <summary>The text cut to a limit, with an ellipsis where it was cut, never inside a surrogate pair.</summary>
    public static string Cut(string text, int limit)
    {
        if (text.Length <= limit)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit;
        return string.Concat(text.AsSpan(0, end), "…");
    }

    /// <summary>One code unit as <see cref="Visible(string)"/> shows it.</summary>
    public static char Visible(char c) => c switch
    {
        '\t' or '\n' or '\r' => c,
        < ' ' => (char)(ControlPictures + c),
        '\u007F' => DeletePicture,
        >= '\u0080' and <= '\u009F' => Replacement,
        LeftToRightOverride or RightToLeftOverride => Replacement,
        _ => c,
    };
}
