using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;

namespace DefectVision.Evidence.Report;

/// <summary>Annex C: what the bytes of this report depend on.</summary>
internal static class RunDetails
{
    public static IEnumerable<Block> Of(InspectionRecord record, Words words) =>
    [
        Section.Run.Heading(words),
        new Facts(
        [
            .. Given(record, words),
            Section.Fact(words, $"Inspection", $"{Piece.Name(record.Name)}"),
            Section.Fact(words, $"Written by", $"{record.Product}"),
            Section.Fact(words, $"As of", $"{Figures.Timestamp(record.AsOf)}"),
            Section.Fact(words, $"Model SHA-256", record.Model is { } model ? (FormattableString)$"{Piece.Code(model.Sha256)}" : $"no model was named"),
            Section.Fact(words, $"Agreement SHA-256", record.Agreement.Sha256 is { } digest ? (FormattableString)$"{Piece.Code(digest)}" : $"no agreement file"),
        ]),
    ];

    private static IEnumerable<Fact> Given(InspectionRecord record, Words words) => record.GivenAs is not { } archive ? []
        : [Section.Fact(words, $"Shipment SHA-256", $"{Piece.Name(archive.Path)}, {Piece.Code(archive.Sha256)}")];
}
