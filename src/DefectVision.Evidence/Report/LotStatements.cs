using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;
using DefectVision.Inspection.Judging;

namespace DefectVision.Evidence.Report;

/// <summary>What may be said of a lot, each statement with its class and method, and the confirmed items that it rests on.</summary>
internal static class LotStatements
{
    public static IEnumerable<Block> Of(LotJudgement judged, ExhibitNumbers numbers, Words words)
    {
        if (judged.Claim is not { } claim)
        {
            yield break;
        }

        yield return Section.Part(words, $"What may be said of this lot");
        yield return Table([.. Statements.Of(judged)], words);
        if (judged.Nonconforming is { Count: > 0 } found)
        {
            yield return Section.Part(words, $"Shown defective: {Phrases.Items(found.Count)}");
            yield return new Table(
                words.Columns($"#Exhibit", $"Item", $"Class, severity", $"By whom or what", $"Photos and their SHA-256"),
                found.Select(item => Row(item, numbers.Of(judged.Lot.Name, item.Name), judged.Lot.NotDrawn.Contains(item), words)),
                Spacing.Compact);
        }

        if (!claim.Sample.SpeaksForLot)
        {
            yield return Section.Paragraph(words, $"Class G is refused for this lot. What stands against it, and what would be needed:", leadsIn: true);
            yield return Section.Sentences(words, claim.Sample.Wanted);
        }

        var assumed = Statements.UnderAssumption(judged).ToList();
        if (assumed.Count > 0)
        {
            yield return Section.Paragraph(words, $"Not guaranteed, and no ground for an amount; each statement says under which condition it holds:", leadsIn: true);
            yield return Table(assumed, words);
        }
    }

    private static Table Table(List<Statement> statements, Words words) => new(
        words.Columns($"#No.", $"Statement", $"=Class", $"Method"),
        statements.Select((statement, at) => new Row(
        [
            Figures.Count(at + 1),
            words.Say(statement.Words),
            words.Repeat(statement.Class),
            words.Say(statement.Method),
        ])));

    private static Row Row(Item item, int? exhibit, bool isBesideDraw, Words words) => new(
    [
        exhibit is { } number ? Figures.Count(number) : "–",
        words.Say(isBesideDraw ? (FormattableString)$"{Piece.Name(item.Name)} (not drawn: counted in no statement about the lot)" : $"{Piece.Name(item.Name)}"),
        words.Say(item.IsConfirmed ? $"{Phrases.DefectClass(item.DefectClass)}, {new Word(item.WorstSeverity ?? AgreedTerms.DefaultSeverity)}" : (FormattableString)$"{new Word(item.WorstSeverity ?? AgreedTerms.DefaultSeverity)}"),
        words.Say(Phrases.Proof(item)),
        item.Photos.Count == 0 ? words.Say($"no photo") : new Cell([.. Evidence(item).Select(photo => Digest(photo, words))]),
    ]);

    private static Line Digest(InspectedFile photo, Words words)
    {
        var name = Piece.Name(photo.Path[(photo.Path.LastIndexOf('/') + 1)..]);
        return words.Say(photo.Sha256 is { } digest ? (FormattableString)$"{name} {Piece.Code(digest)}" : $"{name} not opened");
    }

    // The photos that show it; all of them where the model flagged none.
    private static IEnumerable<InspectedFile> Evidence(Item item)
    {
        var flagged = item.Photos.Where(photo => photo.Finding?.Standing == Standing.Flagged).ToList();
        return flagged.Count > 0 ? flagged : item.Photos;
    }
}
