using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;

namespace DefectVision.Evidence.Report;

/// <summary>Section 3: every file found has one outcome, they add up, and each that was not scored is named.</summary>
internal static class PhotoAccounting
{
    public static IEnumerable<Block> Of(InspectionRecord record, Words words)
    {
        yield return Section.Accounting.Heading(words);
        yield return new Table(
            words.Columns($"Outcome", $"#Files", $"Meaning"),
            [
                .. Enum.GetValues<PhotoOutcome>().Select(outcome => new Row([words.Say(outcome), Figures.Count(record.Accounting[outcome]), words.Say(Phrases.Outcome(outcome))])),
                new Row([words.Say($"found"), Figures.Count(record.Files.Count), words.Say($"the sum of the outcomes above")], IsSum: true),
            ],
            IsKept: true);
        foreach (var block in Archives(record, words))
        {
            yield return block;
        }

        var attached = record.Files.Where(file => file.Outcome == PhotoOutcome.Attachment).ToList();
        if (attached.Count > 0)
        {
            yield return Section.Part(words, $"Attachments: {Figures.Count(attached.Count)}");
            yield return new Table(
                words.Columns($"File", $"What it is", $"Item", $"#Size", $"=SHA-256"),
                attached.Select(file => Attachment(file, words)),
                Spacing.Compact);
        }

        var left = record.Files.Where(file => !file.IsReadable && file.Outcome != PhotoOutcome.Attachment).ToList();
        yield return Section.Part(words, record.Model is null ? $"Files that were not read: {Figures.Count(left.Count)}" : (FormattableString)$"Files that were not scored: {Figures.Count(left.Count)}");
        yield return left.Count == 0
            ? Section.Paragraph(words, (record.Model is null, attached.Count > 0) switch
            {
                (true, false) => $"None: every file found was read.",
                (true, true) => $"None beside the attachments: every other file found was read.",
                (false, false) => $"None: every file found was scored.",
                (false, true) => (FormattableString)$"None beside the attachments: every other file found was scored.",
            })
            : new Table(
                words.Columns($"File", $"=Outcome", $"Reason", $"#Size", $"=SHA-256"),
                left.Select(file => Row(file, words)),
                Spacing.Compact);
        var remarked = record.Files.Where(file => file is { IsReadable: true, Reason: not null }).ToList();
        if (remarked is [var first, ..])
        {
            yield return Section.Paragraph(words, $"Photos read with a remark: {Figures.Count(remarked.Count)}, such as {Piece.Name(first.Path)} ({words.Repeat(first.Reason!)}); results.jsonl names each.");
        }

        yield return Section.Part(words, $"Photos that the manifest names and the folder does not hold: {Figures.Count(record.MissingPhotos.Count)}");
        yield return record.MissingPhotos.Count == 0
            ? Section.Paragraph(words, $"None is known.")
            : new Bullets([.. record.MissingPhotos.Select(path => record.NearestPhotos?.GetValueOrDefault(path) is { Count: > 0 } nearest
                ? words.Say($"{Piece.Name(path)}; the nearest names are {Names.Some(nearest)}")
                : Line.Of(Piece.Name(path)))]);
    }

    private static IEnumerable<Block> Archives(InspectionRecord record, Words words)
    {
        var rows = record.Archives.Select(archive => Archive(archive, words.Say($"unpacked, and inspected as a folder of its name"))).ToList();
        if (record.GivenAs is { } whole)
        {
            rows.Insert(0, Archive(whole, words.Say($"the whole shipment: unpacked, and inspected as its folder")));
        }

        return rows.Count == 0 ? [] :
        [
            Section.Part(words, $"Zips that were unpacked: {Figures.Count(rows.Count)}"),
            new Table(words.Columns($"File", $"What was done", $"#Size", $"SHA-256"), rows, Spacing.Compact),
        ];
    }

    private static Row Archive(ShipmentArchive archive, Line what) =>
        new([Line.Of(Piece.Name(archive.Path)), what, Figures.Bytes(archive.Bytes), Line.Of(Piece.Code(archive.Sha256))]);

    private static Row Attachment(InspectedFile file, Words words) => new(
    [
        Line.Of(Piece.Name(file.Path)),
        words.Repeat(file.Reason!),
        file.Place is { } place ? Line.Of(Piece.Name(place.Item)) : words.Say($"–"),
        Figures.Bytes(file.Bytes),
        Digest(file, words),
    ]);

    private static Row Row(InspectedFile file, Words words)
    {
        var reason = file.Reason is { } told ? words.Repeat(told) : words.Say(Phrases.Outcome(file.Outcome));
        return new Row(
        [
            Line.Of(Piece.Name(file.Path)),
            words.Say(file.Outcome),
            file.SameAs is { } same ? words.Say($"the same bytes as {Piece.Name(same)}") : reason,
            Figures.Bytes(file.Bytes),
            Digest(file, words),
        ]);
    }

    private static Line Digest(InspectedFile file, Words words) => file.Sha256 is null ? words.Say($"not opened") : Line.Of(Piece.Code(Figures.ShortDigest(file.Sha256)));
}
