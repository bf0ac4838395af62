using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection.Codes;

namespace DefectVision.Evidence.Report;

/// <summary>The barcodes and two-dimensional codes on the photos of a lot, and what of the agreement they name.</summary>
internal static class CodesOfLot
{
    /// <summary>Rows of one lot; results.jsonl has every code.</summary>
    private const int MostRows = 60;

    /// <param name="codes">Null where codes were not looked for.</param>
    public static IEnumerable<Block> Of(LotCodes? codes, Words words)
    {
        if (codes is null || codes.Searched == 0 || (codes is { IsExpected: false, Withheld: 0, Codes.Count: 0 }))
        {
            yield break;
        }

        yield return Section.Part(words, codes.Lot is null ? $"Codes on photos of packing and marks that lie in no lot" : (FormattableString)$"Codes on labels, cartons and goods");
        yield return Section.Sentences(words, Searched(codes));
        if (codes.Codes.Count == 0)
        {
            yield break;
        }

        yield return new Table(
            words.Columns($"Item", $"Photo", $"=Code", $"What it reads", $"What it names"),
            codes.Codes.Take(MostRows).Select(code => Row(code, codes.Lot, words)),
            Spacing.Compact);
        if (codes.Codes.Count > MostRows)
        {
            yield return Section.Paragraph(words, codes.Codes.Count - MostRows == 1 ? $"1 more code is in results.jsonl." : (FormattableString)$"{Figures.Count(codes.Codes.Count - MostRows)} more codes are in results.jsonl.", Manner.Note);
        }
    }

    private static IEnumerable<FormattableString> Searched(LotCodes codes)
    {
        yield return $"Photos searched for barcodes, QR codes and Data Matrix codes: {Figures.Count(codes.Searched)}, of which {Figures.Count(codes.Close)} closely, so that small codes can be read.";
        if (codes.Withheld > 0)
        {
            yield return $"What was read on {Figures.Count(codes.Withheld)} of them is left out, because a region of the photo is withheld.";
        }

        yield return codes.Codes.Count == 0 ? $"No code was read; that does not show that there is none." : (FormattableString)$"Codes read: {Figures.Count(codes.Codes.Count)}.";
    }

    private static Row Row(LabelCode code, string? lot, Words words) => new(
    [
        code.Photo.LotItem is { } item ? Line.Of(Piece.Name(item)) : words.Say($"–"),
        Line.Of(Piece.Name(code.Photo.Path[(code.Photo.Path.LastIndexOf('/') + 1)..])),
        Line.Of(new Piece(code.Code.Kind)),
        Line.Of(Piece.Name(code.Code.Shown)),
        words.Say(Names(code, lot)),
    ]);

    private static FormattableString Names(LabelCode code, string? lot) => code switch
    {
        { Other: CodeField.Order } => $"another purchase order",
        { Other: { } field } => $"another lot ({CodeRemarks.Name(field)}): {Inspection.Names.Some(code.OtherLots)}",
        { Own: CodeField.Order } => $"its purchase order",
        { Own: { } field } when lot is null => $"a lot of this shipment ({CodeRemarks.Name(field)})",
        { Own: { } field } => $"this lot ({CodeRemarks.Name(field)})",
        _ => $"nothing that was agreed",
    };
}
