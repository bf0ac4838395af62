using System.Text.Json;
using Deque.AxeCore.Playwright;
using DefectVision.Evidence.Languages;
using DefectVision.Fixtures;
using Microsoft.Playwright;

namespace DefectVision.Web.Tests;

/// <summary>Rules of the page in a real browser: the keyboard alone is enough, a screen reader is told, and what was answered follows in verdict and claim.</summary>
public sealed class BrowserTests : IAsyncLifetime
{
    private const string Agreement = "sampling: all\nunit_price: 12.50\ncurrency: USD\nlots:\n  批次-丙 C: { size: 8 }\n";

    private Room _room = null!;
    private Chromium? _chromium;

    public Task InitializeAsync()
    {
        _room = Room.Empty();
        _room.PutLot("批次-丙 C", 7, 3);
        _room.Put("shipment/批次-丙 C/008_front.jpg", File.ReadAllBytes(_room.At("shipment/批次-丙 C/007_front.jpg")));
        _room.Put("shipment/批次-丙 C/006_side.jpg", Photos.Truncated(77));
        _room.Put("shipment/Thumbs.db", "no photo");
        _room.Put("shipment/agreement.yaml", Agreement);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        if (_chromium is not null)
        {
            await _chromium.DisposeAsync();
        }

        await _room.DisposeAsync();
    }

    [SkippableFact]
    public async Task A_shipment_is_reviewed_by_keyboard_alone_and_the_claim_follows()
    {
        await Open();
        await using var review = await RunningReview.Start(_room.Root, "case");
        var page = await _chromium!.Page();
        var complaints = Listen(page);
        await page.GotoAsync(review.Address);
        await page.WaitForSelectorAsync("#begin button:enabled");
        await page.Keyboard.TypeAsync("Li Wei");
        await page.Keyboard.PressAsync("Enter");

        // The stained ones are those of 001 to 003; the reader says what he sees.
        var answers = 0;
        for (var item = await Shown(page); item != "end"; item = await Shown(page, item))
        {
            var name = await page.InnerTextAsync("#item");
            foreach (var key in name is "001" ? new[] { "d", "2", "c", "p", "Enter" } : name is "002" ? ["2"] : name is "003" ? ["u"] : ["g"])
            {
                await page.Keyboard.PressAsync(key);
            }

            answers++;
            Assert.InRange(answers, 1, 20);
        }

        Assert.Equal(7, answers);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/live");
        await page.FocusAsync("#finish");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Enter");
        var answer = (await review.End()).Gave(1);
        Assert.Contains("by confirmed items", answer.Out, StringComparison.Ordinal);
        Assert.Empty(complaints);

        var said = Lines().ToDictionary(line => line.GetProperty("item").GetString()!, line => line);
        Assert.Equal("defective", said["001"].GetProperty("word").GetString());
        Assert.Equal("stain", said["001"].GetProperty("defect_class").GetString());
        Assert.Equal("critical", said["001"].GetProperty("severity").GetString());
        Assert.Equal("process", said["001"].GetProperty("cause").GetString());
        Assert.Equal("stain", said["002"].GetProperty("defect_class").GetString());
        Assert.Equal("unsure", said["003"].GetProperty("word").GetString());
        Assert.All(said.Values, line => Assert.True(line.GetProperty("seconds").GetDouble() >= 0));
        (await Command.Run(_room.Root, ["claim", "case"])).Gave(0);
        Assert.Contains("001", File.ReadAllText(_room.At("case/packet/claim/first-notice.en.html")), StringComparison.Ordinal);
        Assert.Contains("Li Wei", File.ReadAllText(_room.At("case/report.html")), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Back_undo_note_and_a_drawn_place_are_recorded()
    {
        var page = await Reading();
        var first = await Shown(page);
        await page.Keyboard.PressAsync("g");
        var second = await Shown(page, first);
        await page.Keyboard.PressAsync("b");
        Assert.Equal(first, await Shown(page, second));
        await page.Keyboard.PressAsync("z");
        await page.WaitForFunctionAsync("() => document.getElementById('mine').textContent === ''");
        await page.Keyboard.PressAsync("d");
        await page.Keyboard.PressAsync("n");
        await page.Keyboard.TypeAsync("torn at the seam; g d u 1");
        await page.Keyboard.PressAsync("Enter");
        var box = (await page.Locator(".view .sheet").First.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + (box.Width / 4), box.Y + (box.Height / 4));
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + (3 * box.Height / 4), new MouseMoveOptions { Steps = 4 });
        await page.Mouse.UpAsync();
        await page.Keyboard.PressAsync("Enter");
        await Shown(page, first);
        var line = Lines()[^1];
        Assert.Equal("torn at the seam; g d u 1", line.GetProperty("note").GetString());
        var region = line.GetProperty("region");
        Assert.InRange(region.GetProperty("x").GetDouble(), 0.2, 0.3);
        Assert.InRange(region.GetProperty("width").GetDouble(), 0.2, 0.3);
        Assert.InRange(region.GetProperty("height").GetDouble(), 0.45, 0.55);
        Assert.Equal(["good", "undo", "defective"], Lines().Select(entry => entry.GetProperty("act").GetString() == "undo" ? "undo" : entry.GetProperty("word").GetString()));
    }

    // Without a mouse what is visible after zooming is the place.
    [SkippableFact]
    public async Task A_place_is_marked_by_keyboard()
    {
        var page = await Reading();
        var first = await Shown(page);
        foreach (var key in new[] { "d", "+", "+", "ArrowRight", "x", "Enter" })
        {
            await page.Keyboard.PressAsync(key);
        }

        await Shown(page, first);
        var region = Lines()[^1].GetProperty("region");
        Assert.InRange(region.GetProperty("width").GetDouble(), 0.01, 0.99);
        Assert.InRange(region.GetProperty("x").GetDouble(), 0.01, 0.99);
    }

    [SkippableFact]
    public async Task The_heat_map_comes_on_its_key_and_after_the_answer()
    {
        var page = await Reading();
        var item = await Shown(page);
        await page.Keyboard.PressAsync("h");
        Assert.False(await page.Locator("#heat-dialog").IsVisibleAsync());
        while (await page.InnerTextAsync("#item") is not ("001" or "002" or "003"))
        {
            await page.Keyboard.PressAsync("Enter");
            item = await Shown(page, item);
        }

        await page.Keyboard.PressAsync("2");
        await Shown(page, item);
        Assert.Contains("flagged as stain", await page.InnerTextAsync("#last-text"), StringComparison.Ordinal);
        await page.Keyboard.PressAsync("h");
        await page.WaitForSelectorAsync("#heat-dialog[open] img");
        await page.Keyboard.PressAsync("h");
        Assert.False(await page.Locator("#heat-dialog").IsVisibleAsync());
    }

    [SkippableFact]
    public async Task Items_are_selected_and_confirmed_together_by_keyboard()
    {
        var page = await Reading();
        await page.GotoAsync($"{Origin}/grid");
        await page.WaitForSelectorAsync(".tile");
        await page.FocusAsync(".tile");
        await page.Keyboard.PressAsync(" ");
        await page.Keyboard.PressAsync("Shift+ArrowRight");
        await page.Keyboard.PressAsync("Shift+ArrowRight");
        Assert.Equal(3, await page.Locator(".tile[aria-selected=true]").CountAsync());
        await page.Keyboard.PressAsync("g");
        await page.WaitForFunctionAsync("() => document.querySelectorAll('.tile').length === 4");
        await page.Keyboard.PressAsync("a");
        await page.Keyboard.PressAsync("d");
        await page.WaitForFunctionAsync("() => document.querySelectorAll('.tile').length === 0");
        Assert.Equal(["good", "good", "good", "defective", "defective", "defective", "defective"], Lines().Select(line => line.GetProperty("word").GetString()));
    }

    [SkippableFact]
    public async Task Twins_are_asked_about_side_by_side()
    {
        var page = await Reading();
        await page.GotoAsync($"{Origin}/twins");
        await page.WaitForFunctionAsync("() => document.body.dataset.shown?.includes('_')");
        Assert.Equal(2, await page.Locator(".view").CountAsync());
        await page.Keyboard.PressAsync("d");
        await page.WaitForFunctionAsync("() => document.body.dataset.shown === 'end'");
        Assert.Equal("different", Lines()[^1].GetProperty("act").GetString());
    }

    [SkippableFact]
    public async Task A_photo_that_changed_is_refused_on_the_page()
    {
        await Open();
        foreach (var file in Directory.GetFiles(_room.At("shipment/批次-丙 C"), "*_front.jpg"))
        {
            File.WriteAllBytes(file, Photos.Good(999));
        }

        await _room.Open();
        var page = await Reading();
        await Shown(page);
        Assert.Contains("bytes have changed", await page.Locator(".refused").First.InnerTextAsync(), StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("en", 1280, 800)]
    [InlineData("zh", 820, 1180)]
    [InlineData("en", 768, 1024)]
    public async Task Nothing_serious_stands_in_the_way_of_anybody(string language, int width, int height)
    {
        var page = await Reading(language, width, height);
        foreach (var path in new[] { "/", "/review", "/grid", "/twins", "/live" })
        {
            await page.GotoAsync($"{Origin}{path}");
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            await Examine(page, path);
            Assert.False(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"), $"{path} is wider than {width} px");
        }

        await page.GotoAsync($"{Origin}/review");
        await Shown(page);
        await page.Keyboard.PressAsync("d");
        await Examine(page, "details");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("?");
        await Examine(page, "keys");
    }

    // A page of somebody else in another tab: the browser holds the session, and gives it nothing.
    [SkippableFact]
    public async Task A_foreign_page_in_the_same_browser_gets_nothing()
    {
        var page = await Reading();
        await Shown(page);
        await using var foreign = ForeignPage.Start($$"""
            <img src="{{Origin}}/static/icon.svg" onload="window.seen = 1"><iframe src="{{Origin}}/review"></iframe>
            <script>
            window.got = [];
            const tries = [
              fetch('{{Origin}}/api/next?most=5', { credentials: 'include' }),
              fetch('{{Origin}}/api/answer', { method: 'POST', mode: 'no-cors', credentials: 'include', headers: { 'Content-Type': 'text/plain' }, body: '{"answers":[{"item":"1-1","word":"good"}]}' }),
              fetch('{{Origin}}/api/finish', { method: 'POST', credentials: 'include', headers: { 'Content-Type': 'application/json' }, body: '{}' }),
            ];
            Promise.allSettled(tries).then(all => { window.got = all.filter(one => one.status === 'fulfilled' && one.value.ok).length; window.done = true; });
            </script>
            """);
        var attacker = await page.Context.NewPageAsync();
        await attacker.GotoAsync(foreign.Address);
        await attacker.WaitForFunctionAsync("() => window.done === true");
        Assert.Equal(0, await attacker.EvaluateAsync<int>("window.got"));
        Assert.True(await attacker.EvaluateAsync<bool>("window.seen === undefined"));
        Assert.Equal(0, _room.Desk.Acts);
        Assert.False(_room.Server.Finished.IsCompleted);
    }

    private string Origin => FormattableString.Invariant($"http://127.0.0.1:{_room.Server.Port}");

    private async Task Open(string language = "en")
    {
        if (_chromium is null)
        {
            _chromium = await Chromium.Start();
            _room.Inspect(Language.Parse(language));
        }
    }

    // A reader before his first item.
    private async Task<IPage> Reading(string language = "en", int width = 1280, int height = 800)
    {
        await Open(language);
        if (!_room.IsOpen)
        {
            await _room.Open();
        }

        var page = await _chromium!.Page(width, height);
        await page.GotoAsync(_room.Server.NewAddress());
        await page.WaitForSelectorAsync("#begin button:enabled");
        await page.FillAsync("#reader", "Li Wei");

        // On a loaded machine a browser that has just started has once swallowed the key.
        for (var attempt = 1; ; attempt++)
        {
            await page.PressAsync("#reader", "Enter");
            try
            {
                await page.WaitForURLAsync("**/review", new PageWaitForURLOptions { Timeout = 20_000, WaitUntil = WaitUntilState.Commit });
                break;
            }
            catch (TimeoutException) when (page.Url.EndsWith("/review", StringComparison.Ordinal))
            {
                // It went on between the press and the wait.
                break;
            }
            catch (TimeoutException late) when (attempt == 3)
            {
                throw new TimeoutException($"{page.Url} did not go on to /review; it shows: {await page.InnerTextAsync("body")}", late);
            }
            catch (TimeoutException)
            {
            }
        }

        return page;
    }

    /// <summary>The item on the page, once it is another one.</summary>
    private static async Task<string> Shown(IPage page, string? before = null)
    {
        await page.WaitForFunctionAsync("before => document.body.dataset.shown && document.body.dataset.shown !== before && (document.body.dataset.item === document.body.dataset.shown || document.body.dataset.shown === 'end')", before);
        return await page.EvaluateAsync<string>("document.body.dataset.shown");
    }

    private static List<string> Listen(IPage page)
    {
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                complaints.Add(message.Text);
            }
        };
        page.PageError += (_, fault) => complaints.Add(fault);
        return complaints;
    }

    private static async Task Examine(IPage page, string what)
    {
        var serious = (await page.RunAxe()).Violations.Where(found => found.Impact is "serious" or "critical").Select(found => $"{what}: {found.Id}: {string.Join(" | ", found.Nodes.Select(node => node.Html))}");
        Assert.Empty(serious);
    }

    private List<JsonElement> Lines()
    {
        using var file = new FileStream(_room.At("case/reviews.jsonl"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).Where(line => line.TryGetProperty("act", out _))];
    }
}
