using System.Text.Json;

namespace DefectVision.Web.Tests;

/// <summary>Rules of the command: it prints an address, ends with the page or with Ctrl-C, and then the outputs hold what readers said.</summary>
public sealed class ReviewCommandTests : IAsyncLifetime
{
    private const string Agreement = "sampling: all\nunit_price: 12.50\ncurrency: USD\nlots:\n  A: { size: 8 }\n";

    private Room _room = null!;

    public Task InitializeAsync()
    {
        _room = Room.Empty();
        _room.PutLot("A", 8, 2);
        _room.Put("shipment/agreement.yaml", Agreement);
        _room.Inspect();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _room.DisposeAsync();

    [Fact]
    public async Task What_readers_said_is_in_the_outputs_when_the_page_ended_the_review()
    {
        await using var review = await RunningReview.Start(_room.Root, "case");
        using var reader = await review.Visit("Li Wei");
        foreach (var item in await reader.Next(50))
        {
            await reader.Answer(item, item.EndsWith("-1", StringComparison.Ordinal) ? "defective" : "good");
        }

        await reader.PostJson("/api/finish", new { });
        var answer = (await review.End()).Gave(1);
        Assert.Contains("->", answer.Out, StringComparison.Ordinal);
        Assert.Contains("by confirmed items", answer.Out, StringComparison.Ordinal);
        Assert.Contains("report.html", answer.Out, StringComparison.Ordinal);
        Assert.Equal("reject", Json("case/summary.json").GetProperty("verdict").GetString());
        Assert.Contains("Li Wei", File.ReadAllText(_room.At("case/report.html")), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Interrupted_it_takes_up_what_was_read_so_far()
    {
        Skip.If(OperatingSystem.IsWindows(), "signals are sent by kill");
        await using var review = await RunningReview.Start(_room.Root, "case");
        using var reader = await review.Visit("Li Wei");
        await reader.Answer("1-1", "defective");
        await reader.Answer("1-2", "defective");
        var answer = (await review.Interrupt()).Gave(1);
        Assert.Contains("A: ", answer.Out, StringComparison.Ordinal);
        Assert.Contains("Li Wei", File.ReadAllText(_room.At("case/report.html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Killed_and_started_again_nothing_is_lost()
    {
        await using (var review = await RunningReview.Start(_room.Root, "case"))
        {
            using var reader = await review.Visit("Li Wei");
            await reader.Answer("1-1", "defective");
            await reader.Answer("1-2", "unsure");
            await review.Kill();
        }

        await using var again = await RunningReview.Start(_room.Root, "case");
        using var same = await again.Visit("Li Wei");
        Assert.Equal("defective", (string)(await same.Json("/api/item?id=1-1"))["said"]!);
        Assert.Equal("unsure", (string)(await same.Json("/api/item?id=1-2"))["said"]!);
        Assert.Equal(6, (await same.Next(50)).Count);
    }

    [Fact]
    public async Task Exported_answers_are_read_back_as_the_same()
    {
        await using (var review = await RunningReview.Start(_room.Root, "case"))
        {
            using var reader = await review.Visit("Li, \"Wei\"");
            await reader.PostJson("/api/answer", new { answers = new object[] { new { item = "1-1", word = "defective", defectClass = "stain", severity = "critical", cause = "process" } } });
            await reader.Answer("1-2", "good");
            await reader.Answer("1-2", "defective");
            await reader.Answer("1-3", "unsure");
            await reader.Answer("1-4", "good");
            await reader.Answer("1-5", "defective");
            await reader.PostJson("/api/undo", new { });
            await reader.PostJson("/api/finish", new { });
            (await review.End()).Gave(1);
        }

        (await Run("review", "export", "case", "--out", "said.csv")).Gave(0);
        (await Run("review", "export", "case", "--out", "said.csv")).Gave(64);
        (await Run("review", "export", "case", "--out", "said.csv", "--overwrite")).Gave(0);
        (await Run("inspect", "shipment", "--model", Room.Model, "--confirmed", "said.csv", "--out", "other", "--no-pdf")).Gave(1);
        Assert.Equal(Said("case"), Said("other"));
    }

    [Fact]
    public async Task A_second_run_on_the_same_case_is_told_to_wait()
    {
        await using var review = await RunningReview.Start(_room.Root, "case");
        var answer = (await Run("review", "case", "--no-browser")).Gave(75);
        Assert.Contains("another run reviews this case", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named_and_a_free_one_is_used()
    {
        await using var review = await RunningReview.Start(_room.Root, "case");
        var port = FormattableString.Invariant($"{review.Port}");
        (await Run("inspect", "shipment", "--model", Room.Model, "--out", "other", "--no-pdf")).Gave(2);
        var answer = (await Run("review", "other", "--no-browser", "--port", port)).Gave(75);
        Assert.Contains($"--port {port}", answer.Error, StringComparison.Ordinal);
        await review.Kill();
        await using var now = await RunningReview.Start(_room.Root, "other", "--port", port);
        Assert.Equal(review.Port, now.Port);
    }

    [Theory]
    [InlineData(64, "case", "--port", "0")]
    [InlineData(64, "case", "--port", "65536")]
    [InlineData(64, "case", "--audit-share", "1.1")]
    [InlineData(64, "case", "--audit-share", "-0.1")]
    [InlineData(66, "nothing")]
    [InlineData(66, "case", "--shipment", "nothing")]
    [InlineData(65, "shipment")]
    public async Task What_cannot_be_reviewed_is_said(int code, params string[] arguments) => (await Run(["review", .. arguments, "--no-browser"])).Gave(code);

    [Fact]
    public async Task Photos_that_are_gone_are_asked_for()
    {
        Directory.Move(_room.At("shipment"), _room.At("moved"));
        var answer = (await Run("review", "case", "--no-browser")).Gave(66);
        Assert.Contains("--shipment", answer.Error, StringComparison.Ordinal);
        await using var review = await RunningReview.Start(_room.Root, "case", "--shipment", "moved");
        using var reader = await review.Visit("Li Wei");
        var photo = (string)(await reader.Json("/api/item?id=1-1"))["photos"]![0]!["id"]!;
        Assert.True((await reader.Get($"/photo/{photo}/screen")).IsSuccessStatusCode);
    }

    [Fact]
    public async Task What_nobody_reviewed_cannot_be_exported() => (await Run("review", "export", "case")).Gave(65);

    [Fact]
    public async Task The_token_is_in_no_file_of_the_case()
    {
        await using var review = await RunningReview.Start(_room.Root, "case");
        using var reader = await review.Visit("Li Wei");
        await reader.Answer("1-1", "good");
        await reader.PostJson("/api/finish", new { });
        var answer = await review.End();
        var token = review.Address.Split('=')[1];
        Assert.DoesNotContain(token, answer.Out + answer.Error, StringComparison.Ordinal);
        Assert.All(Directory.GetFiles(_room.Case, "*", SearchOption.AllDirectories), file => Assert.DoesNotContain(token, File.ReadAllText(file), StringComparison.Ordinal));
    }

    private Task<Answer> Run(params string[] arguments) => Command.Run(_room.Root, arguments);

    private JsonElement Json(string name) => JsonDocument.Parse(File.ReadAllBytes(_room.At(name))).RootElement;

    // Every item with what readers said of it, without times to the second.
    private List<string> Said(string folder) =>
    [
        .. File.ReadLines(_room.At($"{folder}/results.jsonl"))
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Where(line => line.TryGetProperty("review", out _) || line.TryGetProperty("confirmed", out _))
            .Select(line => line.GetRawText()),
    ];
}
