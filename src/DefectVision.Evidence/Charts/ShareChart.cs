using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;
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

    /// <param name="tolerance">Share of defective items that the buyer takes, percent; null: none agreed.</param>
    public static Drawing Of(IReadOnlyList<LotJudgement> lots, IReadOnlyList<LimitTerm> limits, decimal? tolerance, Words words)
    {
        var aqls = limits.Where(limit => limit.AqlPercent is not null).ToList();
        var greatest = lots.Max(lot => lot.FlaggedShare?.UpperRate ?? 0);
        var scale = new ShareScale(Left, Plot, aqls.Select(Rate).Append(greatest).Append((double)(tolerance ?? 0) / 100).Max());
        var bottom = Top + (Row * lots.Count);
        var drawing = new Drawing(Width, bottom + 34, words.Label($"Share of flagged items per lot with lower and upper bound"));
        Head(drawing, words);
        Axis(drawing, scale, bottom, words);
        Limits(drawing, aqls, tolerance, scale, bottom, words);
        for (var at = 0; at < lots.Count; at++)
        {
            Lot(drawing, lots[at], scale, Top + (Row * at) + (Row / 2), words);
        }

        return drawing;
    }

    private static void Head(Drawing drawing, Words words)
    {
        drawing.Label(0, 12, words.Label($"Lot"), isBold: true);
        drawing.Label(Right + 68, 12, words.Short($"Flagged"), Anchor.End, isBold: true);
        drawing.Label(Right + 130, 12, words.Short($"At least"), Anchor.End, isBold: true);
        drawing.Label(Right + 184, 12, words.Short($"At most"), Anchor.End, isBold: true);
        drawing.Label(Right + 200, 12, words.Label($"Verdict"), isBold: true);
    }

    private static void Axis(Drawing drawing, ShareScale scale, double bottom, Words words)
    {
        foreach (var tick in scale.Ticks)
        {
            drawing.Line(scale.At(tick), Top, scale.At(tick), bottom, Look.Faint, 1);
            drawing.Label(scale.At(tick), bottom + 14, Figures.Share(tick), Anchor.Middle, Look.Soft);
        }

        drawing.Line(Left, bottom, Right, bottom, Look.Ink, 1);
        drawing.Label(Left + (Plot / 2), bottom + 29, words.Label($"share of items that the model flags"), Anchor.Middle, Look.Soft);
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

        var each = Listed.Commas(aqls.Select(aql => aql.IsDefault
            ? (FormattableString)$"{new Word(aql.Severity)} {Figures.Aql(aql.AqlPercent ?? 0)} (default)"
            : $"{new Word(aql.Severity)} {Figures.Aql(aql.AqlPercent ?? 0)}"));
        var first = scale.At(aqls.Min(Rate));
        var isLeft = first < Left + (Plot / 2);
        drawing.Label(isLeft ? first : Right, Top - 12, words.Short(tolerance is { } agreed ? (FormattableString)$"AQL: {each}; solid: tolerance {Figures.Aql(agreed)}" : $"AQL: {each}"), isLeft ? Anchor.Start : Anchor.End);
    }

    private static void Lot(Drawing drawing, LotJudgement lot, ShareScale scale, double y, Words words)
    {
        var textLine = y + 4;
        drawing.Label(0, textLine, LabelFit.End(lot.Lot.Name, NameColumns));
        VerdictMark.Draw(drawing, lot.Verdict, Right + 206, y);
        drawing.Label(Right + 218, textLine, words.Label($"{Phrases.Answer(lot.Verdict)}"), isBold: true);
        if (lot.FlaggedShare is not { } share || lot.Tally.Items == 0)
        {
            drawing.Label(Right + 184, textLine, words.Label(lot.Tally.Photographed == 0 ? $"no item photographed" : (FormattableString)$"not scored"), Anchor.End, Look.Soft);
            return;
        }

        var low = scale.At(share.LowerRate);
        var high = scale.At(share.UpperRate);
        drawing.Bar(low, y - 4, high - low, 8, Look.AccentLight);
        drawing.Line(low, y - 6, low, y + 6, Look.Accent, 2);
        drawing.Line(high, y - 6, high, y + 6, Look.Accent, 2);
        var seen = scale.At((double)lot.Tally.Flagged / lot.Tally.Items);
        drawing.Disc(seen, y, 4.2, Look.Accent, Look.Paper, 1.2);
        drawing.Label(Right + 68, textLine, words.Short($"{Figures.Count(lot.Tally.Flagged)} of {Figures.Count(lot.Tally.Items)}"), Anchor.End);
        drawing.Label(Right + 130, textLine, Figures.Lower(share.LowerRate), Anchor.End);
        drawing.Label(Right + 184, textLine, Figures.Upper(share.UpperRate), Anchor.End);
    }

    private static double Rate(LimitTerm limit) => (double)((limit.AqlPercent ?? 0) / 100);
}
