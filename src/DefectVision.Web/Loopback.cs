using System.Net;
using System.Net.Sockets;

namespace DefectVision.Web;

/// <summary>Addresses of this machine that no other machine can reach.</summary>
internal static class Loopback
{
    private const int Tries = 20;

    /// <summary>A port that is free on every address of <see cref="Addresses"/>, for the moment.</summary>
    /// <param name="wanted">Null: any.</param>
    /// <exception cref="PortTakenException">It is not free.</exception>
    public static int Port(int? wanted)
    {
        for (var attempt = 1; ; attempt++)
        {
            var port = wanted ?? 0;
            try
            {
                foreach (var address in Addresses())
                {
                    port = Listened(address, port);
                }

                return port;
            }
            catch (SocketException) when (wanted is null && attempt < Tries)
            {
                // Free on one address and not on the other: another one.
            }
            catch (SocketException fault)
            {
                throw Taken(port, fault);
            }
        }
    }

    public static PortTakenException Taken(int port, Exception fault) =>
        new(FormattableString.Invariant($"--port {port}: another program listens there ({fault.Message}); name another port, or none for any that is free"), fault);

    /// <summary>That of IPv4, and that of IPv6 where the machine has it.</summary>
    public static IReadOnlyList<IPAddress> Addresses() => HasNewer() ? [IPAddress.Loopback, IPAddress.IPv6Loopback] : [IPAddress.Loopback];

    private static bool HasNewer()
    {
        try
        {
            return Socket.OSSupportsIPv6 && Listened(IPAddress.IPv6Loopback, 0) > 0;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int Listened(IPAddress address, int port)
    {
        using var listener = new TcpListener(address, port);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
