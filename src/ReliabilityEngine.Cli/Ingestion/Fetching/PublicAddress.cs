using System.Net;

namespace ReliabilityEngine.Cli.Ingestion.Fetching;

/// <summary>Addresses of the public internet, after IANA's registries of special-purpose addresses (RFC 6890).</summary>
static class PublicAddress
{
    static readonly IPNetwork[] SpecialV4 = Parse(
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
        "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4");

    static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    /// <summary>Protocol assignments with Teredo, documentation, and 6to4, which carries an IPv4 address inside.</summary>
    static readonly IPNetwork[] SpecialV6 = Parse("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    public static bool Is(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily switch
        {
            System.Net.Sockets.AddressFamily.InterNetwork => !Array.Exists(SpecialV4, network => network.Contains(plain)),
            System.Net.Sockets.AddressFamily.InterNetworkV6 => GlobalUnicast.Contains(plain) && !Array.Exists(SpecialV6, network => network.Contains(plain)),
            _ => false,
        };
    }

    static IPNetwork[] Parse(params string[] networks) => [.. networks.Select(IPNetwork.Parse)];
}
