using System.Globalization;
using DefectVision.Web;
using Microsoft.Playwright;

namespace DefectVision.ReviewPage;

/// <summary>From the key press to the next item on the screen, photos of 12 megapixels, in the Chromium of this machine.</summary>
internal static class PhotoTimes
{
    // The time at which the frame that holds the next photo was drawn, less that of the key.
    private const string Measure = """
        () => new Promise(done => {
          const before = document.body.dataset.shown;
          let pressed = 0;
          addEventListener('keydown', () => { pressed = performance.now(); }, { once: true, capture: true });
          const look = () => document.body.dataset.shown !== before && document.body.dataset.shown !== '' ? requestAnimationFrame(() => done(performance.now() - pressed)) : requestAnimationFrame(look);
          look();
          window.isReady = true;
        })
        """;

    public static async Task Run(ReviewServer server)
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "chromium")).First(File.Exists);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = ["--no-sandbox"] });
        var page = await browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = 1280, Height = 800 } });
        await page.GotoAsync(server.NewAddress());
        await page.WaitForSelectorAsync("#begin button:enabled");
        await page.FillAsync("#reader", "A reader");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForFunctionAsync("() => document.body.dataset.shown");
        var times = new List<double>();
        for (var item = 0; item < 10; item++)
        {
            // A reader looks for a second or two.
            await page.WaitForTimeoutAsync(1500);
            var measured = page.EvaluateAsync<double>(Measure);
            await page.WaitForFunctionAsync("() => window.isReady");
            await page.Keyboard.PressAsync("g");
            times.Add(await measured);
        }

        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"from the key to the next 12-megapixel photo on the screen, ms: median {times[times.Count / 2]:0}, most {times[^1]:0} ({times.Count} items)"));
    }
}
