using System.Net;
using System.Net.Sockets;

namespace Dateline.App.Fetching;

/// <summary>
/// Tells addresses of the public internet from all others: this machine, its network, its provider's, what carries one of those inside. Ranges of the
/// IANA special-purpose registries (RFC 6890), and the addresses at which clouds tell secrets about a machine.
/// </summary>
internal static class PublicAddresses
{
    private static readonly (IPNetwork Range, string Words)[] Closed =
    [
        (IPNetwork.Parse("0.0.0.0/8"), "this machine"),
        (IPNetwork.Parse("10.0.0.0/8"), "a private network"),
        (IPNetwork.Parse("100.64.0.0/10"), "a provider's own network"),
        (IPNetwork.Parse("127.0.0.0/8"), "this machine"),
        (IPNetwork.Parse("168.63.129.16/32"), "a cloud's address for its own machines"),
        (IPNetwork.Parse("169.254.0.0/16"), "a link-local address"),
        (IPNetwork.Parse("172.16.0.0/12"), "a private network"),
        (IPNetwork.Parse("192.0.0.0/24"), "a reserved address"),
        (IPNetwork.Parse("192.0.2.0/24"), "an address for documents"),
        (IPNetwork.Parse("192.88.99.0/24"), "a reserved address"),
        (IPNetwork.Parse("192.168.0.0/16"), "a private network"),
        (IPNetwork.Parse("198.18.0.0/15"), "an address for tests"),
        (IPNetwork.Parse("198.51.100.0/24"), "an address for documents"),
        (IPNetwork.Parse("203.0.113.0/24"), "an address for documents"),
        (IPNetwork.Parse("224.0.0.0/4"), "an address of many machines"),
        (IPNetwork.Parse("240.0.0.0/4"), "a reserved address"),
        (IPNetwork.Parse("::1/128"), "this machine"),
        (IPNetwork.Parse("::/128"), "this machine"),
        (IPNetwork.Parse("fc00::/7"), "a private network"),
        (IPNetwork.Parse("fe80::/10"), "a link-local address"),
        (IPNetwork.Parse("fec0::/10"), "a private network"),
        (IPNetwork.Parse("ff00::/8"), "an address of many machines"),
        (IPNetwork.Parse("2001::/23"), "a reserved address"),
        (IPNetwork.Parse("2001:db8::/32"), "an address for documents"),
        (IPNetwork.Parse("3fff::/20"), "an address for documents"),
    ];

    // Addresses of the old form inside ones of the new: where the four bytes stand.
    private static readonly (IPNetwork Range, int At)[] Carriers =
    [
        (IPNetwork.Parse("::ffff:0:0:0/96"), 12),
        (IPNetwork.Parse("::/96"), 12),
        (IPNetwork.Parse("64:ff9b::/96"), 12),
        (IPNetwork.Parse("2002::/16"), 2),
    ];

    private static readonly IPNetwork Global = IPNetwork.Parse("2000::/3");

    /// <summary>What an address is that is not of the public internet, or null for one that is.</summary>
    public static string? Refuse(IPAddress address)
    {
        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        foreach (var (range, words) in Closed)
        {
            if (range.Contains(address))
            {
                return words;
            }
        }

        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            return null;
        }

        foreach (var (range, at) in Carriers)
        {
            if (range.Contains(address))
            {
                return Refuse(new IPAddress(address.GetAddressBytes().AsSpan(at, 4)));
            }
        }

        return address.AddressFamily == AddressFamily.InterNetworkV6 && Global.Contains(address) && address.ScopeId == 0 ? null : "a reserved address";
    }
}
