using DefectVision.Cli.Terminal;
using DefectVision.History;
using DefectVision.History.Storing;

namespace DefectVision.Cli.Commands;

/// <summary>Lots of cases, as a history keeps them.</summary>
internal static class HistoryLots
{
    /// <param name="history">The file.</param>
    /// <param name="cases">As given: folders of cases.</param>
    /// <param name="lot">Name of the lots that are meant; null: every lot.</param>
    /// <exception cref="HistoryException">One of the cases is not kept, or has no such lot.</exception>
    public static IReadOnlyList<(ShipmentEntry Shipment, LotEntry Lot)> Of(string history, IReadOnlyList<string> cases, string? lot)
    {
        using var file = HistoryFile.Open(history, create: false);
        var shipments = file.Shipments();
        var found = cases.Select(one => shipments.FirstOrDefault(shipment => shipment.Folder == Path.TrimEndingDirectorySeparator(Path.GetFullPath(one)))
                ?? throw new HistoryException($"{one}: found no such case in {ShownPath.Of(history)}; defectvision history add {one} keeps it"))
            .DistinctBy(shipment => shipment.Id)
            .SelectMany(shipment => shipment.Lots.Where(each => lot is null || Inspection.Lot.IsNamed(each.Name, lot)).Select(each => (shipment, each))).ToList();
        return found.Count > 0 ? found : throw new HistoryException($"found no lot{(lot is null ? string.Empty : $" '{lot}'")} in the cases given");
    }

    /// <summary>"PO-4711 LOT-A".</summary>
    public static string Name(ShipmentEntry shipment, LotEntry lot) => $"{Plain.Text(shipment.Name)} {Plain.Text(lot.Name)}";
}
