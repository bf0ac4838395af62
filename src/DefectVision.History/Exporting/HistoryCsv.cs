using System.Globalization;
using System.Text;
using DefectVision.Inspection;
using DefectVision.Inspection.Imported;

namespace DefectVision.History.Exporting;

/// <summary>A history as a list that spreadsheets read: UTF-8 with its mark, lines by RFC 4180, a line a lot. It names no reader and no inspector.</summary>
public static class HistoryCsv
{
    public const string LotsName = "lots.csv";
    public const string DefectsName = "defects.csv";

    private static readonly string[] OfShipment = ["day", "supplier", "factory", "country", "buyer", "purchase_order", "product", "shipment", "lot"];

    /// <summary>One line a lot.</summary>
    public static byte[] Lots(IReadOnlyList<ShipmentEntry> shipments) => Bytes(
        [.. OfShipment, "size", "items", "flagged", "looked_at", "decided", "nonconforming", "verdict", "produced", "due", "shipped", "arrived", "days_late", "model_sha256", "record_sha256"],
        shipments.SelectMany(shipment => shipment.Lots.Select(lot => (string[])
        [
            .. Named(shipment, lot), Number(lot.Size), Number(lot.Items), Number(lot.Flagged), lot.IsLookedAt ? "yes" : "no", Number(lot.Decided), lot.IsLookedAt ? Number(lot.Nonconforming) : string.Empty, Code(lot.Verdict),
            Day(lot.Produced), Day(lot.Due), Day(lot.Shipped), Day(lot.Arrived), Number(lot.DaysLate), shipment.ModelSha256 ?? string.Empty, shipment.RecordSha256,
        ])));

    /// <summary>One line for the nonconforming items of a lot that are alike.</summary>
    public static byte[] Defects(IReadOnlyList<ShipmentEntry> shipments) => Bytes(
        [.. OfShipment, "class", "severity", "cause", "items"],
        shipments.SelectMany(shipment => shipment.Lots.SelectMany(lot => lot.Defects.Select(defect => (string[])
        [
            .. Named(shipment, lot), CsvCell.Name(defect.Class), Code(defect.Severity), Code(defect.Cause), Number(defect.Items),
        ]))));

    private static IEnumerable<string> Named(ShipmentEntry shipment, LotEntry lot) =>
    [
        Day(shipment.Day), CsvCell.Name(shipment.Supplier), CsvCell.Name(shipment.Factory), CsvCell.Name(shipment.Country), CsvCell.Name(shipment.Buyer), CsvCell.Name(shipment.PurchaseOrder),
        CsvCell.Name(shipment.Product), CsvCell.Name(shipment.Name), CsvCell.Name(lot.Name),
    ];

    private static byte[] Bytes(string[] columns, IEnumerable<string[]> lines)
    {
        var text = new StringBuilder(string.Join(',', columns)).Append("\r\n");
        foreach (var line in lines)
        {
            text.AppendJoin(',', line).Append("\r\n");
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? string.Empty;

    private static string Number(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? string.Empty;

    private static string Code(Enum? value) => value is null ? string.Empty : new Word(value).Code;
}
