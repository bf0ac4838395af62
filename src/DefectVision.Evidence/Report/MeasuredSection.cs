using System.Globalization;
using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;
using DefectVision.Inspection.Imported;

namespace DefectVision.Evidence.Report;

/// <summary>Section 5: what others measured, tested and found, as their lists have it.</summary>
internal static class MeasuredSection
{
    public static IEnumerable<Block> Of(InspectionRecord record, Words words)
    {
        yield return Section.Measured.Heading(words);
        foreach (var block in Measurements(record.Measured, words).Concat(Tests(record.Tests, words)).Concat(ThirdPartySection.Of(record, words)))
        {
            yield return block;
        }
    }

    private static IEnumerable<Block> Measurements(MeasurementList? list, Words words)
    {
        yield return Section.Part(words, $"Measurements against the specification");
        if (list is null)
        {
            yield return Section.Paragraph(words, $"No list of measurements was given (measurements.csv).", Manner.None);
            yield break;
        }

        yield return Section.Paragraph(words, $"{Piece.Name(list.Name)} (SHA-256 {Piece.Code(list.Sha256)}): {list.Counts[MeasuredStanding.Pass]} pass, {list.Counts[MeasuredStanding.Fail]} fail, {list.Counts[MeasuredStanding.NotMeasured]} not measured. A value at its limit passes. An item out of tolerance is nonconforming by fact, at the severity of section 2; one that was not measured is counted for neither side. The uncertainty of the gauges is not stated and not allowed for.", leadsIn: true);
        yield return new Table(
            words.Columns($"Lot", $"Item", $"Point", $"#Nominal", $"#Limits", $"#Measured", $"#Deviation", $"=Answer", $"Gauge, date"),
            list.Measurements.Select(measured => new Row(
            [
                Line.Of(Piece.Name(measured.Lot)),
                Line.Of(Piece.Name(measured.Item)),
                measured.Point,
                Number(measured.Nominal, measured.Unit),
                words.Say(Limits(measured)),
                Number(measured.Value, measured.Unit),
                measured.Deviation is { } deviation ? deviation.ToString("+0.############;-0.############;0", CultureInfo.InvariantCulture) : "–",
                measured.Standing == MeasuredStanding.Fail ? words.Say(measured.Standing).In(Setting.Strong) : words.Say(measured.Standing),
                Lines(measured.Gauge, Day(measured.Date)),
            ])),
            Spacing.Compact);
    }

    private static IEnumerable<Block> Tests(TestList? list, Words words)
    {
        yield return Section.Part(words, $"Functional, safety and laboratory tests");
        if (list is null)
        {
            yield return Section.Paragraph(words, $"No list of tests was given (tests.csv).", Manner.None);
            yield break;
        }

        yield return Section.Paragraph(words, $"{Piece.Name(list.Name)} (SHA-256 {Piece.Code(list.Sha256)}). Pass and fail are the tester's words. A failed safety or laboratory test, and any failed test that the list calls mandatory, fails the lot; any other failed test counts by the item that it names. The documents named go into the packet as they are.", leadsIn: true);
        foreach (var lot in list.Results.Where(result => result.FailsLot).GroupBy(result => result.Lot, StringComparer.Ordinal))
        {
            yield return Section.Paragraph(words, $"These tests fail lot {Piece.Name(lot.Key)}: {Listed.Semicolons(lot.Select(Failing))}.", leadsIn: true);
        }

        yield return new Table(
            words.Columns($"Lot", $"Item", $"Test", $"Kind", $"Standard", $"Required", $"Found", $"=Answer", $"Laboratory, report, date"),
            list.Results.Select(result => new Row(
            [
                Line.Of(Piece.Name(result.Lot)),
                result.Item is { } item ? Line.Of(Piece.Name(item)) : words.Say($"the lot"),
                result.Test,
                result.IsMandatory ? words.Say($"{new Word(result.Kind)}, mandatory") : words.Say(result.Kind),
                result.Standard ?? "–",
                result.Required ?? "–",
                result.Found ?? "–",
                result.IsPassed ? words.Say($"pass") : words.Say(result.FailsLot ? $"fails the lot" : (FormattableString)$"fail").In(Setting.Strong),
                Lines(result.Laboratory, result.ReportNumber, result.Document?.Path, Day(result.Date)),
            ])),
            Spacing.Compact);
    }

    private static FormattableString Failing(TestResult result) => result.Date is { } day
        ? (FormattableString)$"{result.Test} ({new Word(result.Kind)}), {Figures.Day(day)}"
        : $"{result.Test} ({new Word(result.Kind)})";

    private static Cell Lines(params string?[] lines) => new([.. lines.OfType<string>().DefaultIfEmpty("–").Select(Line.Of)]);

    private static string? Day(DateOnly? date) => date is { } day ? Figures.Day(day) : null;

    private static FormattableString Limits(Measurement measured) => measured switch
    {
        { Lower: { } lower, Upper: { } upper } => $"{lower} to {upper}",
        { Lower: { } lower } => $"at least {lower}",
        { Upper: { } upper } => $"at most {upper}",
        _ => $"–",
    };

    private static string Number(decimal? number, string? unit) => number is not { } known ? "–"
        : unit is null ? known.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{known} {unit}");
}
