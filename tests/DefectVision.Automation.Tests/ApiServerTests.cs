using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using DefectVision.Automation.Serving;
using DefectVision.Automation.Working;

namespace DefectVision.Automation.Tests;

/// <summary>The contract with other programs: RFC 9110 (202, Location), RFC 9457 (problem+json), Idempotency-Key, and who may ask for what.</summary>
public sealed class ApiServerTests : IAsyncLifetime, IDisposable
{
    private const string Token = "0123456789abcdef0123456789abcdef";

    private readonly TempFolder _folder = new();
    private readonly HandClock _clock = new();
    private HttpClient _client = new();
    private JobQueue _queue = null!;
    private ApiServer _server = null!;

    public async Task InitializeAsync()
    {
        _folder.Put("root/PO-1/LOT-A/1.jpg", "photo");
        _folder.Put("secret/key.pem", "key");
        await Begin();
    }

    public Task DisposeAsync() => End();

    public void Dispose()
    {
        _client.Dispose();
        _queue.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_case_is_asked_for_and_asked_about_until_it_is_done()
    {
        var asked = await Ask(At("root/PO-1"));
        Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        var place = asked.Headers.Location!.ToString();
        Assert.Equal("queued", (await Json(place)).GetProperty("state").GetString());
        await Problem(await _client.GetAsync(place + "/summary"), 409);
        await _queue.RunOut(CancellationToken.None);
        var done = await Json(place);
        Assert.Equal(("done", "reject", 1), (done.GetProperty("state").GetString(), done.GetProperty("verdict").GetString(), done.GetProperty("exit_code").GetInt32()));
        foreach (var (part, type) in ((string, string)[])[("summary", "application/json"), ("results", "application/x-ndjson"), ("report", "text/html"), ("packet", "application/zip")])
        {
            var answer = await _client.GetAsync(done.GetProperty("links").GetProperty(part).GetString());
            Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
            Assert.Equal($"{part} of PO-1", await answer.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task The_same_request_under_one_key_is_one_case_and_another_request_is_refused()
    {
        var first = await Ask(At("root/PO-1"), key: "k");
        Assert.Equal(first.Headers.Location, (await Ask(At("root/PO-1"), key: "k")).Headers.Location);
        await Problem(await Ask(At("root/PO-1"), key: "k", name: "other"), 422);
        Assert.Single(_queue.All());
    }

    [Theory]
    [InlineData("secret/key.pem", 403)]
    [InlineData("root/../secret", 403)]
    [InlineData("root/link/key.pem", 403)]
    [InlineData("root", 403)]
    [InlineData("rooted", 403)]
    [InlineData("root/none", 422)]
    public async Task A_path_is_below_a_root_without_links_or_refused(string path, int status)
    {
        File.CreateSymbolicLink(_folder.At("root/link"), _folder.At("secret"));
        _folder.Put("rooted/1.jpg", "photo");
        await Problem(await Ask(_folder.Root + "/" + path), status);
        Assert.Empty(_queue.All());
    }

    [Theory]
    [InlineData("{", 400)]
    [InlineData("{}", 400)]
    [InlineData("null", 400)]
    [InlineData("{\"path\":\"relative\"}", 400)]
    [InlineData("{\"path\":5}", 400)]
    public async Task A_body_that_asks_for_nothing_is_refused(string body, int status) =>
        await Problem(await Post(body, "application/json"), status);

    [Fact]
    public async Task Letters_that_are_not_UTF_8_a_file_that_is_no_zip_and_a_key_without_letters_are_refused()
    {
        using var content = new StringContent("{}", Encoding.UTF8);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/json; charset=bogus");
        await Problem(await _client.PostAsync("/cases", content), 415);
        await Problem(await Ask(At("root/PO-1/LOT-A/1.jpg")), 422);
        await Problem(await Ask(At("root/PO-1"), key: new string('k', 300)), 400);
        Assert.Empty(_queue.All());
    }

    [Fact]
    public async Task An_upload_that_is_not_taken_leaves_nothing()
    {
        Assert.Equal(HttpStatusCode.Accepted, (await Send("PK one", "a", key: "k")).StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, (await Send("PK one", "a", key: "k")).StatusCode);
        await Problem(await Send("PK other", "a", key: "k"), 422);
        Assert.Single(Directory.GetFiles(_folder.At("out/uploads"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Health_is_told_to_those_who_ask_for_the_head_alone()
    {
        using var head = new HttpRequestMessage(HttpMethod.Head, "/healthz");
        Assert.Equal(HttpStatusCode.OK, (await _client.SendAsync(head)).StatusCode);
    }

    [Theory]
    [InlineData("../up")]
    [InlineData("a/b")]
    [InlineData("..")]
    [InlineData("a\nb")]
    public async Task A_name_that_leads_elsewhere_is_refused(string name) => await Problem(await Ask(At("root/PO-1"), name: name), 400);

    [Fact]
    public async Task A_zip_is_sent_kept_and_inspected()
    {
        var answer = await Send("PK\u0003\u0004 and so on", "PO-9");
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var job = Assert.Single(_queue.All());
        Assert.Equal(("PO-9", "PO-9.zip"), (job.Name, Path.GetFileName(job.Shipment)));
        Assert.True(File.Exists(job.Shipment));
    }

    [Fact]
    public async Task A_body_that_is_no_zip_too_large_or_of_another_type_is_refused_and_leaves_nothing()
    {
        await Problem(await Send("no zip", "a"), 415);
        await Problem(await Send("PK" + new string('x', 2000), "a"), 413);
        await Problem(await Send("PK" + new string('x', 2000), "a", chunked: true), 413);
        await Problem(await Send(string.Empty, "a"), 400);
        await Problem(await Post("a", "text/plain"), 415);
        Assert.Empty(Directory.Exists(_folder.At("out/uploads")) ? Directory.GetFiles(_folder.At("out/uploads"), "*", SearchOption.AllDirectories) : []);
        Assert.Empty(_queue.All());
    }

    [Fact]
    public async Task A_full_queue_is_not_ready_and_says_when_to_ask_again()
    {
        await Ask(At("root/PO-1"));
        await Ask(At("root/PO-1"));
        var full = await Ask(At("root/PO-1"));
        await Problem(full, 503);
        Assert.NotNull(full.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await _client.GetAsync("/readyz")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await _client.GetAsync("/healthz")).StatusCode);
    }

    [Fact]
    public async Task What_was_asked_for_is_there_after_another_start()
    {
        var place = (await Ask(At("root/PO-1"))).Headers.Location!.ToString();
        await End();
        await Begin();
        Assert.Equal("queued", (await Json(place)).GetProperty("state").GetString());
    }

    [Fact]
    public async Task Without_a_token_pages_of_other_sites_are_refused()
    {
        await Problem(await Asked(request => request.Headers.Host = "attacker.example"), 403);
        await Problem(await Asked(request => request.Headers.Add("Origin", "https://attacker.example")), 403);
        await Problem(await Asked(request => request.Headers.Add("Sec-Fetch-Site", "cross-site")), 403);
        Assert.Equal(HttpStatusCode.OK, (await Asked(_ => { })).StatusCode);
    }

    [Fact]
    public async Task With_a_token_nothing_but_health_is_told_without_it()
    {
        await End();
        await Begin(Token);
        await Problem(await _client.GetAsync("/cases"), 401);
        await Problem(await _client.GetAsync("/openapi.json"), 401);
        await Problem(await Asked(request => request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token[..^1] + "0")), 401);
        Assert.Equal(HttpStatusCode.OK, (await Asked(request => request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await _client.GetAsync("/healthz")).StatusCode);
    }

    [Theory]
    [InlineData("0.0.0.0", null)]
    [InlineData("192.0.2.1", null)]
    [InlineData("127.0.0.1", "short")]
    public void Beyond_this_machine_a_token_is_needed_and_a_short_one_is_none(string address, string? token) =>
        Assert.Throws<ArgumentException>(() => new ApiServer(new ServeOptions(new IPEndPoint(IPAddress.Parse(address), 0), _folder.At("out"), [], token, 1000), _queue, (_, _) => string.Empty, _clock));

    [Fact]
    public async Task Unknown_cases_and_addresses_are_problems()
    {
        await Problem(await _client.GetAsync("/cases/none"), 404);
        await Problem(await _client.GetAsync("/none"), 404);
        await Problem(await _client.DeleteAsync("/cases"), 405);
    }

    [Fact]
    public async Task The_requests_are_described_as_OpenApi_3_1()
    {
        var document = await Json("/openapi.json");
        Assert.StartsWith("3.1.", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        Assert.Equal(
            ["/cases", "/cases/{id}", "/cases/{id}/packet", "/cases/{id}/report", "/cases/{id}/results", "/cases/{id}/summary", "/healthz", "/readyz"],
            document.GetProperty("paths").EnumerateObject().Select(path => path.Name).Order(StringComparer.Ordinal));
        Assert.Equal(["application/json", "application/zip"], document.GetProperty("paths").GetProperty("/cases").GetProperty("post").GetProperty("requestBody").GetProperty("content").EnumerateObject().Select(type => type.Name));
        Assert.Equal(["Idempotency-Key", "name"], document.GetProperty("paths").GetProperty("/cases").GetProperty("post").GetProperty("parameters").EnumerateArray().Select(one => one.GetProperty("name").GetString()).Order(StringComparer.Ordinal));
        var schemas = document.GetProperty("components").GetProperty("schemas");
        Assert.Equal(["path"], schemas.GetProperty("CaseRequest").GetProperty("required").EnumerateArray().Select(one => one.GetString()));
        Assert.Equal(["id", "name", "state", "created", "links"], schemas.GetProperty("CaseView").GetProperty("required").EnumerateArray().Select(one => one.GetString()));
    }

    private async Task Begin(string? token = null)
    {
        _queue = new JobQueue(_folder.At("out/jobs"), 2, (job, _, _) =>
        {
            foreach (var (part, file) in ((string, string)[])[("summary", "summary.json"), ("results", "results.jsonl"), ("report", "report.html"), ("packet", "packet.zip")])
            {
                Directory.CreateDirectory(job.Folder);
                File.WriteAllText(Path.Combine(job.Folder, file), $"{part} of {job.Name}");
            }

            return new JobEnd(1, "reject", null);
        }, _clock, null, _ => { });
        _server = new ApiServer(new ServeOptions(new IPEndPoint(IPAddress.Loopback, 0), _folder.At("out"), [_folder.At("root")], token, 1000), _queue, (job, _) => Path.Combine(job.Folder, "packet.zip"), _clock);
        _client.Dispose();
        _client = new HttpClient { BaseAddress = new Uri(await _server.Start()) };
    }

    private async Task End()
    {
        await _server.Stop();
        await _server.DisposeAsync();
        _queue.Dispose();
    }

    private string At(string name) => _folder.At(name);

    private async Task<HttpResponseMessage> Ask(string path, string? key = null, string? name = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/cases") { Content = JsonContent.Create(new { path, name }) };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return await _client.SendAsync(request);
    }

    private async Task<HttpResponseMessage> Post(string body, string type)
    {
        using var content = new StringContent(body, Encoding.UTF8, type);
        return await _client.PostAsync("/cases", content);
    }

    private async Task<HttpResponseMessage> Send(string body, string name, bool chunked = false, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/cases?name={name}") { Content = new ByteArrayContent(Encoding.ASCII.GetBytes(body)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/zip");
        request.Headers.TransferEncodingChunked = chunked;
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return await _client.SendAsync(request);
    }

    private async Task<HttpResponseMessage> Asked(Action<HttpRequestMessage> more)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/cases");
        more(request);
        return await _client.SendAsync(request);
    }

    private async Task<JsonElement> Json(string place) => JsonDocument.Parse(await _client.GetStringAsync(place)).RootElement;

    private static async Task Problem(HttpResponseMessage answer, int status)
    {
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
    }
}
