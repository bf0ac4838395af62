using System.Globalization;
using DefectVision.Inspection;
using DefectVision.Inspection.Imported;

namespace DefectVision.Claims.Letters;

/// <summary>One row of the table of facts: what a gauge, a tester or a third party says, with the number of its report.</summary>
/// <param name="Lot">By its whole name.</param>
/// <param name="Section">Measurements, tests or third party.</param>
/// <param name="Item">Null where it stands for the lot.</param>
/// <param name="What">Point, test or defect.</param>
/// <param name="Found">As found.</param>
/// <param name="Required">What it had to be; null when not said.</param>
/// <param name="Report">Who, number, date and document, else the list.</param>
internal sealed record FactRow(string Lot, SectionKind Section, string? Item, string What, string Found, string? Required, string Report)
{
    public static IEnumerable<FactRow> Of(LotFindings found, InspectionRecord record, LetterTexts texts)
    {
        var separator = texts.Word("list_separator");
        return
        [
            .. found.FailedTests.Select(one => new FactRow(
                one.Lot, SectionKind.Tests, one.Item, Named(one.Test, texts.Word("test." + LetterFields.Code(one.Kind)), one.Standard),
                one.Found ?? texts.Word("failed"), one.Required,
                Report(record.Tests!.Name, one.Laboratory, one.ReportNumber, one.Date, one.Document))),
            .. found.OutOfTolerance.Select(one => new FactRow(
                one.Lot, SectionKind.Measurements, one.Item, one.Point, Measured(one.Value, one.Unit), Limits(one),
                Report(record.Measured!.Name, one.Gauge, null, one.Date, null))),
            .. found.ByThirdParty.Select(one => new FactRow(
                one.Lot, SectionKind.ThirdParty, one.Item,
                Named(one.DefectClass, one.Severity is { } severity ? texts.Word("severity." + LetterFields.Code(severity)) : null),
                texts.Word("defective"), null,
                Report(record.ThirdParty!.Name, one.Inspector, one.ReportNumber, one.Date, one.Document))),
        ];

        string Named(params string?[] parts) => string.Join(separator, parts.OfType<string>().DefaultIfEmpty("–"));

        string Report(string list, string? who, string? number, DateOnly? date, NamedDocument? document)
        {
            var numbered = number is null ? null : texts.Word("report_number").Replace("{n}", number, StringComparison.Ordinal);
            return Named(who, numbered, LetterFields.Day(date), document?.Path ?? list);
        }
    }

    private static string Measured(decimal? value, string? unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{value} {unit}").TrimEnd();

    private static string? Limits(Measurement one) => one switch
    {
        { Lower: { } lower, Upper: { } upper } => string.Create(CultureInfo.InvariantCulture, $"{lower} – {upper} {one.Unit}").TrimEnd(),
        { Lower: { } lower } => "≥ " + Measured(lower, one.Unit),
        { Upper: { } upper } => "≤ " + Measured(upper, one.Unit),
        _ => null,
    };
}
