using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DefectVision.Web.Tests;

/// <summary>A browser without a screen: it keeps cookies, and says where a request comes from as browsers do.</summary>
internal sealed class Visitor : IDisposable
{
    private readonly HttpClient _client;

    public Visitor(int port)
    {
        Origin = FormattableString.Invariant($"http://127.0.0.1:{port}");
#pragma warning disable CA2000 // The client disposes it.
        _client = new HttpClient(new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = false }) { BaseAddress = new Uri(Origin) };
#pragma warning restore CA2000
    }

    public string Origin { get; }

    public CookieContainer Cookies { get; } = new();

    public async Task<HttpResponseMessage> Get(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await Send(request, headers);
    }

    public async Task<HttpResponseMessage> Post(string path, object body)
    {
        using var content = OfType(JsonSerializer.Serialize(body), "application/json");
        return await Post(path, content, ("Origin", Origin), ("Sec-Fetch-Site", "same-origin"));
    }

    public async Task<HttpResponseMessage> Post(string path, HttpContent content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        return await Send(request, headers);
    }

    public Task<HttpResponseMessage> Send(HttpRequestMessage request, params (string Name, string Value)[] headers)
    {
        foreach (var (name, value) in headers)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        return _client.SendAsync(request);
    }

    public async Task<JsonNode> Json(string path)
    {
        using var response = await Get(path);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path}: {response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    public async Task<JsonNode> PostJson(string path, object body)
    {
        using var response = await Post(path, body);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path}: {response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    /// <summary>Answers for one item.</summary>
    public Task<JsonNode> Answer(string item, string word) => PostJson("/api/answer", new { answers = new[] { new { item, word } } });

    /// <summary>Ids of the next items.</summary>
    public async Task<List<string>> Next(int most) => [.. (await Json($"/api/next?most={most}"))["items"]!.AsArray().Select(item => (string)item!["id"]!)];

    public static StringContent OfType(string body, string type) => new(body, Encoding.UTF8, new MediaTypeHeaderValue(type));

    public void Dispose() => _client.Dispose();
}
