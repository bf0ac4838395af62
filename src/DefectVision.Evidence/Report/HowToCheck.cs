using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;
using DefectVision.Inspection.Reviewing;

namespace DefectVision.Evidence.Report;

/// <summary>Section 5: a recipe that trusts nobody, with tools that every system has.</summary>
internal static class HowToCheck
{
    public static IEnumerable<Block> Of(InspectionRecord record, IReadOnlyList<FileDigest> beside, ReportNumber number, Words words) =>
    [
        Section.Check.Heading(words),
        Section.Paragraph(words, $"Nobody needs to trust this report. With the original photos at hand:"),
        Section.Sentences(words, Steps(record), isNumbered: true),
        new Table(
            words.Columns($"File beside this report", $"SHA-256"),
            beside.Select(file => new Row([Line.Of(file.Name), Line.Of(Piece.Code(file.Sha256))]))),
        Section.Paragraph(words, $"The evidence root is {Piece.Code(number.Root)}: a hash tree (RFC 6962) over the lines of this table, each as sha256sum prints it (digest, two blanks, name, line feed). It stands for every file of the table, and by them for every photo; the report's number ends with its first letters. The packet made from this report has a root of its own, which covers this report as well and therefore cannot stand in it."),
        Section.Paragraph(words, $"This page carries no signature and no trusted timestamp: the digests show that files belong together, not when they were made. The evidence packet made from it (packet make) can carry both.", Manner.Note),
    ];

    private static IEnumerable<FormattableString> Steps(InspectionRecord record)
    {
        yield return $"Compare the digests of the files delivered beside this report with the table below. They tie this page to every photo.";
        yield return $"Take the SHA-256 of any original photo and find it in results.jsonl at the photo's path: {Piece.Code("sha256sum PHOTO")} (Linux), {Piece.Code("shasum -a 256 PHOTO")} (macOS), {Piece.Code("Get-FileHash PHOTO")} (Windows PowerShell). A photo that was changed by one byte has another digest.";
        yield return $"Count: the lines of results.jsonl are the files found in {Section.Accounting.Reference}; the rows of defect-log.csv are the photos that are flagged or show a confirmed item.";
        if (record.Reviews is not null)
        {
            yield return $"First put {Piece.Name(ReviewLog.FileName)} into the folder of that inspection (the folder that {Piece.Code("--out")} names): it holds what readers answered in the review.";
        }

        yield return record.Model is null
            ? (FormattableString)$"Inspect again: with the same agreement, lists and photos, {Piece.Code(Again(record))} gives the same files, byte for byte, on the same kind of machine."
            : $"Score again: with the same model file (digest in {Section.Model.Reference}), agreement, lists and photos, {Piece.Code(Again(record))} gives the same files, byte for byte, on the same kind of machine.";
    }

    private static string Again(InspectionRecord record)
    {
        (string Option, string? Name)[] inputs =
        [
            ("--model", record.Model is null ? null : "MODEL"),
            ("--agreement", record.Agreement.FileName),
            ("--confirmed", record.Confirmed?.WithoutReviews()?.Name),
            ("--draw", record.Draw?.Name),
            ("--measurements", record.Measured?.Name),
            ("--tests", record.Tests?.Name),
            ("--third-party", record.ThirdParty?.Name),
            ("--out", record.Reviews is null ? null : "CASE"),
        ];
        return $"defectvision inspect FOLDER {string.Concat(inputs.Where(input => input.Name is not null).Select(input => $"{input.Option} {input.Name} "))}--as-of {Figures.Timestamp(record.Reviews?.InspectedAsOf ?? record.AsOf)}";
    }
}
