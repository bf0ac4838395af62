using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Wording;
using DefectVision.History;

namespace DefectVision.Dashboard.Parts;

/// <summary>Shipments with photos that were among those of earlier ones; nothing where there are none.</summary>
internal static class ReusedPhotos
{
    private const int Most = 30;
    private const int MostNamed = 3;

    /// <param name="shipments">In order of their days.</param>
    public static IEnumerable<Block> Of(View view, IReadOnlyList<ShipmentEntry> shipments)
    {
        var found = shipments.Where(shipment => shipment.Reused.Count > 0).Reverse().ToList();
        if (found.Count == 0)
        {
            yield break;
        }

        yield return view.Section($"Photos of earlier shipments", "reused");
        yield return new Table(
            view.Words.Columns($"=Day", $"Supplier", $"Shipment", $"#Photos", $"Were in", $"Such as"),
            found.Take(Most).SelectMany(shipment => shipment.Reused.GroupBy(photo => (photo.Shipment, photo.Day)).Select(other => new Row(
            [
                Figures.Day(shipment.Day),
                View.SupplierOf(shipment),
                Line.Of(view.Case(shipment)),
                Figures.Count(other.Select(photo => photo.Path).Distinct().Count()),
                view.Words.Say($"{Piece.Name(other.Key.Shipment)}, {Figures.Day(other.Key.Day)}"),
                new Cell([.. other.Take(MostNamed).Select(photo => view.Words.Say(photo.IsSameFile
                    ? (FormattableString)$"{Piece.Name(photo.Path)}: the same file as {Piece.Name(photo.OtherPath)}" : $"{Piece.Name(photo.Path)}: the same shot as {Piece.Name(photo.OtherPath)}"))]),
            ]))),
            Spacing.Compact);
        yield return view.Text($"{(found.Count > Most ? (FormattableString)$"The last {Figures.Count(Most)} of {Figures.Count(found.Count)} shipments. " : $"")}A photo of an earlier shipment shows nothing of this one: settle it before anything rests on it (defectvision history reused).", Manner.Note);
    }
}
