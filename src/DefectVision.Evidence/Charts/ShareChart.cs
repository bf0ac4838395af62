using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection.Judging;

namespace DefectVision.Evidence.Charts;

/// <summary>Per lot the share of flagged items (dot) between its lower and upper bound (bar), on one scale, against the AQL.</summary>
internal static class ShareChart
{
    /// <summary>Rows of one drawing: a drawing cannot be broken between pages.</summary>
    public const int MostLots = 24;

    private const double Width = 720;
    private const double Left = 168;
    private const double Plot = 270;
    private const double Right = Left + Plot;
    private const double Top = 38;
    private const double Row = 24;
    private const int NameColumns = 24;

    public static void Write(Html html, IReadOnlyList<LotJudgement> lots, IReadOnlyList<LimitTerm> limits)
    {
        var aqls = limits.Where(limit => limit.AqlPercent is not null).ToList();
        var greatest = lots.Max(lot => lot.FlaggedShare?.UpperRate ?? 0);
        var scale = new ShareScale(Left, Plot, aqls.Select(Rate).Append(greatest).Max());
        var bottom = Top + (Row * lots.Count);
        using (Svg.Open(html, Width, bottom + 34, "Share of flagged items per lot with lower and upper bound"))
        {
            Head(html);
            Axis(html, scale, bottom);
            Limits(html, aqls, scale, bottom);
            for (var at = 0; at < lots.Count; at++)
            {
                Lot(html, lots[at], scale, Top + (Row * at) + (Row / 2));
            }
        }
    }

    private static void Head(Html html)
    {
        Svg.Label(html, 0, 12, "Lot", bold: true);
        Svg.Label(html, Right + 68, 12, "Flagged", "end", bold: true);
        Svg.Label(html, Right + 130, 12, "At least", "end", bold: true);
        Svg.Label(html, Right + 184, 12, "At most", "end", bold: true);
        Svg.Label(html, Right + 200, 12, "Verdict", bold: true);
    }

    private static void Axis(Html html, ShareScale scale, double bottom)
    {
        foreach (var tick in scale.Ticks)
        {
            Svg.Line(html, scale.At(tick), Top, scale.At(tick), bottom, "#dddddd", 1);
            Svg.Label(html, scale.At(tick), bottom + 14, Figures.Share(tick), "middle", PrintStyle.Soft);
        }

        Svg.Line(html, Left, bottom, Right, bottom, PrintStyle.Ink, 1);
        Svg.Label(html, Left + (Plot / 2), bottom + 29, "share of items that the model flags", "middle", PrintStyle.Soft);
    }

    private static void Limits(Html html, List<LimitTerm> aqls, ShareScale scale, double bottom)
    {
        if (aqls.Count == 0)
        {
            return;
        }

        foreach (var aql in aqls)
        {
            Svg.Line(html, scale.At(Rate(aql)), Top - 8, scale.At(Rate(aql)), bottom, PrintStyle.Ink, 1.2, "4 3");
        }

        var words = string.Join(", ", aqls.Select(aql => $"{Code.Of(aql.Severity)} {Figures.Aql(aql.AqlPercent ?? 0)}{(aql.IsDefault ? " (default)" : "")}"));
        var first = scale.At(aqls.Min(Rate));
        var isLeft = first < Left + (Plot / 2);
        Svg.Label(html, isLeft ? first : Right, Top - 12, "AQL: " + words, isLeft ? "start" : "end");
    }

    private static void Lot(Html html, LotJudgement lot, ShareScale scale, double y)
    {
        var textLine = y + 4;
        Svg.Label(html, 0, textLine, LabelFit.End(lot.Lot.Name, NameColumns));
        VerdictMark.Draw(html, lot.Verdict, Right + 206, y);
        Svg.Label(html, Right + 218, textLine, Phrases.Answer(lot.Verdict), bold: true);
        if (lot.FlaggedShare is not { } share || lot.Tally.Items == 0)
        {
            Svg.Label(html, Right + 184, textLine, "no item photographed", "end", PrintStyle.Soft);
            return;
        }

        var low = scale.At(share.LowerRate);
        var high = scale.At(share.UpperRate);
        html.Void("rect", ("x", Svg.At(low)), ("y", Svg.At(y - 4)), ("width", Svg.At(high - low)), ("height", "8"), ("fill", PrintStyle.AccentLight));
        Svg.Line(html, low, y - 6, low, y + 6, PrintStyle.Accent, 2);
        Svg.Line(html, high, y - 6, high, y + 6, PrintStyle.Accent, 2);
        var seen = scale.At((double)lot.Tally.Flagged / lot.Tally.Items);
        html.Void("circle", ("cx", Svg.At(seen)), ("cy", Svg.At(y)), ("r", "4.2"), ("fill", PrintStyle.Accent), ("stroke", "#ffffff"), ("stroke-width", "1.2"));
        Svg.Label(html, Right + 68, textLine, $"{Figures.Count(lot.Tally.Flagged)} of {Figures.Count(lot.Tally.Items)}", "end");
        Svg.Label(html, Right + 130, textLine, Figures.Lower(share.LowerRate), "end");
        Svg.Label(html, Right + 184, textLine, Figures.Upper(share.UpperRate), "end");
    }

    private static double Rate(LimitTerm limit) => (double)((limit.AqlPercent ?? 0) / 100);
}
