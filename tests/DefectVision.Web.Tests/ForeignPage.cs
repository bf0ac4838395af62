using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DefectVision.Web.Tests;

/// <summary>A page of somebody else, on another port of this machine.</summary>
internal sealed class ForeignPage : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly byte[] _answer;
    private Task _serving = Task.CompletedTask;

    private ForeignPage(string body)
    {
        var html = Encoding.UTF8.GetBytes("<!doctype html><title>foreign</title>" + body);
        _answer = [.. Encoding.ASCII.GetBytes(FormattableString.Invariant($"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {html.Length}\r\nConnection: close\r\n\r\n")), .. html];
        _listener = new TcpListener(IPAddress.Loopback, 0);
        _listener.Start();
    }

    public string Address => FormattableString.Invariant($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    public static ForeignPage Start(string body)
    {
        var page = new ForeignPage(body);
        page._serving = page.Serve();
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving;
        _listener.Dispose();
    }

    private async Task Serve()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                var stream = client.GetStream();
                await stream.ReadAtLeastAsync(new byte[8192], 1);
                await stream.WriteAsync(_answer);
            }
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException or IOException)
        {
            // It was stopped.
        }
    }
}
