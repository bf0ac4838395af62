using System.Net;
using System.Text.Json;

namespace DefectVision.Web.Tests;

/// <summary>Rule: an answer is on the disk when the response comes, whoever else answers meanwhile, and whatever happens to the program then.</summary>
public sealed class DurabilityTests : IAsyncLifetime
{
    private const string Log = "case/reviews.jsonl";

    private Room _room = null!;

    public async Task InitializeAsync() => _room = await Room.Opened(room => room.PutLot("A", 40, 5));

    public async Task DisposeAsync() => await _room.DisposeAsync();

    [Fact]
    public async Task An_answer_is_in_the_log_when_the_response_comes()
    {
        using var reader = await _room.Visit();
        foreach (var item in await reader.Next(3))
        {
            await reader.Answer(item, "unsure");
            var last = Lines()[^1];
            Assert.Equal("unsure", last.GetProperty("word").GetString());
            Assert.Equal(_room.Desk.Item("nobody", item)!.Name, last.GetProperty("item").GetString());
            Assert.Equal("Li Wei", last.GetProperty("reader").GetString());
        }
    }

    [Fact]
    public async Task All_that_a_reader_says_is_recorded()
    {
        using var reader = await _room.Visit();
        var item = (await reader.Json("/api/next?most=1"))["items"]![0]!;
        var photo = (string)item["photos"]![0]!["id"]!;
        await reader.PostJson("/api/answer", new
        {
            answers = new[]
            {
                new
                {
                    item = (string)item["id"]!, word = "defective", defectClass = "hole", severity = "critical", cause = "material", photo, note = "torn", seconds = 2.5,
                    region = new { x = 0.25, y = 0.5, width = 0.125, height = 0.25 },
                },
            },
        });
        var line = Lines()[^1];
        Assert.Equal("hole", line.GetProperty("defect_class").GetString());
        Assert.Equal("critical", line.GetProperty("severity").GetString());
        Assert.Equal("material", line.GetProperty("cause").GetString());
        Assert.Equal("torn", line.GetProperty("note").GetString());
        Assert.Equal(2.5, line.GetProperty("seconds").GetDouble());
        Assert.Equal(0.125, line.GetProperty("region").GetProperty("width").GetDouble());
        Assert.EndsWith(".jpg", line.GetProperty("photo").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Together_confirmed_items_are_recorded_singly()
    {
        using var reader = await _room.Visit();
        var items = await reader.Next(12);
        await reader.PostJson("/api/answer", new { answers = items.Select(item => new { item, word = "good" }) });
        Assert.Equal(12, Lines().Count(line => line.TryGetProperty("word", out _)));
        await reader.PostJson("/api/undo", new { });
        Assert.Equal(items[^1], Assert.Single((await reader.Next(1))));
    }

    [Fact]
    public async Task Two_who_answer_at_once_lose_nothing()
    {
        using Visitor one = await _room.Visit("One"), other = await _room.Visit("Other"), again = await _room.Visit("One");
        var items = await one.Next(30);
        await Task.WhenAll(
            Task.Run(() => Each(one, items[..15])),
            Task.Run(() => Each(again, items[15..])),
            Task.Run(() => Each(other, items)));
        var said = Lines().Where(line => line.TryGetProperty("word", out _)).Select(line => (line.GetProperty("reader").GetString(), line.GetProperty("item").GetString())).ToList();
        Assert.Equal(60, said.Count);
        Assert.Equal(60, said.Distinct().Count());
    }

    [Fact]
    public async Task A_page_that_is_opened_again_goes_on_where_it_was()
    {
        using var reader = await _room.Visit();
        var items = await reader.Next(5);
        await Each(reader, items[..3]);
        await reader.PostJson("/api/undo", new { });
        await _room.Close();
        await _room.Open();
        using var again = await _room.Visit();
        Assert.Equal(items[2..], await again.Next(3));
        Assert.Equal("good", (string)(await again.Json($"/api/item?id={items[0]}"))["said"]!);
    }

    // The answer is refused, and the page stays with the item.
    [Fact]
    public async Task After_the_review_was_closed_no_answer_is_said_to_be_taken()
    {
        using var reader = await _room.Visit();
        var item = (await reader.Next(1))[0];
        _room.Desk.Dispose();
        var answer = await reader.Post("/api/answer", new { answers = new[] { new { item, word = "good" } } });
        Assert.True((int)answer.StatusCode >= 400, $"{answer.StatusCode}");
        Assert.DoesNotContain(Lines(), line => line.TryGetProperty("word", out _));
    }

    [Fact]
    public async Task Finish_ends_the_review_for_everybody()
    {
        using var reader = await _room.Visit();
        Assert.False(_room.Server.Finished.IsCompleted);
        await reader.PostJson("/api/finish", new { });
        await _room.Server.Finished;
    }

    [Fact]
    public async Task A_pair_is_answered_once_and_the_answer_can_be_taken_back()
    {
        await using var room = await Room.Opened(made =>
        {
            made.PutLot("A", 3, 0);
            made.Put("shipment/A/009_front.jpg", File.ReadAllBytes(made.At("shipment/A/001_front.jpg")));
        });
        using var reader = await room.Visit();
        var pair = Assert.Single((await reader.Json("/api/twins"))["pairs"]!.AsArray())!;
        Assert.Equal("001", (string)pair["first"]!["name"]!);
        Assert.Equal("009", (string)pair["second"]!["name"]!);
        await reader.PostJson("/api/twins", new { pair = (string)pair["id"]!, areDifferent = true });
        Assert.Empty((await reader.Json("/api/twins"))["pairs"]!.AsArray());
        await reader.PostJson("/api/undo", new { });
        Assert.Single((await reader.Json("/api/twins"))["pairs"]!.AsArray());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await reader.Post("/api/twins", new { pair = "1-1_9-9", areDifferent = false })).StatusCode);
    }

    private static async Task Each(Visitor reader, IEnumerable<string> items)
    {
        foreach (var item in items)
        {
            await reader.Answer(item, "good");
        }
    }

    private List<JsonElement> Lines()
    {
        using var file = new FileStream(_room.At(Log), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    }
}
