using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;

namespace DefectVision.Evidence.Report;

/// <summary>The report, section after section in the order of its readers: buyer, supplier, arbitrator.</summary>
internal static class ReportFile
{
    public static FormattableString Title { get; } = $"Pre-shipment inspection report";

    public static IEnumerable<Block> Blocks(InspectionRecord record, Terms terms, IReadOnlyList<FileDigest> beside, ReportNumber number, RemedyTables? remedy, ExhibitPictures pictures, Words words, CancellationToken cancel) =>
        FigureNumbers.Of(
            PageOne.Of(record, terms, number, remedy, pictures, words)
                .Concat(WhatWasInspected.Of(record, terms, words))
                .Concat(PhotoAccounting.Of(record, words))
                .Concat(LotSections.Of(record, pictures, words, cancel))
                .Concat(MeasuredSection.Of(record, words))
                .Concat(RemedySection.Of(remedy, words))
                .Concat(HowToCheck.Of(record, beside, number, words))
                .Concat(ModelSection.Of(record.Model, record.Order, words))
                .Concat(NotSaid.Of(record, words))
                .Concat(ItemsAnnex.Of(record, words, cancel))
                .Concat(Glossary.Of(words))
                .Concat(RunDetails.Of(record, words)),
            words);

    /// <summary>What stands at the head and foot of every page.</summary>
    public static Running Running(InspectionRecord record, ReportNumber number, Words words) => new(
        words.Label(Title),
        record.Name,
        words.Language.First.Tag,
        $"{number.Text} · {words.Label($"evidence root {Figures.ShortDigest(number.Root)}…")}",
        number.Root,
        record.AsOf);
}
