using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;
using DefectVision.Inspection.Claiming;
using DefectVision.Inspection.Judging;

namespace DefectVision.Evidence.Report;

/// <summary>One line per lot, with its deciding reason under it.</summary>
internal static class LotsTable
{
    public static IEnumerable<Block> Of(InspectionRecord record, Words words)
    {
        var lots = record.Lots;
        if (lots.Count == 0)
        {
            yield return Section.Paragraph(words, $"No lot was found: there is no verdict but Hold.", Manner.None);
            yield break;
        }

        yield return new Table(
            Section.Columns(words, $"Lot", $"=Verdict", $"#Items inspected", $"#Critical", $"#Major", $"#Minor", $"#Not decided"),
            lots.Select(lot => Row(lot, words)));
        if (Together(record) is { } together)
        {
            yield return Section.Paragraph(words, together);
        }

        var counted = record.Confirmed is null ? Phrases.Status : $"confirmed by a person, or flagged in lots at which nobody looked";
        yield return Section.Paragraph(
            words,
            $"Critical, major, minor: items {counted}, each counted once at its worst; \"1 to 3\" counts those not decided as well. n: items the plan asks for; Ac, Re: acceptance and rejection number. Bounds hold {Phrases.IfDrawnAtRandom}.",
            Manner.Note);
    }

    private static Row Row(LotJudgement judged, Words words)
    {
        var size = judged.Lot.Size is { } known ? (FormattableString)$"{Figures.Count(known)}" : $"unknown";
        return new Row(
            [
                words.Say($"{new Styled($"{Piece.Name(judged.Lot.Name)}", Setting.Strong)}"),
                words.Say(Phrases.Marked(judged.Verdict)),
                words.Say($"{Figures.Count(judged.Tally.Items)} of {size}"),
                .. Enum.GetValues<Severity>().OrderDescending().Select(severity => (Cell)words.Say(Phrases.Range(judged.Tally.BySeverity[severity]))),
                Figures.Count(judged.Tally.Undecided),
            ],
            Under:
            [
                words.Say(judged.Reasons.Count > 0 ? (FormattableString)$"Reason: {judged.Reasons[0]}" : $"Reason: none is recorded."),
                words.Say($"Plan: {Plan(judged.Readings)}."),
                words.Say(judged.Claim is { Review: { } review, AtLeast: { } bound }
                    ? (FormattableString)$"Confirmed defective: {Phrases.Items(review.Confirmed)}. {Known(judged, bound)}"
                    : $"Bounds: {Phrases.Bounds(judged.Lot, judged.FlaggedShare)}."),
            ]);
    }

    private static FormattableString Known(LotJudgement judged, DefectiveBound bound)
    {
        if (bound.Class is null)
        {
            return $"No bound for the lot is guaranteed (section 4 says what would be needed).";
        }

        if (bound.Rate <= 0)
        {
            return $"No lower bound above zero.";
        }

        if (bound.Items is not { } items || judged.Lot.Size is not { } size)
        {
            return $"At least {Figures.Lower(bound.Rate)} of its items are defective, {Figures.Level(bound.Confidence)}, class G.";
        }

        FormattableString defective = $"At least {Figures.Count(items)} of {Phrases.Items(size)} ({Figures.Lower(bound.Rate)}) are defective, {Figures.Level(bound.Confidence)}, class G.";
        return judged.Claim?.Amount is { AtLeast: > 0 } claimed ? $"{defective} Price of these items: {claimed.Printed} {claimed.Currency}." : defective;
    }

    // The bounds of the lots hold together at the level of the plan, so their sum does: no lot is pooled with another.
    private static FormattableString? Together(InspectionRecord record)
    {
        var bounds = record.Lots.Where(lot => lot.Claim?.AtLeast is { Class: not null, Items: > 0 }).ToList();
        if (bounds.Count < 2)
        {
            return null;
        }

        FormattableString sum = $"Together: at least {Figures.Count(bounds.Sum(lot => lot.Claim!.AtLeast!.Items ?? 0))} defective items in {Figures.Count(bounds.Count)} lots, the sum of the lots' own bounds, which hold together at {Figures.Level(AnalysisPlan.Together.Value)} (class G).";
        var amounts = bounds.Select(lot => lot.Claim!.Amount).OfType<ClaimedAmount>().ToList();
        return amounts.Count == bounds.Count && amounts.Select(amount => amount.Currency).Distinct().Count() == 1
            ? $"{sum} Price of these items together: {amounts.Sum(amount => amount.AtLeast)} {amounts[0].Currency}."
            : sum;
    }

    /// <summary>"n 20: critical Ac 0 Re 1, major Ac 1 Re 2", a part for each sample size that the severities ask for.</summary>
    private static FormattableString Plan(IReadOnlyList<PlanReading> readings)
    {
        var parts = readings
            .Where(reading => reading.AcceptanceNumber is not null && reading.RejectionNumber is not null)
            .GroupBy(reading => reading.SampleSize)
            .Select(group => (group.Key, Numbers: Listed.Commas(group.Select(reading => (FormattableString)$"{new Word(reading.Severity)} Ac {Figures.Count(reading.AcceptanceNumber ?? 0)} Re {Figures.Count(reading.RejectionNumber ?? 0)}"))))
            .Select(part => part.Key is { } size ? (FormattableString)$"n {Figures.Count(size)}: {part.Numbers}" : $"{part.Numbers}")
            .ToList();
        return parts.Count == 0 ? $"none applies" : (FormattableString)$"{Listed.Semicolons(parts)}";
    }
}
