using System.Net;
using System.Net.Sockets;

namespace ReliabilityEngine.Cli.Ingestion.Fetching;

/// <summary>
/// Opens connections to public addresses only. The name is resolved here and the connection goes to the very address that was
/// looked at, so that a name cannot point elsewhere a moment later.
/// </summary>
sealed class GuardedConnection(IEnumerable<string> allowedHosts)
{
    readonly HashSet<string> _allowed = new(allowedHosts, StringComparer.OrdinalIgnoreCase);

    public async ValueTask<Stream> Open(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var host = context.DnsEndPoint.Host.Trim('[', ']');
        var addresses = await Dns.GetHostAddressesAsync(host, cancellation);
        var open = _allowed.Contains(host) ? addresses : [.. addresses.Where(PublicAddress.Is)];
        if (open.Length == 0)
            throw new FetchTrouble($"{host} has no public address ({string.Join(", ", addresses.Take(3))}), and is not among the allowed hosts");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(open, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
