using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;
using DefectVision.Evidence.Report;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;
using DefectVision.Inspection.Judging;

namespace DefectVision.Evidence.Charts;

/// <summary>Per lot the share of items shown defective (dot), or of those flagged where nobody looked (ring), between its lower and upper bound (bar), on one scale, against the AQL.</summary>
internal static class ShareChart
{
    private const double Width = 400;
    private const double Left = 104;
    private const double Plot = 226;
    private const double Right = Left + Plot;
    private const double Top = 38;
    private const double Row = 17;
    private const double Under = 13;
    private const int NameColumns = 15;

    /// <param name="tolerance">Share of defective items that the buyer takes, percent; null: none agreed.</param>
    public static Drawing Of(InspectionRecord record, IReadOnlyList<LotJudgement> lots, IReadOnlyList<LimitTerm> limits, decimal? tolerance, Words words)
    {
        var aqls = limits.Where(limit => limit.Limit.AqlPercent is not null).ToList();
        var greatest = lots.Max(lot => ChartedShare.Of(lot)?.Bounds.UpperRate ?? 0);
        var scale = new ShareScale(Left, Plot, aqls.Select(Rate).Append(greatest).Append((double)(tolerance ?? 0) / 100).Max());
        var bottom = Top + (Row * lots.Count);
        var counted = words.Say(Counted([.. lots.Select(ChartedShare.Of).OfType<ChartedShare>()]));
        var drawing = new Drawing(Width, bottom + 34 + (counted.Second is null ? 0 : Under), words.Label($"Share of defective or flagged items per lot with lower and upper bound"));
        Head(drawing, words);
        Axis(drawing, scale, bottom, counted);
        Limits(drawing, aqls, tolerance, scale, bottom, words);
        for (var at = 0; at < lots.Count; at++)
        {
            Lot(drawing, lots[at], LotNames.Short(record, lots[at].Lot.Name), scale, Top + (Row * at) + (Row / 2), words);
        }

        return drawing;
    }

    private static void Head(Drawing drawing, Words words)
    {
        drawing.Label(0, 12, words.Label($"Lot"), isBold: true);
        drawing.Label(Width, 12, words.Brief($"Counted"), Anchor.End, isBold: true);
    }

    private static FormattableString Counted(List<ChartedShare> shares) =>
        shares.All(share => share.IsShown) ? $"share of items that are shown defective, %"
        : shares.All(share => !share.IsShown) ? (FormattableString)$"share of items that the model flags, %"
        : $"share of items, %: dot, shown defective; ring, flagged by the model";

    private static void Axis(Drawing drawing, ShareScale scale, double bottom, Line counted)
    {
        foreach (var tick in scale.Ticks)
        {
            drawing.Line(scale.At(tick), Top, scale.At(tick), bottom, Look.Faint, 1);
            drawing.Label(scale.At(tick), bottom + 14, Figures.Tick(tick), Anchor.Middle, Look.Soft);
        }

        drawing.Line(Left, bottom, Right, bottom, Look.Ink, 1);
        drawing.Label(Left + (Plot / 2), bottom + 29, Line.Letters(counted.First), Anchor.Middle, Look.Soft);
        if (counted.Second is { } second)
        {
            drawing.Label(Left + (Plot / 2), bottom + 29 + Under, Line.Letters(second), Anchor.Middle, Look.Soft);
        }
    }

    private static void Limits(Drawing drawing, List<LimitTerm> aqls, decimal? tolerance, ShareScale scale, double bottom, Words words)
    {
        if (tolerance is { } tolerated)
        {
            drawing.Line(scale.At((double)tolerated / 100), Top - 4, scale.At((double)tolerated / 100), bottom, Look.Accent, 1.6);
        }

        if (aqls.Count == 0)
        {
            return;
        }

        foreach (var aql in aqls)
        {
            drawing.Line(scale.At(Rate(aql)), Top - 8, scale.At(Rate(aql)), bottom, Look.Ink, 1.2, 4, 3);
        }

        var each = Listed.Commas(aqls.Select(aql => (FormattableString)$"{aql.Severity.InWords} {Figures.Aql(aql.Limit.AqlPercent ?? 0)}"));
        var label = words.Brief(tolerance is { } agreed ? (FormattableString)$"AQL: {each}; solid: tolerance {Figures.Aql(agreed)}" : $"AQL: {each}");
        drawing.Label(LabelFit.From(label, scale.At(aqls.Min(Rate)), Width), Top - 12, label);
    }

    private static void Lot(Drawing drawing, LotJudgement lot, string name, ShareScale scale, double y, Words words)
    {
        var textLine = y + 4;
        drawing.Label(0, textLine, LabelFit.End(name, NameColumns));
        if (ChartedShare.Of(lot) is not { Bounds: var share } charted)
        {
            drawing.Label(Right, textLine, words.Label(lot.Tally.Photographed == 0 ? $"no item photographed" : (FormattableString)$"not scored"), Anchor.End, Look.Soft);
            return;
        }

        var low = scale.At(share.LowerRate);
        var high = scale.At(share.UpperRate);
        drawing.Bar(low, y - 4, high - low, 8, Look.AccentLight);
        drawing.Line(low, y - 6, low, y + 6, Look.Accent, 2);
        drawing.Line(high, y - 6, high, y + 6, Look.Accent, 2);
        var seen = scale.At((double)charted.Count / lot.Tally.Items);
        drawing.Disc(seen, y, 4.2, charted.IsShown ? Look.Accent : Look.Paper, charted.IsShown ? Look.Paper : Look.Accent, 1.4);
        drawing.Label(Width, textLine, $"{Figures.Count(charted.Count)} / {Figures.Count(lot.Tally.Items)}", Anchor.End);
    }

    private static double Rate(LimitTerm limit) => (double)((limit.Limit.AqlPercent ?? 0) / 100);
}
