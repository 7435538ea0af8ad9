using System.Net;
using System.Net.Sockets;

namespace Claims.Workers.Fetching;

/// <summary>Tells addresses of the public internet from all others.</summary>
public static class PublicAddress
{
    /// <summary>
    /// What is not of the public internet: the IANA special-purpose registries for IPv4 (RFC 6890 and its successors) and
    /// IPv6, multicast, and the one public address that a cloud uses for its metadata (Azure's 168.63.129.16; the others,
    /// 169.254.169.254, 100.100.100.200 and fd00:ec2::254, lie inside special ranges).
    /// </summary>
    private static readonly (IPNetwork Network, string What)[] NotPublic =
    [
        Range("0.0.0.0/8", "this host"),
        Range("10.0.0.0/8", "a private network"),
        Range("100.64.0.0/10", "a provider's shared network"),
        Range("127.0.0.0/8", "loopback"),
        Range("168.63.129.16/32", "a cloud's metadata service"),
        Range("169.254.0.0/16", "link-local, where clouds keep their metadata service"),
        Range("172.16.0.0/12", "a private network"),
        Range("192.0.0.0/24", "a protocol assignment"),
        Range("192.0.2.0/24", "documentation"),
        Range("192.88.99.0/24", "a 6to4 relay"),
        Range("192.168.0.0/16", "a private network"),
        Range("198.18.0.0/15", "benchmarking"),
        Range("198.51.100.0/24", "documentation"),
        Range("203.0.113.0/24", "documentation"),
        Range("224.0.0.0/4", "multicast"),
        Range("240.0.0.0/4", "reserved or broadcast"),
        Range("::/128", "the unspecified address"),
        Range("::1/128", "loopback"),
        Range("100::/64", "a discard address"),
        Range("2001::/23", "a protocol assignment or tunnel"),
        Range("2001:db8::/32", "documentation"),
        Range("3fff::/20", "documentation"),
        Range("5f00::/16", "a segment routing identifier"),
        Range("fc00::/7", "a private network"),
        Range("fe80::/10", "link-local"),
        Range("fec0::/10", "a private network"),
        Range("ff00::/8", "multicast"),
    ];

    private static readonly IPNetwork Compatible = IPNetwork.Parse("::/96");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");
    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork LocalNat64 = IPNetwork.Parse("64:ff9b:1::/48");

    /// <summary>What a non-public address is ("loopback", "a private network"), or null for a public one.</summary>
    public static string? WhyNot(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        foreach (var (network, what) in NotPublic)
        {
            if (network.BaseAddress.AddressFamily == address.AddressFamily && network.Contains(address))
            {
                return what;
            }
        }

        // An IPv4 address inside an IPv6 one reaches whatever the IPv4 address reaches.
        return address.AddressFamily == AddressFamily.InterNetworkV6 && Embedded(address) is { } inner ? WhyNot(inner) : null;
    }

    private static IPAddress? Embedded(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        var bytes = address.GetAddressBytes();
        if (SixToFour.Contains(address))
        {
            return new IPAddress(bytes.AsSpan(2, 4));
        }

        if (LocalNat64.Contains(address))
        {
            return IPAddress.Any;
        }

        return Compatible.Contains(address) || Nat64.Contains(address) ? new IPAddress(bytes.AsSpan(12, 4)) : null;
    }

    private static (IPNetwork, string) Range(string network, string what) => (IPNetwork.Parse(network), what);
}
