using System.Text.Json;
using DefectVision.Evidence.Languages;
using DefectVision.Fixtures;
using DefectVision.Web.Pages;

namespace DefectVision.Web.Tests;

/// <summary>Rule: a name of a lot, an item, a file or a reader is text, whatever it holds.</summary>
public sealed class EscapingTests
{
    private const string Tag = "<img src=x onerror=alert(1)>";
    private const string Quote = "a\"b'c";
    private const string Climbing = "up..%2F..%2Fetc";
    private const string Chinese = "批次-丙 C";

    [Fact]
    public async Task A_name_never_becomes_a_tag_or_an_attribute()
    {
        await using var room = await Room.Opened(Put);
        using var reader = await room.Visit($"{Tag}{Quote}");
        foreach (var path in new[] { "/", "/review", "/grid", "/twins", "/live", "/live/now" })
        {
            var page = await (await reader.Get(path)).Content.ReadAsStringAsync();
            Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("a\"b", page, StringComparison.Ordinal);
        }

        Assert.Contains("&lt;img src=x", await (await reader.Get("/grid")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains(Chinese, await (await reader.Get("/grid")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_json_a_name_comes_whole_and_holds_no_tag_either()
    {
        await using var room = await Room.Opened(Put);
        using var reader = await room.Visit();
        var answer = await (await reader.Get("/api/next?most=50")).Content.ReadAsStringAsync();
        Assert.DoesNotContain('<', answer);
        var lots = JsonDocument.Parse(answer).RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("lot").GetString()).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(new[] { Tag, Quote, Climbing, Chinese }.Order(StringComparer.Ordinal), lots);
    }

    [Fact]
    public async Task Every_photo_is_found_whatever_it_is_called()
    {
        await using var room = await Room.Opened(Put);
        using var reader = await room.Visit();
        foreach (var photo in (await reader.Json("/api/next?most=50"))["items"]!.AsArray().SelectMany(item => item!["photos"]!.AsArray()))
        {
            Assert.True((await reader.Get($"/photo/{photo!["id"]}/full")).IsSuccessStatusCode);
        }
    }

    [Fact]
    public void What_stands_in_a_piece_is_escaped_and_a_piece_is_not()
    {
        var name = Markup.Of($"<b title=\"{"\"><script>"}\">{"a & b"}</b>");
        Assert.Equal("<b title=\"&quot;&gt;&lt;script&gt;\">a &amp; b</b>", name.ToString());
        Assert.Equal($"<p>{name}</p>", Markup.Of($"<p>{name}</p>").ToString());
        Assert.Equal("<p>1.5 批</p>", Markup.Of($"<p>{1.5} {"批"}</p>").ToString());
    }

    [Fact]
    public async Task The_page_speaks_the_language_of_the_case_until_the_reader_changes_it()
    {
        await using var room = await Room.Opened(null, Language.Parse("zh"));
        using var reader = await room.Visit();
        Assert.Contains("lang=\"zh-Hans\"", await (await reader.Get("/review")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await reader.PostJson("/api/language", new { code = "en" });
        Assert.Contains("lang=\"en\"", await (await reader.Get("/review")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static void Put(Room room)
    {
        var number = 0;
        foreach (var lot in new[] { Tag, Quote, Climbing, Chinese })
        {
            room.Put($"shipment/{lot}/{Tag}_front.jpg", Photos.Good(++number));
            room.Put($"shipment/{lot}/{Quote}_front.jpg", Photos.Stain(++number));
        }
    }
}
