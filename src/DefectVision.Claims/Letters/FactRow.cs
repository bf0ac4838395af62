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
        return
        [
            .. found.FailedTests.Select(one => new FactRow(
                one.Lot, SectionKind.Tests, one.Item, Named(one.Test, texts.Word("test." + LetterFields.Code(one.Kind)), Source("standard", one.Standard)),
                one.Found ?? texts.Word("failed"), one.Required,
                Report(record.Tests!.Name, Source("laboratory", one.Laboratory), one.ReportNumber, one.Date, one.Document))),
            .. found.OutOfTolerance.Select(one => new FactRow(
                one.Lot, SectionKind.Measurements, one.Item, one.Point, Measured(one.Value, one.Unit), Limits(one),
                Report(record.Measured!.Name, Source("gauge", one.Gauge), null, one.Date, null))),
            .. found.ByThirdParty.Select(one => new FactRow(
                one.Lot, SectionKind.ThirdParty, one.Item,
                Named(texts.ClassName(one.DefectClass, record), one.Severity is { } severity ? texts.Word("severity." + LetterFields.Code(severity)) : null),
                texts.Word("defective"), null,
                Report(record.ThirdParty!.Name, Source("inspector", one.Inspector), one.ReportNumber, one.Date, one.Document))),
        ];

        string Named(params string?[] parts) => texts.List(parts.OfType<string>().DefaultIfEmpty("–"));

        string? Source(string what, string? named) => named is null ? null : texts.Say("source." + what, ("n", named));

        string Report(string list, string? who, string? number, DateOnly? date, NamedDocument? document)
        {
            var place = document is null ? Source("list", list) : Source("document", document.Path);
            return Named(who, Source("report", number), texts.Day(date), place);
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
