using System.Diagnostics;
using System.Globalization;
using DefectVision.Dashboard;
using DefectVision.Evidence.Languages;
using DefectVision.History;
using DefectVision.History.Recall;
using DefectVision.History.Scorecards;
using DefectVision.History.Storing;
using DefectVision.Inspection;
using DefectVision.Statistics;

namespace DefectVision.Benchmarks;

/// <summary>A made-up history of many lots: time to add a shipment, to read all, to make every scorecard and the dashboard, to answer a recall; size of the file.</summary>
internal static class HistoryCommand
{
    private const int LotsOfShipment = 4;
    private const int Suppliers = 40;

    public static int Run(TextWriter output, int lots)
    {
        var folder = Directory.CreateTempSubdirectory("defectvision");
        try
        {
            var path = Path.Combine(folder.FullName, HistoryFile.UsualName);
            var times = new List<double>();
            using (var file = HistoryFile.Open(path, create: true))
            {
                for (var number = 0; number * LotsOfShipment < lots; number++)
                {
                    var shipment = Shipment(number);
                    var start = Stopwatch.GetTimestamp();
                    file.Add(shipment, PhotoPrints.None);
                    times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                }
            }

            times.Sort();
            Say(output, $"add a shipment of {LotsOfShipment} lots, ms: median {times[times.Count / 2]:0.0}, p95 {times[(int)(times.Count * 0.95)]:0.0}, most {times[^1]:0.0}");
            using var history = HistoryFile.Open(path, create: false);
            var (shipments, reading) = Timed(history.Shipments);
            var (cards, judging) = Timed(() => Scorecard.All(shipments));
            var (_, checking) = Timed(history.Faults);
            var (found, finding) = Timed(() => new RecallQuery { Class = "hole", Component = "lot 7" }.In(shipments));
            var (pages, writing) = Timed(() => DashboardWriter.Write(shipments, Path.Combine(folder.FullName, "dashboard"), Language.English, DateOnly.FromDateTime(shipments[^1].AsOf.UtcDateTime)));
            Say(output, $"{shipments.Sum(shipment => shipment.Lots.Count)} lots of {cards.Count} suppliers: read {reading:0} ms, all scorecards {judging:0} ms, file checked {checking:0} ms, {new FileInfo(path).Length / (1024.0 * 1024):0.0} MiB");
            Say(output, $"recall by class and component: {finding:0} ms ({found.Count} lots); dashboard: {writing:0} ms, {pages.Count} pages, {pages.Sum(page => new FileInfo(page).Length) / 1024.0:0} KiB, the largest {pages.Max(page => new FileInfo(page).Length) / 1024.0:0} KiB");
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static ShipmentEntry Shipment(int number)
    {
        var random = new PinnedGenerator(5, stream: (ulong)number);
        return new ShipmentEntry(number.ToString("x32", CultureInfo.InvariantCulture), FormattableString.Invariant($"PO-{number}"), FormattableString.Invariant($"/cases/PO-{number}"), new string('a', 64), new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(number), Verdict.Accept)
        {
            Supplier = FormattableString.Invariant($"Supplier {number % Suppliers}"),
            Lots =
            [
                .. Enumerable.Range(0, LotsOfShipment).Select(lot => new LotEntry(FormattableString.Invariant($"LOT-{lot}"), 1200, 80, random.NextInt(6), 80, random.NextInt(4), true, Verdict.Accept)
                {
                    Components = [FormattableString.Invariant($"button 18L, lot {number % 50}")],
                    Defects = [new DefectEntry("hole", Severity.Major, Cause.Material, 1)],
                    Exhibits = [new ExhibitEntry((10 * lot) + 1, "017", "hole", Severity.Major, Cause.Material, "LOT/017_front.jpg")],
                    Sections = new SortedDictionary<SectionKind, SectionAnswer>(Enum.GetValues<SectionKind>().ToDictionary(kind => kind, _ => SectionAnswer.Pass)),
                }),
            ],
        };
    }

    private static (T Value, double Milliseconds) Timed<T>(Func<T> work)
    {
        var start = Stopwatch.GetTimestamp();
        var value = work();
        return (value, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }

    private static void Say(TextWriter output, FormattableString line) => output.WriteLine(FormattableString.Invariant(line));
}
