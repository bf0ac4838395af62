using System.Globalization;
using DefectVision.Statistics;
using DefectVision.Statistics.Intervals;
using DefectVision.Statistics.Sampling;
using Spectre.Console;

namespace DefectVision.Cli.Commands;

/// <summary>Prints what a plan is worth for a lot: its curves, the qualities that it lets pass and catches, and what was asked besides.</summary>
internal static class PlanWorth
{
    private const int MostColumns = 76;
    private static readonly double[] CurvePoints = [0.99, 0.95, 0.9, 0.75, 0.5, 0.25, 0.1, 0.05, 0.01];

    /// <param name="console">Where to.</param>
    /// <param name="curve">Of the plan.</param>
    /// <param name="size">Items in the lot.</param>
    /// <param name="at">Shares of defective items, in percent.</param>
    public static void Print(IAnsiConsole console, OperatingCurve curve, int size, double[] at)
    {
        console.WriteLine();
        console.WriteLine("OC curve: chance in % that a lot of this size is accepted, by its share of defective items");
        Chart(console, 100, Points(curve, size).Select(defective => (Share(defective, size), 100 * curve.AcceptanceOfLot(size, defective).Value)));
        console.WriteLine();
        var limiting = curve.NonconformingAcceptedWith(size, new Probability(0.1));
        console.WriteLine(Number($"Accepted 95 times in 100 (process): {100 * curve.QualityAcceptedWith(new Probability(0.95)).Value:0.00} % defective. Accepted one time in ten (process): {100 * curve.QualityAcceptedWith(new Probability(0.10)).Value:0.00} %."));
        console.WriteLine(Number($"Limiting quality of this lot alone: with {limiting} of {size} defective ({100.0 * limiting / size:0.00} %) it is accepted one time in ten at most."));
        foreach (var percent in at)
        {
            var quality = new Rate(percent / 100);
            console.WriteLine(Number($"A lot with {percent} % defective ({OperatingCurve.NonconformingAt(size, quality)} items) is caught with a chance of {100 * curve.AcceptanceOfLot(size, quality).Complement.Value:0.0} %."));
        }
    }

    /// <summary>How many items a double plan has inspected on average.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="plan">Whose samples.</param>
    /// <param name="size">Items in the lot.</param>
    /// <param name="at">Shares of defective items, in percent.</param>
    public static void PrintSamples(IAnsiConsole console, DoubleSamplingPlan plan, int size, double[] at)
    {
        console.WriteLine();
        console.WriteLine("Average sample number: items inspected on average, each sample to its end, by the lot's share of defective items");
        Chart(console, plan.ItemsAtMost, Points(plan, size).Select(defective => (Share(defective, size), plan.AverageSampleNumberOfLot(size, defective))));
        console.WriteLine();
        foreach (var percent in at)
        {
            var defective = OperatingCurve.NonconformingAt(size, new Rate(percent / 100));
            console.WriteLine(Number($"With {percent} % defective the first sample decides with a chance of {100 * plan.DecisionOnFirstOfLot(size, defective).Value:0.0} %; {plan.AverageSampleNumberOfLot(size, defective):0.0} items are inspected on average."));
        }
    }

    /// <summary>What a draw of cartons can exclude.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="opened">Cartons drawn.</param>
    /// <param name="cartons">Cartons of the lot.</param>
    /// <param name="sample">Items drawn in them.</param>
    /// <param name="planned">Items that the plan asks for.</param>
    public static void PrintCartons(IAnsiConsole console, int opened, int cartons, int sample, int planned)
    {
        var bound = Hypergeometric.Bound(0, opened, cartons, ConfidenceLevel.P95, Side.Upper);
        console.WriteLine(Number($"Open {opened} of {cartons} cartons, drawn at random: the square root of their number, rounded up, which is a rule of inspectors and of no standard."));
        console.WriteLine(Number($"Where none of them shows a defective item, at most {bound.Upper} of the {cartons} cartons would show one (95 %, hypergeometric)."));
        console.WriteLine("Items of one carton are often alike, so the chances above, for items drawn one by one from the lot, do not hold for this draw. inspect states the lot by a bound that counts cartons.");
        if (sample != planned)
        {
            console.WriteLine(Number($"The plan decides on {planned} items, and {sample} are drawn: {(sample > planned ? "where an AQL was agreed the bound decides, which can reject the lot and not accept it." : "inspect holds a lot that too few items speak for.")}"));
        }
    }

    private static IEnumerable<long> Points(OperatingCurve curve, int size) => CurvePoints
        .Select(chance => (long)Math.Round(curve.QualityAcceptedWith(new Probability(chance)).Value * size))
        .Append(0)
        .Distinct()
        .Order();

    private static void Chart(IAnsiConsole console, double most, IEnumerable<(string Label, double Value)> bars)
    {
        var chart = new BarChart().Width(Math.Min(MostColumns, console.Profile.Width)).UseValueFormatter(value => Number($"{value:0.0}")).WithMaxValue(most);
        foreach (var (label, value) in bars)
        {
            chart.AddItem(label, Math.Round(value, 1));
        }

        console.Write(chart);
    }

    private static string Share(long defective, int size) => Number($"{100.0 * defective / size:0.00} %");

    private static string Number(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
