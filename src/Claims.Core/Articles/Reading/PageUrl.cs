namespace Claims.Core.Articles.Reading;

/// <summary>The address that an input's pages get.</summary>
internal static class PageUrl
{
    /// <summary>The input's own URL; for a local path its file URI; else the name as it stands.</summary>
    public static string Of(InputItem item) => item.Url ?? FromName(item.Name);

    /// <summary>An address found in an input, made absolute against the input's own; null when it is none that a page can have.</summary>
    public static string? Resolve(string? found, InputItem item)
    {
        var address = found?.Trim();
        if (string.IsNullOrEmpty(address))
        {
            return null;
        }

        if (Uri.TryCreate(address, UriKind.Absolute, out var absolute) && !absolute.IsFile)
        {
            return absolute.Scheme is "http" or "https" ? absolute.AbsoluteUri : address;
        }

        return Uri.TryCreate(Of(item), UriKind.Absolute, out var own) && Uri.TryCreate(own, address, out var joined) ? joined.AbsoluteUri : null;
    }

    /// <summary>An address that a page gives for itself, where it is a whole one of the web; else null.</summary>
    public static string? Published(string? canonical) =>
        Uri.TryCreate(canonical, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.IdnHost.Contains('.') ? uri.AbsoluteUri : null;

    private static string FromName(string name) =>
        Path.IsPathRooted(name) && Uri.TryCreate(name, UriKind.Absolute, out var uri) ? uri.AbsoluteUri : name;
}
