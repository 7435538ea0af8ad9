using System.Text;

namespace Claims.Core.Articles.Reading;

/// <summary>Brings a page's text into the one form that is kept: done once at capture, never again.</summary>
public static class TextNormalizer
{
    /// <summary>
    /// Line ends become "\n"; NUL, which databases cut strings at, and byte order marks go; an unpaired surrogate, which no
    /// UTF-8 column can keep, becomes U+FFFD. Everything else stays, so that quotes match the page.
    /// </summary>
    public static string Normalize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (IsNormal(text))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\r')
            {
                result.Append('\n');
                if (i + 1 < text.Length && text[i + 1] == '\n')
                {
                    i++;
                }
            }
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                result.Append(c).Append(text[++i]);
            }
            else if (char.IsSurrogate(c))
            {
                result.Append('\uFFFD');
            }
            else if (c is not ('\0' or '\uFEFF'))
            {
                result.Append(c);
            }
        }

        return result.ToString();
    }

    private static bool IsNormal(string text)
    {
        foreach (var c in text)
        {
            if (c is '\r' or '\0' or '\uFEFF' || char.IsSurrogate(c))
            {
                return false;
            }
        }

        return true;
    }
}
