using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Judging;
using DefectVision.Pipeline.Intake;
using DefectVision.Pipeline.Journalling;

namespace DefectVision.Pipeline;

/// <summary>From what each file turned out to be to lots of items: duplicates are told, items exist or not, every lot is judged.</summary>
internal static class LotAssembly
{
    /// <summary>Files with their final outcome, in path order: of photos with the same bytes the first by path counts, the others repeat it.</summary>
    public static IReadOnlyList<InspectedFile> Files(ShipmentIntake intake, IReadOnlyDictionary<string, JournalEntry> entries)
    {
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        var files = new List<InspectedFile>(intake.Files.Count);
        foreach (var found in intake.Files)
        {
            var entry = entries[found.Path];
            var place = entry.Outcome is PhotoOutcome.NotAPhoto or PhotoOutcome.SystemFile or PhotoOutcome.OutsideAnyLot ? null : found.Place;
            var file = new InspectedFile(found.Path, entry.Bytes, entry.Sha256, entry.Outcome, entry.Reason, place, entry.Facts, entry.Finding, null);
            if (entry.Outcome == PhotoOutcome.Scored && !first.TryAdd(entry.Sha256!, found.Path))
            {
                var same = first[entry.Sha256!];
                file = file with { Outcome = PhotoOutcome.Duplicate, Reason = $"the same bytes as {same}", Finding = null, SameAs = same };
            }

            files.Add(file);
        }

        return files;
    }

    /// <summary>Every lot, judged, in ordinal order of name; a lot that the agreement names and nobody photographed is among them.</summary>
    public static IReadOnlyList<LotJudgement> Lots(ShipmentIntake intake, IReadOnlyList<InspectedFile> files, Agreement agreement, AgreedTerms terms)
    {
        var photos = files
            .Where(file => file.Place is not null && file.Outcome != PhotoOutcome.Duplicate)
            .GroupBy(file => (file.Place!.Lot, file.Place.Item))
            .ToDictionary(group => group.Key, group => group.ToList());
        var items = photos
            .Where(entry => entry.Value.Any(photo => photo.Outcome == PhotoOutcome.Scored))
            .Select(entry => entry.Key)
            .Union(intake.NamedItems)
            .ToLookup(key => key.Lot, key => key.Item);
        var met = intake.ItemSources.Keys.Select(terms.KeyOf).ToHashSet();
        var names = intake.ItemSources.Keys.Union(files.Where(file => file.Place is not null).Select(file => file.Place!.Lot))
            .Concat(agreement.Lots.Keys.Where(lot => !met.Contains(lot)))
            .Distinct().Order(StringComparer.Ordinal);
        return
        [
            .. names.Select(name => LotJudge.Judge(
                new Lot(
                    name,
                    terms.SizeOf(name),
                    intake.ItemSources.GetValueOrDefault(name, ItemSource.EachPhoto),
                    [.. items[name].Order(StringComparer.Ordinal).Select(item => ItemJudge.Judge(item, photos.GetValueOrDefault((name, item), []), terms))]),
                terms)),
        ];
    }
}
