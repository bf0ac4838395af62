using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;
using DefectVision.Inspection.Judging;

namespace DefectVision.Evidence.Charts;

/// <summary>Flagged items of one class and severity.</summary>
internal sealed record ClassCount(string? DefectClass, Severity Severity, int Items);

/// <summary>A Pareto chart: classes by number of flagged items, with the running share beside.</summary>
internal static class ClassChart
{
    private const double Width = 720;
    private const double Left = 190;
    private const double Plot = 360;
    private const double Row = 20;
    private const int NameColumns = 27;

    public static IReadOnlyList<ClassCount> Count(IEnumerable<Item> flagged) =>
    [
        .. flagged
            .GroupBy(item => (item.DefectClass, Severity: item.Severity ?? AgreedTerms.DefaultSeverity))
            .Select(group => new ClassCount(group.Key.DefectClass, group.Key.Severity, group.Count()))
            .OrderByDescending(count => count.Items)
            .ThenByDescending(count => count.Severity)
            .ThenBy(count => count.DefectClass, StringComparer.Ordinal),
    ];

    public static void Write(Html html, IReadOnlyList<ClassCount> counts)
    {
        var all = counts.Sum(count => count.Items);
        var running = 0;
        using (Svg.Open(html, Width, (Row * counts.Count) + 16, "Items by class"))
        {
            Svg.Label(html, 0, 10, "Class, severity", fill: PrintStyle.Soft);
            Svg.Label(html, Left, 10, "items (running share)", fill: PrintStyle.Soft);
            for (var at = 0; at < counts.Count; at++)
            {
                running += counts[at].Items;
                Bar(html, counts[at], 16 + (Row * at), Plot * counts[at].Items / counts[0].Items, (double)running / all);
            }
        }
    }

    private static void Bar(Html html, ClassCount count, double top, double length, double running)
    {
        Svg.Label(html, 0, top + 13, LabelFit.End($"{Phrases.DefectClass(count.DefectClass)}, {Code.Of(count.Severity)}", NameColumns + 6));
        html.Void(
            "rect",
            ("x", Svg.At(Left)),
            ("y", Svg.At(top + 3)),
            ("width", Svg.At(length)),
            ("height", Svg.At(Row - 7)),
            ("fill", count.Severity switch { Severity.Critical => PrintStyle.Ink, Severity.Major => PrintStyle.Accent, _ => PrintStyle.AccentLight }));
        Svg.Label(html, Left + length + 6, top + 13, $"{Figures.Count(count.Items)} ({Figures.Share(running)})");
    }
}
