using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DefectVision.Web;

namespace DefectVision.ReviewPage;

/// <summary>Times of requests as a reader makes them: the next items, a photo, an answer, now and then how the lots stand.</summary>
internal sealed class RequestTimes(ReviewServer server)
{
    private const int Ahead = 6;
    private const int SeldomTimes = 40;

    private readonly SortedDictionary<string, List<double>> _times = new(StringComparer.Ordinal);

    public async Task Run(int items)
    {
        using var client = new HttpClient { BaseAddress = new Uri(FormattableString.Invariant($"http://127.0.0.1:{server.Port}")) };
        client.DefaultRequestHeaders.Add("Origin", client.BaseAddress.OriginalString.TrimEnd('/'));
        await client.GetAsync(new Uri(server.NewAddress()));
        await client.PostAsJsonAsync("/api/reader", new { name = "A reader" });
        var memory = new List<double>();
        for (var answered = 0; answered < items; answered++)
        {
            var next = JsonNode.Parse(await Timed("next items", () => client.GetStringAsync($"/api/next?most={Ahead}")))!["items"]!.AsArray();
            if (next.Count == 0)
            {
                break;
            }

            var item = next[0]!;
            await Timed("photo of a screen", () => client.GetByteArrayAsync($"/photo/{item["photos"]![0]!["id"]}/screen"));
            await Timed("answer", async () => (await client.PostAsJsonAsync("/api/answer", new { answers = new[] { new { item = (string)item["id"]!, word = "good", seconds = 1.5 } } })).EnsureSuccessStatusCode());
            if (answered % Math.Max(1, items / SeldomTimes) == 0)
            {
                await Timed("how the lots stand", () => client.GetStringAsync("/live/now"));
                await Timed("grid of 60", () => client.GetStringAsync("/api/grid?lot=A&open=1&most=60"));
                await Timed("undo", async () => (await client.PostAsJsonAsync("/api/undo", new { })).EnsureSuccessStatusCode());
            }

            if (answered % Math.Max(1, items / 10) == 0)
            {
                GC.Collect();
                memory.Add(GC.GetTotalMemory(true) / (1024.0 * 1024));
            }
        }

        Console.WriteLine("| request | times | median, ms | p95, ms | most, ms |\n|---|---|---|---|---|");
        foreach (var (what, times) in _times)
        {
            times.Sort();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {times.Count} | {times[times.Count / 2]:0.0} | {times[(int)(times.Count * 0.95)]:0.0} | {times[^1]:0.0} |"));
        }

        Console.WriteLine($"\nmanaged memory after each tenth, MiB: {string.Join(", ", memory.Select(mib => mib.ToString("0.0", CultureInfo.InvariantCulture)))}");
    }

    private async Task<T> Timed<T>(string what, Func<Task<T>> work)
    {
        var start = Stopwatch.GetTimestamp();
        var answer = await work();
        (_times.TryGetValue(what, out var times) ? times : _times[what] = []).Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        return answer;
    }
}
