using System.Net;

namespace DefectVision.Web.Tests;

/// <summary>Rules against pages of others: what a foreign page can make a browser send is not answered, though the browser holds a session.</summary>
public sealed class RefusalTests : IAsyncLifetime
{
    private Room _room = null!;
    private Visitor _reader = null!;

    public async Task InitializeAsync()
    {
        _room = await Room.Opened();
        _reader = await _room.Visit();
    }

    public async Task DisposeAsync()
    {
        _reader.Dispose();
        await _room.DisposeAsync();
    }

    // DNS rebinding: a name of the attacker's that leads to this machine.
    [Theory]
    [InlineData("127.0.0.1:{0}", true)]
    [InlineData("localhost:{0}", true)]
    [InlineData("[::1]:{0}", true)]
    [InlineData("LOCALHOST:{0}", true)]
    [InlineData("evil.example:{0}", false)]
    [InlineData("127.0.0.1.evil.example:{0}", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("127.0.0.1:1", false)]
    [InlineData("127.0.0.2:{0}", false)]
    public async Task The_host_is_this_machine_and_this_port(string host, bool isOurs)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = string.Format(null, host, _room.Server.Port);
        Assert.Equal(isOurs ? HttpStatusCode.OK : HttpStatusCode.MisdirectedRequest, (await _reader.Send(request)).StatusCode);
    }

    // Other ports of one machine are the same site to a browser, and their pages are sent the cookie.
    [Theory]
    [InlineData(null, true)]
    [InlineData("none", true)]
    [InlineData("same-origin", true)]
    [InlineData("same-site", false)]
    [InlineData("cross-site", false)]
    public async Task A_request_comes_from_this_page_or_from_a_person(string? site, bool isOurs)
    {
        foreach (var path in new[] { "/", "/api/next?most=1", "/static/review.css" })
        {
            var answer = await _reader.Get(path, site is null ? [] : [("Sec-Fetch-Site", site)]);
            Assert.Equal(isOurs ? HttpStatusCode.OK : HttpStatusCode.Forbidden, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("navigate", "document", true)]
    [InlineData("navigate", "iframe", false)]
    [InlineData("no-cors", "image", false)]
    public async Task The_address_may_be_opened_from_a_link_elsewhere_and_nothing_else_may(string mode, string destination, bool isPerson)
    {
        (string, string)[] headers = [("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", mode), ("Sec-Fetch-Dest", destination)];
        Assert.Equal(isPerson ? HttpStatusCode.OK : HttpStatusCode.Forbidden, (await _reader.Get(new Uri(_room.Server.NewAddress()).PathAndQuery, headers)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await _reader.Get("/review", headers)).StatusCode);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("null", false)]
    [InlineData("http://evil.example", false)]
    [InlineData("http://127.0.0.1:1", false)]
    [InlineData("https://127.0.0.1:{0}", false)]
    [InlineData("http://127.0.0.1:{0}", true)]
    public async Task A_write_names_this_origin(string? origin, bool isOurs)
    {
        var item = (await _reader.Next(1))[0];
        using var body = Visitor.OfType($$"""{"answers":[{"item":"{{item}}","word":"good"}]}""", "application/json");
        var answer = await _reader.Post("/api/answer", body, origin is null ? [] : [("Origin", string.Format(null, origin, _room.Server.Port))]);
        Assert.Equal(isOurs ? HttpStatusCode.OK : HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(isOurs ? 1 : 0, _room.Desk.Acts);
    }

    // The three that a form can send, and the one that it cannot.
    [Theory]
    [InlineData("text/plain", false)]
    [InlineData("application/x-www-form-urlencoded", false)]
    [InlineData("multipart/form-data", false)]
    [InlineData("application/json", true)]
    public async Task A_write_is_json(string type, bool isTaken)
    {
        var item = (await _reader.Next(1))[0];
        using var body = Visitor.OfType($$"""{"answers":[{"item":"{{item}}","word":"good"}]}""", type);
        var answer = await _reader.Post("/api/answer", body, ("Origin", _reader.Origin));
        Assert.Equal(isTaken ? HttpStatusCode.OK : HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        Assert.Equal(isTaken ? 1 : 0, _room.Desk.Acts);
    }

    [Theory]
    [InlineData(0, HttpStatusCode.OK)]
    [InlineData(1, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_write_is_256_KiB_at_most(int over, HttpStatusCode expected)
    {
        var item = (await _reader.Next(1))[0];
        var json = $$"""{"answers":[{"item":"{{item}}","word":"good"}]}""";
        using var body = Visitor.OfType(json.PadRight(ReviewServer.MostBytes + over), "application/json");
        Assert.Equal(expected, (await _reader.Post("/api/answer", body, ("Origin", _reader.Origin))).StatusCode);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("HEAD")]
    public async Task Other_methods_are_refused(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/api/answer");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await _reader.Send(request, ("Origin", _reader.Origin))).StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/static/review.css")]
    [InlineData("/api/next?most=1")]
    [InlineData("/nowhere")]
    public async Task Every_response_says_what_it_may_be_used_for(string path)
    {
        using var stranger = new Visitor(_room.Server.Port);
        foreach (var answer in new[] { await _reader.Get(path), await stranger.Get(path), await _reader.Get(path, ("Sec-Fetch-Site", "cross-site")) })
        {
            var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
            Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Resource-Policy")));
            Assert.False(answer.Headers.Contains("Server"));
            Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
        }
    }

    [Theory]
    [InlineData("/static/")]
    [InlineData("/static/..%2f..%2fetc%2fpasswd")]
    [InlineData("/static/nothing.js")]
    [InlineData("/photo/")]
    [InlineData("/photo/..%2f..%2fcase%2fcase.json/full")]
    [InlineData("/photo/0000000000000000000000000000000000000000000000000000000000000000/full")]
    [InlineData("/heat/..%2f..%2fcase.json")]
    [InlineData("/heat/0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("/api/item?id=9-9")]
    [InlineData("/reviews.jsonl")]
    [InlineData("/api")]
    public async Task What_is_not_known_is_not_found(string path) => Assert.Equal(HttpStatusCode.NotFound, (await _reader.Get(path)).StatusCode);

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("{\"answers\":[]}")]
    [InlineData("{\"answers\":null}")]
    [InlineData("{\"answers\":[null]}")]
    [InlineData("{\"answers\":[{\"item\":\"1-1\"}]}")]
    [InlineData("{\"answers\":[{\"item\":\"1-1\",\"word\":\"excellent\"}]}")]
    [InlineData("{\"answers\":[{\"item\":\"1-1\",\"word\":0}]}")]
    [InlineData("{\"answers\":[{\"item\":\"9-9\",\"word\":\"good\"}]}")]
    [InlineData("{\"answers\":[{\"item\":\"1-1\",\"word\":\"good\"},{\"item\":\"1-1\",\"word\":\"defective\"}]}")]
    [InlineData("{\"answers\":[{\"item\":\"1-1\",\"word\":\"good\"},{\"item\":\"9-9\",\"word\":\"good\"}]}")]
    [InlineData("{\"answers\":[{\"item\":\"1-1\",\"word\":\"good\",\"reader\":\"somebody else\"}]}")]
    [InlineData("not json")]
    public async Task An_answer_that_is_not_sound_is_refused_whole(string json)
    {
        using var body = Visitor.OfType(json, "application/json");
        var answer = await _reader.Post("/api/answer", body, ("Origin", _reader.Origin));
        Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity, $"{answer.StatusCode}");
        Assert.Equal(0, _room.Desk.Acts);
    }

    [Fact]
    public async Task Nobody_answers_without_a_name()
    {
        using var nameless = await _room.Visit(reader: null);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await nameless.Post("/api/answer", new { answers = new[] { new { item = "1-1", word = "good" } } })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await nameless.Get("/api/next?most=1")).StatusCode);
        Assert.Equal("/", (await nameless.Get("/review")).Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await nameless.Post("/api/reader", new { name = "  " })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await nameless.Post("/api/reader", new { name = new string('n', 81) })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await nameless.Post("/api/reader", new { name = new string('n', 80) })).StatusCode);
    }
}
