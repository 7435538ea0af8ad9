using System.Collections.Frozen;

namespace Claims.Core.Articles.Reading;

/// <summary>The part of a host that one publisher registers: "news.example.co.uk" and "www.example.co.uk" are both "example.co.uk".</summary>
public static class RegistrableDomain
{
    /// <summary>
    /// Second-level labels under which country registries sell names ("co.uk", "com.au", "gov.iq"). The pattern covers the
    /// registries that news sites use without carrying the whole Public Suffix List.
    /// </summary>
    private static readonly FrozenSet<string> RegistryLabels = FrozenSet.ToFrozenSet(
        ["ac", "co", "com", "edu", "gen", "go", "gob", "gouv", "gov", "gv", "info", "ltd", "me", "mil", "ne", "net", "nhs", "nom", "or", "org", "plc", "police", "sch"]);

    /// <summary>Hosts that lend a subdomain to each of their publishers.</summary>
    private static readonly FrozenSet<string> SharedHosts = FrozenSet.ToFrozenSet(
        ["blogspot.com", "wordpress.com", "substack.com", "tumblr.com", "github.io", "gitlab.io", "medium.com", "wixsite.com", "weebly.com", "netlify.app", "pages.dev", "vercel.app", "herokuapp.com", "typepad.com", "livejournal.com", "ghost.io"]);

    /// <summary>The registrable domain of a URL in lower case, the address itself for an IP address, or null for what has no host.</summary>
    public static string? Of(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.IdnHost.Length == 0)
        {
            return null;
        }

        var host = uri.IdnHost.ToLowerInvariant().TrimEnd('.');
        if (uri.HostNameType != UriHostNameType.Dns)
        {
            return host;
        }

        var labels = host.Split('.');
        var keep = 2;
        if (labels.Length > 2)
        {
            var underRegistry = labels[^1].Length == 2 && RegistryLabels.Contains(labels[^2]);
            var shared = SharedHosts.Contains($"{labels[^2]}.{labels[^1]}") && labels[^3] != "www";
            keep = underRegistry || shared ? 3 : 2;
        }

        return labels.Length <= keep ? host : string.Join('.', labels[^keep..]);
    }
}
