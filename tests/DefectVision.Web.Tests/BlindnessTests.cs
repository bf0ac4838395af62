using System.Net;
using System.Text.Json.Nodes;

namespace DefectVision.Web.Tests;

/// <summary>Rule: until a reader has decided on an item, nothing that the model or another reader said of it leaves the program.</summary>
public sealed class BlindnessTests : IAsyncLifetime
{
    private static readonly string[] OfItem = ["id", "lot", "name", "photos", "references", "said"];
    private static readonly string[] OfPhoto = ["id", "name", "view", "width", "height"];

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

    // A word that is added to an item must be added here by somebody who has asked himself what it tells.
    [Theory]
    [InlineData("/api/next?most=50")]
    [InlineData("/api/grid?most=50")]
    public async Task An_item_is_its_photos_and_names(string path)
    {
        var items = (await _reader.Json(path))["items"]!.AsArray();
        Assert.Equal(7, items.Count);
        Assert.All(items, item => OnlyNames(item!));
    }

    [Fact]
    public async Task One_item_alone_says_no_more() => OnlyNames(await _reader.Json("/api/item?id=1-1"));

    [Fact]
    public async Task Flagged_items_and_the_others_look_alike()
    {
        var items = (await _reader.Json("/api/next?most=50"))["items"]!.AsArray().Select(item => item!.AsObject()).ToList();
        var shapes = items.Select(item => string.Join(' ', Shape(item))).Distinct();
        Assert.Single(shapes);
    }

    [Theory]
    [InlineData("/review")]
    [InlineData("/grid")]
    [InlineData("/twins")]
    [InlineData("/")]
    public async Task The_page_is_the_same_before_whichever_item(string path)
    {
        var before = await (await _reader.Get(path)).Content.ReadAsStringAsync();
        await _reader.Answer((await _reader.Next(1))[0], "good");
        Assert.Equal(before, await (await _reader.Get(path)).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_heat_map_and_the_score_come_after_the_answer_and_go_with_it()
    {
        var flagged = Flagged();
        var photo = (string)(await _reader.Json($"/api/item?id={flagged}"))["photos"]!.AsArray().Single(one => (string)one!["view"]! == "front")!["id"]!;
        Assert.Equal(HttpStatusCode.NotFound, (await _reader.Get($"/heat/{photo}")).StatusCode);
        var told = (await _reader.Answer(flagged, "defective"))["told"]![0]!;
        Assert.Contains("flagged as stain", (string)told["text"]!, StringComparison.Ordinal);
        Assert.Contains("score", (string)told["text"]!, StringComparison.Ordinal);
        Assert.Equal([photo], told["heatMaps"]!.AsArray().Select(id => (string)id!));
        var map = await _reader.Get($"/heat/{photo}");
        Assert.Equal("image/jpeg", map.Content.Headers.ContentType!.MediaType);
        Assert.True(map.Headers.CacheControl!.NoStore);
        await _reader.PostJson("/api/undo", new { });
        Assert.Equal(HttpStatusCode.NotFound, (await _reader.Get($"/heat/{photo}")).StatusCode);
    }

    [Fact]
    public async Task What_one_reader_answered_no_other_reader_learns()
    {
        var flagged = Flagged();
        var before = (await _reader.Json($"/api/item?id={flagged}")).ToJsonString();
        using var other = await _room.Visit("Another");
        await other.Answer(flagged, "defective");
        Assert.Equal(before, (await _reader.Json($"/api/item?id={flagged}")).ToJsonString());
        Assert.Contains(flagged, await _reader.Next(50));
        var photo = (string)(await other.Json($"/api/item?id={flagged}"))["photos"]![1]!["id"]!;
        Assert.Equal(HttpStatusCode.NotFound, (await _reader.Get($"/heat/{photo}")).StatusCode);
    }

    // Kappa, too, is shown at the end only.
    [Fact]
    public async Task How_readers_agree_is_shown_when_nothing_is_left()
    {
        using var other = await _room.Visit("Another");
        foreach (var item in await other.Next(50))
        {
            await other.Answer(item, "good");
        }

        await _reader.Answer((await _reader.Next(1))[0], "defective");
        Assert.DoesNotContain("kappa", await Live(), StringComparison.OrdinalIgnoreCase);
        foreach (var item in await _reader.Next(50))
        {
            await _reader.Answer(item, "good");
        }

        Assert.Contains("kappa", await Live(), StringComparison.OrdinalIgnoreCase);
    }

    private string Flagged() => _room.Desk.Item("nobody", "1-1") is { Name: "001" } item ? item.Id : throw new InvalidOperationException("found another order of items");

    private async Task<string> Live() => await (await _reader.Get("/live/now")).Content.ReadAsStringAsync();

    private static void OnlyNames(JsonNode item)
    {
        Assert.Equal(OfItem, item.AsObject().Select(entry => entry.Key));
        Assert.All(item["photos"]!.AsArray().Concat(item["references"]!.AsArray()), photo => Assert.Equal(OfPhoto, photo!.AsObject().Select(entry => entry.Key)));
        Assert.Null(item["said"]);
    }

    private static IEnumerable<string> Shape(JsonNode? node) => node switch
    {
        JsonObject all => all.SelectMany(entry => Shape(entry.Value).Prepend(entry.Key)),
        JsonArray all => all.SelectMany(Shape).Prepend("["),
        null => ["null"],
        _ => [node.GetValueKind().ToString()],
    };
}
