using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;
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

    public static Drawing Of(IReadOnlyList<ClassCount> counts, Words words)
    {
        var all = counts.Sum(count => count.Items);
        var running = 0;
        var drawing = new Drawing(Width, (Row * counts.Count) + 50, words.Label($"Items by class"));
        drawing.Label(0, 10, words.Label($"Class, severity"), colour: Look.Soft);
        drawing.Label(Left, 10, words.Label($"items (running share)"), colour: Look.Soft);
        for (var at = 0; at < counts.Count; at++)
        {
            running += counts[at].Items;
            Bar(drawing, counts[at], 16 + (Row * at), Plot * counts[at].Items / counts[0].Items, (double)running / all, words);
        }

        var bottom = 16 + (Row * counts.Count) + 2;
        drawing.Line(Left, bottom, Left + Plot, bottom, Look.Ink, 1);
        foreach (var tick in CountTicks.To(counts[0].Items))
        {
            var x = Left + (Plot * tick / counts[0].Items);
            drawing.Line(x, bottom, x, bottom + 4, Look.Ink, 1);
            drawing.Label(x, bottom + 15, Figures.Count(tick), Anchor.Middle, Look.Soft);
        }

        drawing.Label(Left + (Plot / 2), bottom + 29, words.Label($"items"), Anchor.Middle, Look.Soft);
        return drawing;
    }

    private static void Bar(Drawing drawing, ClassCount count, double top, double length, double running, Words words)
    {
        drawing.Label(0, top + 13, LabelFit.End(words.Brief($"{Phrases.DefectClass(count.DefectClass)}, {new Word(count.Severity)}"), NameColumns + 6));
        drawing.Bar(Left, top + 3, length, Row - 7, count.Severity switch { Severity.Critical => Look.Ink, Severity.Major => Look.Accent, _ => Look.AccentLight });
        drawing.Label(Left + length + 6, top + 13, $"{Figures.Count(count.Items)} ({Figures.Share(running)})");
    }
}
