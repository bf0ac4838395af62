using DefectVision.History.Tests;
using DefectVision.History;
using DefectVision.History.Scorecards;
using DefectVision.History.Storing;

namespace DefectVision.Benchmarks;

/// <summary>Two made-up years: writes them as a history, and tells which warnings came, when, and how many were false, against what is true of each supplier.</summary>
internal static class TwoYearsCommand
{
    private const int Seeds = 500;

    /// <param name="path">Of a history to write the first seed to; null: none.</param>
    public static int Run(TextWriter output, string? path)
    {
        if (path is not null)
        {
            using var file = HistoryFile.Open(path, create: true);
            foreach (var shipment in TwoYears.Shipments(1))
            {
                _ = shipment.Outcome is { } outcome ? file.Tell(shipment, PhotoPrints.None, outcome, null) : file.Add(shipment, PhotoPrints.None);
            }

            output.WriteLine($"{path}: {TwoYears.Shipments(1).Count} shipments, seed 1");
        }

        Say(output, $"supplier | alarms | false | share of seeds with the change found | days after the change (median)");
        var cards = Enumerable.Range(1, Seeds).SelectMany(seed => Scorecard.All(TwoYears.Shipments((ulong)seed))).GroupBy(card => card.Supplier).ToList();
        var (lots, falseOnes) = (0, 0);
        foreach (var supplier in cards)
        {
            var alarms = supplier.SelectMany(card => card.Alarms).ToList();
            var change = TwoYears.ChangeOf(supplier.Key);
            var isWorse = supplier.Key == TwoYears.Drifting;
            bool IsTrue(LotAlarm alarm) => change is { } part && TwoYears.PartOf(alarm.Lot.Shipment.Day) >= part && alarm.IsWorse == isWorse;
            var wrong = alarms.Count(alarm => !IsTrue(alarm));
            var found = supplier.Select(card => card.Alarms.FirstOrDefault(IsTrue)).Where(alarm => alarm is not null).Select(alarm => (TwoYears.PartOf(alarm!.Lot.Shipment.Day) - change!.Value) * 730).Order().ToList();
            lots += change is null ? supplier.Sum(card => card.Lots.Count) : 0;
            falseOnes += change is null ? wrong : 0;
            Say(output, $"{supplier.Key} | {alarms.Count} | {wrong} | {(change is null ? "-" : FormattableString.Invariant($"{100.0 * found.Count / Seeds:0} %"))} | {(found.Count == 0 ? "-" : FormattableString.Invariant($"{found[found.Count / 2]:0}"))}");
        }

        Say(output, $"steady suppliers: {falseOnes} warnings on {lots} lots, one in {(double)lots / Math.Max(1, falseOnes):0} lots ({Seeds} seeds)");
        return 0;
    }

    private static void Say(TextWriter output, FormattableString line) => output.WriteLine(FormattableString.Invariant(line));
}
