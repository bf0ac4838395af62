using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace DefectVision.Web.Tests;

/// <summary>Rules of the way in: an address of 256 random bits opens one browser, once; without it nothing is to be had.</summary>
public sealed partial class DoorTests : IAsyncLifetime
{
    private static readonly string[] Behind =
        ["/", "/review", "/grid", "/twins", "/live", "/live/now", "/api/page", "/api/next?most=1", "/api/item?id=1-1", "/api/grid?most=1", "/api/twins", "/heat/x", "/photo/x/full"];

    private Room _room = null!;

    public async Task InitializeAsync() => _room = await Room.Opened();

    public async Task DisposeAsync() => await _room.DisposeAsync();

    [Fact]
    public async Task An_address_opens_one_browser_and_is_spent()
    {
        var address = new Uri(_room.Server.NewAddress()).PathAndQuery;
        using Visitor first = new(_room.Server.Port), second = new(_room.Server.Port);
        Assert.Equal(HttpStatusCode.OK, (await first.Get(address)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await first.Get("/")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await second.Get(address)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await second.Get("/")).StatusCode);
    }

    [Fact]
    public void An_address_holds_256_random_bits()
    {
        var tokens = Enumerable.Range(0, 8).Select(_ => Token().Match(_room.Server.NewAddress()).Groups[1].Value).ToList();
        Assert.All(tokens, token => Assert.Equal(64, token.Length));
        Assert.Equal(tokens.Count, tokens.Distinct().Count());
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_of_other_sites()
    {
        using var visitor = new Visitor(_room.Server.Port);
        var cookie = Assert.Single((await visitor.Get(new Uri(_room.Server.NewAddress()).PathAndQuery)).Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Without_a_session_everything_is_closed()
    {
        using var stranger = new Visitor(_room.Server.Port);
        foreach (var path in Behind)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.Get(path)).StatusCode);
        }

        foreach (var path in new[] { "/api/answer", "/api/undo", "/api/twins", "/api/reader", "/api/language", "/api/address", "/api/finish" })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.Post(path, new { })).StatusCode);
        }

        Assert.False(_room.Server.Finished.IsCompleted);
    }

    [Fact]
    public async Task A_made_up_cookie_and_a_made_up_token_open_nothing()
    {
        using var stranger = new Visitor(_room.Server.Port);
        stranger.Cookies.Add(new Uri(stranger.Origin), new Cookie($"defectvision-{_room.Server.Port}", new string('0', 64)));
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.Get("/")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.Get($"/open?token={new string('0', 64)}")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.Get("/open")).StatusCode);
    }

    // Browsers and messengers fetch links before anybody opens them.
    [Fact]
    public async Task Who_looks_ahead_does_not_spend_the_address()
    {
        var address = new Uri(_room.Server.NewAddress()).PathAndQuery;
        using var visitor = new Visitor(_room.Server.Port);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Get(address, ("Sec-Purpose", "prefetch;prerender"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Get(address)).StatusCode);
    }

    [Fact]
    public async Task A_reader_may_make_an_address_for_another_browser()
    {
        using var first = await _room.Visit();
        var made = (string)(await first.PostJson("/api/address", new { }))["address"]!;
        using var second = new Visitor(_room.Server.Port);
        Assert.Equal(HttpStatusCode.OK, (await second.Get(new Uri(made).PathAndQuery)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await second.Get("/")).StatusCode);
    }

    [Fact]
    public async Task Other_machines_reach_nothing()
    {
        var outside = NetworkInterface.GetAllNetworkInterfaces()
            .SelectMany(card => card.GetIPProperties().UnicastAddresses)
            .Select(address => address.Address)
            .Where(address => address.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(address));
        foreach (var address in outside)
        {
            using var client = new TcpClient();
            await Assert.ThrowsAnyAsync<SocketException>(async () => await client.ConnectAsync(address, _room.Server.Port));
        }
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named()
    {
        var fault = await Assert.ThrowsAsync<PortTakenException>(async () => await ReviewServer.Start(_room.Desk, _room.Server.Port));
        Assert.Contains(FormattableString.Invariant($"{_room.Server.Port}"), fault.Message, StringComparison.Ordinal);
    }

    [GeneratedRegex("token=([0-9a-f]+)$")]
    private static partial Regex Token();
}
