namespace DefectVision.Inspection.Codes;

/// <summary>A record without what was read on certain photos: a region of them is withheld, and the code may have been in it.</summary>
public static class WithheldCodes
{
    /// <summary>The record as it is where no code was read on these photos.</summary>
    /// <param name="record">Everything else of it stays.</param>
    /// <param name="paths">Of the photos.</param>
    public static InspectionRecord Of(InspectionRecord record, IReadOnlySet<string> paths)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(paths);
        if (!record.Files.Any(HasCodes))
        {
            return record;
        }

        return record with
        {
            Files = [.. record.Files.Select(Without)],
            Lots = [.. record.Lots.Select(judged => judged with { Lot = WithoutIn(judged.Lot) })],
        };

        bool HasCodes(InspectedFile file) => file.Codes?.Codes.Count > 0 && paths.Contains(file.Path);

        InspectedFile Without(InspectedFile file) => HasCodes(file) ? file with { Codes = file.Codes! with { Codes = [], IsWithheld = true } } : file;

        Lot WithoutIn(Lot lot) => lot with { Items = [.. lot.Items.Select(Bare)], NotDrawn = [.. lot.NotDrawn.Select(Bare)] };

        Item Bare(Item item) => item with { Photos = [.. item.Photos.Select(Without)] };
    }
}
