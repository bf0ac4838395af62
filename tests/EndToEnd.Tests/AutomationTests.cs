using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Pictures = DefectVision.Fixtures.Photos;

namespace EndToEnd.Tests;

/// <summary>Rule: what was handed over is inspected to the same verdict, however the program is ended in between.</summary>
public sealed class AutomationTests : IDisposable
{
    private const int Photos = 60;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Desk _desk = new();

    public AutomationTests()
    {
        byte[][] pictures = [Pictures.Plain(Pictures.Bright, 1, 1800), Pictures.Plain(Pictures.Dark, 2, 1800)];
        for (var number = 0; number < Photos; number++)
        {
            _desk.Put($"incoming/PO-1/lot-{number % 3}/{number:000}_front.jpg", [.. pictures[number % 20 == 7 ? 1 : 0], .. BitConverter.GetBytes(number + 1)]);
        }
    }

    public void Dispose() => _desk.Dispose();

    [SkippableFact]
    public async Task A_watcher_that_is_killed_is_started_again_and_finishes_with_what_one_run_finds()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "needs kill -9");
        _desk.Put("incoming/PO-1/_READY", string.Empty);
        using (var process = Command.Start(_desk.Root, Watch("--rest", "60")))
        {
            await Begun("cases/PO-1/journal.jsonl", process);
            process.Kill();
            await Command.End(process);
        }

        Assert.False(File.Exists(_desk.At("cases/PO-1/_DONE")));
        (await _desk.Run([.. Watch("--once", "--rest", "0")])).Gave(0);
        var whole = await _desk.Run("inspect", "incoming/PO-1", "--model", Desk.Model, "--out", "one", "--no-pdf");
        Assert.Equal(whole.ExitCode, _desk.Json("cases/PO-1/_DONE").GetProperty("exit_code").GetInt32());
        Assert.Equal(_desk.Text("one/results.jsonl"), _desk.Text("cases/PO-1/results.jsonl"));
        Assert.Contains("\"outcome\":\"system_file\"", _desk.Text("one/results.jsonl"), StringComparison.Ordinal);

        // All is done: the next watcher has nothing to do, and ends.
        var times = Directory.GetFiles(_desk.At("cases/PO-1")).ToDictionary(file => file, File.GetLastWriteTimeUtc);
        (await _desk.Run([.. Watch("--once", "--rest", "0")])).Gave(0);
        Assert.All(times, file => Assert.Equal(file.Value, File.GetLastWriteTimeUtc(file.Key)));
    }

    [SkippableFact]
    public async Task A_server_that_is_killed_is_started_again_and_answers_for_what_it_was_asked()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "needs kill -9");
        string place;
        using (var process = Command.Start(_desk.Root, Serve()))
        {
            using var client = await Client(process);
            using var asked = await client.PostAsJsonAsync("/cases", new { path = _desk.At("incoming/PO-1") });
            place = asked.Headers.Location!.ToString();
            await Begun($"cases/cases/{Path.GetFileName(place)}/journal.jsonl", process);
            process.Kill();
            await process.WaitForExitAsync();
        }

        using (var process = Command.Start(_desk.Root, Serve()))
        {
            using var client = await Client(process);
            var waited = Stopwatch.StartNew();
            JsonElement state;
            while ((state = await client.GetFromJsonAsync<JsonElement>(place)).GetProperty("state").GetString() is "queued" or "running")
            {
                Assert.True(waited.Elapsed < Patience, state.GetRawText());
                await Task.Delay(100);
            }

            Assert.Equal("done", state.GetProperty("state").GetString());
            Assert.Equal(Photos, (await client.GetStringAsync(place + "/results")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
            Assert.Equal("PK"u8.ToArray(), (await client.GetByteArrayAsync(place + "/packet"))[..2]);

            // SIGTERM is how services are stopped.
            using var kill = Process.Start("kill", ["-s", "TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            await process.WaitForExitAsync();
            Assert.Equal(143, process.ExitCode);
        }
    }

    [Theory]
    [InlineData("serve --listen 0.0.0.0:0 --out cases", 64, "token")]
    [InlineData("serve --listen somewhere --out cases", 64, "--listen")]
    [InlineData("serve --root nowhere --out cases", 66, "nowhere")]
    [InlineData("serve --webhook https://example.com --out cases", 64, "--webhook-secret-file")]
    [InlineData("serve --webhook file:///etc --webhook-secret-file s --out cases", 64, "--webhook")]
    [InlineData("watch nowhere --out cases", 66, "nowhere")]
    [InlineData("watch incoming --out incoming/cases", 64, "--out")]
    [InlineData("watch incoming --out cases --rest -1", 64, "--rest")]
    [InlineData("watch incoming --out cases --model none.onnx", 66, "none.onnx")]
    public async Task What_cannot_work_is_refused_at_once(string words, int code, string named)
    {
        _desk.Put("s", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        Assert.Contains(named, (await _desk.Run(words.Split(' '))).Gave(code).Error, StringComparison.Ordinal);
    }

    /// <summary>Nobody writes to the other end: whoever opened it would wait for ever.</summary>
    [SkippableTheory]
    [InlineData("serve --listen 127.0.0.1:0 --out cases --token-file pipe", 64, "token")]
    [InlineData("serve --listen 127.0.0.1:0 --out cases --webhook https://example.com --webhook-secret-file pipe", 64, "--webhook-secret-file")]
    [InlineData("watch incoming --out cases --webhook https://example.com --webhook-secret-file pipe", 64, "--webhook-secret-file")]
    [InlineData("agreement init pipe --overwrite", 74, "found a device, a pipe or a socket")]
    public async Task A_pipe_is_not_waited_for(string words, int code, string named)
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "needs mkfifo");
        _desk.Pipe("pipe");
        Assert.Contains(named, (await _desk.Run(words.Split(' '))).Gave(code).Error, StringComparison.Ordinal);
    }

    private static string[] Watch(params string[] more) => ["watch", "incoming", "--out", "cases", "--model", Desk.Model, "--workers", "1", "--no-pdf", .. more];

    private string[] Serve() => ["serve", "--listen", "127.0.0.1:0", "--out", "cases", "--root", _desk.At("incoming"), "--model", Desk.Model, "--workers", "1", "--no-pdf"];

    private async Task Begun(string journal, Process process)
    {
        var waited = Stopwatch.StartNew();
        while (!(File.Exists(_desk.At(journal)) && new FileInfo(_desk.At(journal)).Length > 3000))
        {
            Assert.True(!process.HasExited && waited.Elapsed < Patience, $"found no {journal} in time");
            await Task.Delay(5);
        }
    }

    private static async Task<HttpClient> Client(Process process)
    {
        using var patience = new CancellationTokenSource(Patience);
        var line = await process.StandardOutput.ReadLineAsync(patience.Token) ?? throw new InvalidOperationException(await process.StandardError.ReadToEndAsync());
        return new HttpClient { BaseAddress = new Uri(line["serving: ".Length..]) };
    }
}
