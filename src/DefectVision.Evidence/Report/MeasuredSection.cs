using System.Globalization;
using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;
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

        yield return Section.Paragraph(words, $"{Piece.Name(list.Name)} (SHA-256 {Piece.Code(list.Sha256)}): {list.Counts[MeasuredStanding.Pass]} pass, {list.Counts[MeasuredStanding.Fail]} fail, {list.Counts[MeasuredStanding.NotMeasured]} not measured. A value at its limit passes. The uncertainty of the gauges is not stated and not allowed for.", leadsIn: true);
        yield return new Table(
            Section.Columns(words, $"Lot", $"Item", $"Point", $"#Nominal", $"#Limits", $"#Measured", $"#Deviation", $"=Answer", $"Gauge"),
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
                measured.Gauge ?? "–",
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

        yield return Section.Paragraph(words, $"{Piece.Name(list.Name)} (SHA-256 {Piece.Code(list.Sha256)}). Pass and fail are the tester's words; the documents named go into the packet as they are.", leadsIn: true);
        yield return new Table(
            Section.Columns(words, $"Lot", $"Item", $"Test", $"Kind", $"Standard", $"Required", $"Found", $"=Answer", $"Laboratory, report"),
            list.Results.Select(result => new Row(
            [
                Line.Of(Piece.Name(result.Lot)),
                result.Item is { } item ? Line.Of(Piece.Name(item)) : words.Say($"the lot"),
                result.Test,
                words.Say(result.Kind),
                result.Standard ?? "–",
                result.Required ?? "–",
                result.Found ?? "–",
                result.IsPassed ? words.Say($"pass") : words.Say($"fail").In(Setting.Strong),
                new Cell([.. new[] { result.Laboratory, result.ReportNumber, result.Document?.Path }.OfType<string>().DefaultIfEmpty("–").Select(Line.Of)]),
            ])),
            Spacing.Compact);
    }

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
