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
            Section.Columns(words, $"Lot", $"=Verdict", $"#Items of the sample", $"#Critical", $"#Major", $"#Minor", $"#Still open"),
            lots.Select(lot => Row(lot, words)));
        if (Together(record) is { } together)
        {
            yield return Section.Paragraph(words, together);
        }

        yield return Section.Paragraph(words, $"{Listed.Sentences([.. Notes(record)])}", Manner.Note);
    }

    private static IEnumerable<FormattableString> Notes(InspectionRecord record)
    {
        yield return record.Model is null
            ? (FormattableString)$"Critical, major, minor: workmanship, items that persons confirmed, each counted once at its worst; \"1 to 3\": 1 confirmed, up to 3 with items still open (disputed or not decided)."
            : $"Critical, major, minor: workmanship, items that persons confirmed, each counted once at its worst; \"1 to 3\": 1 confirmed, up to 3 with items still open (flagged and unread, disputed or not decided).";
        if (record.Measured is not null || record.Tests is not null)
        {
            yield return $"Items out of tolerance and items that failed a test are counted in sections of their own (section 4).";
        }

        yield return $"n: items the plan asks for; Ac, Re: acceptance and rejection number.";
        if (record.Lots.Any(lot => lot.FlaggedShare is not null || lot.Claim?.AtLeast is not null))
        {
            yield return $"Bounds hold {Phrases.IfDrawnAtRandom}.";
        }
    }

    private static Row Row(LotJudgement judged, Words words)
    {
        var size = judged.Lot.Size is { } known ? (FormattableString)$"{Figures.Count(known)}" : $"unknown";
        return new Row(
            [
                words.Say($"{new Styled($"{Piece.Name(judged.Lot.Name)}", Setting.Strong)}"),
                words.Say(Phrases.Marked(judged.Verdict)),
                words.Say(judged.Tally.Photographed < judged.Tally.Items
                    ? (FormattableString)$"{Figures.Count(judged.Tally.Items)} of {size} (photographed: {Figures.Count(judged.Tally.Photographed)})"
                    : $"{Figures.Count(judged.Tally.Items)} of {size}"),
                .. Enum.GetValues<Severity>().OrderDescending().Select(severity => (Cell)words.Say(Phrases.Range(judged.Tally.BySeverity[severity]))),
                Figures.Count(judged.Lot.Items.Count(item => item.IsOpen)),
            ],
            Under:
            [
                words.Say($"Reason ({Phrases.VerdictBasis(judged)}): {Deciding(judged)}."),
                words.Say($"{SectionsOf(judged)}."),
                words.Say($"Plan: {Plan(judged.Readings)}."),
                words.Say(judged.Claim?.AtLeast is { } bound
                    ? (FormattableString)$"Shown defective: {Phrases.Items(judged.Nonconforming.Count)}. {Known(judged, bound)}"
                    : judged.FlaggedShare is { } share ? (FormattableString)$"Flags: {Phrases.Bounds(judged.Lot, share)}."
                    : $"Flags: no photo was scored."),
            ]);
    }

    /// <summary>"Workmanship: Fail; tests: Pass", without sections that nobody asked for and nobody looked at.</summary>
    private static Listed SectionsOf(LotJudgement judged) => Listed.Semicolons(judged.Sections
        .Where(section => section.IsRequired || section.Answer != SectionAnswer.NotInspected)
        .Select(section => Found(section) is { Parts.Count: > 0 } found
            ? (FormattableString)$"{new Word(section.Kind)}: {Phrases.Answer(section.Answer)} ({found}; {Phrases.Items(section.Items)} looked at)"
            : $"{new Word(section.Kind)}: {Phrases.Answer(section.Answer)}"));

    // The columns hold what the workmanship counts; what others count stands here.
    private static Listed Found(LotSection section) => Listed.Commas(section.Kind == SectionKind.Workmanship ? [] : section.Readings
        .Where(reading => reading.Count.AtLeast > 0)
        .Select(reading => (FormattableString)$"{Figures.Count(reading.Count.AtLeast)} {new Word(reading.Severity)}"));

    private static FormattableString Deciding(LotJudgement judged) => judged.Deciding.Count() == 1
        ? judged.Reasons[0]
        : $"{new Word(judged.Sections.First(section => section.Reasons.Contains(judged.Reasons[0])).Kind)}: {judged.Reasons[0]}";

    private static FormattableString Known(LotJudgement judged, DefectiveBound bound)
    {
        var condition = judged.Sample.Condition;
        if (bound.Class is null && condition is null)
        {
            return $"No bound for the lot is guaranteed (section 4 says what would be needed).";
        }

        if (bound.Rate <= 0)
        {
            return $"No lower bound above zero.";
        }

        FormattableString standing = bound.Class is null ? (FormattableString)$"not guaranteed: {condition!}" : $"class G";
        if (bound.Items is not { } items || judged.Lot.Size is not { } size)
        {
            return $"At least {Figures.Lower(bound.Rate)} of its items are defective, {Figures.Level(bound.Confidence)}, {standing}.";
        }

        FormattableString defective = $"At least {Figures.Count(items)} of {Phrases.Items(size)} ({Figures.Lower(bound.Rate)}) are defective, {Figures.Level(bound.Confidence)}, {standing}.";
        return judged.Claim?.Amount is not { AtLeast: > 0 } claimed ? defective
            : bound.Class is null ? $"{defective} Price of the items that may be claimed ({Figures.Count(claimed.Items)}), under the same condition: {claimed.Printed} {claimed.Currency}."
            : (FormattableString)$"{defective} Price of the items that may be claimed ({Figures.Count(claimed.Items)}): {claimed.Printed} {claimed.Currency}.";
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
            ? $"{sum} Price of the items that may be claimed, together: {amounts.Sum(amount => amount.AtLeast)} {amounts[0].Currency}."
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
