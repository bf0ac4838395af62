using DefectVision.History;
using DefectVision.Imaging.Keeping;
using DefectVision.Inspection;
using DefectVision.Pipeline.Ordering;

namespace DefectVision.Cases.Remembering;

/// <summary>What the exhibits of a case show at their most suspect places, from the small pictures that the case keeps: neither the photos nor a model are needed.</summary>
internal static class CasePlaces
{
    /// <summary>The same entry, its first exhibits of each lot with what they show; as it is without a network.</summary>
    /// <param name="backbone">An ONNX feature network; null: nobody looks.</param>
    public static ShipmentEntry Seen(ShipmentEntry shipment, OpenedCase opened, string? backbone)
    {
        if (backbone is null || shipment.Lots.All(lot => lot.Exhibits.Count == 0))
        {
            return shipment;
        }

        using var vectors = new PlaceVectors(backbone);
        var (network, pictures) = (StoredJson.Sha256OfFile(backbone), new PictureStore(opened.Folder));
        var items = opened.Record.Lots.ToDictionary(judged => judged.Lot.Name, judged => judged.Nonconforming.ToDictionary(item => item.Name, StringComparer.Ordinal), StringComparer.Ordinal);
        return shipment with
        {
            Lots = [.. shipment.Lots.Select(lot => lot with { Exhibits = [.. lot.Exhibits.Select((exhibit, at) => at < Exhibited.MostItems ? exhibit with { Place = PlaceOf(items[lot.Name][exhibit.Item]) } : exhibit)] })],
        };

        PlaceVector? PlaceOf(Item item) =>
            Exhibited.Main(item) is { Sha256: { } digest } photo && Suspect(item, photo) is { } place && pictures.Find(digest, PictureKind.Thumbnail) is { } jpeg && vectors.Of(jpeg, place.X, place.Y) is { } numbers
                ? new PlaceVector(network, numbers) : null;
    }

    // Where a reader drew the defect, else where the model or the order is hottest.
    private static SuspectPlace? Suspect(Item item, InspectedFile photo) =>
        item.Review?.Readings.SelectMany(reading => reading.Lines).FirstOrDefault(line => line.Photo == photo.Path && line.Region is not null)?.Region is { } region
            ? new SuspectPlace(region.X + (region.Width / 2), region.Y + (region.Height / 2))
            : photo.Finding?.Heat?.Place ?? photo.Unlikeness?.Heat.Place;
}
