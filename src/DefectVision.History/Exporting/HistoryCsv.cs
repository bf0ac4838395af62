using System.Globalization;
using System.Text;
using DefectVision.Inspection;
using DefectVision.Inspection.Imported;

namespace DefectVision.History.Exporting;

/// <summary>A history as a list that spreadsheets read: UTF-8 with its mark, lines by RFC 4180. Readers and inspectors are not kept, so no list names them; who told what was learned can be left out.</summary>
public static class HistoryCsv
{
    public const string LotsName = "lots.csv";
    public const string DefectsName = "defects.csv";
    public const string ClaimsName = "claims.csv";

    private static readonly string[] OfShipment = ["day", "supplier", "factory", "country", "region", "buyer", "purchase_order", "product", "shipment"];

    /// <summary>One line a lot.</summary>
    public static byte[] Lots(IReadOnlyList<ShipmentEntry> shipments) => Bytes(
        [
            .. OfShipment, "lot", "size", "items", "flagged", "looked_at", "decided", "nonconforming", "lower", "upper", "guaranteed", "verdict", "produced", "due", "shipped", "arrived", "days_late", "value", "currency", "components", "codes",
            "model_sha256", "record_sha256", "packet_root",
        ],
        shipments.SelectMany(shipment => shipment.Lots.Select(lot => (string[])
        [
            .. Named(shipment), CsvCell.Name(lot.Name), Number(lot.Size), Number(lot.Items), Number(lot.Flagged), YesNo(lot.IsLookedAt), Number(lot.Decided), lot.IsLookedAt ? Number(lot.Nonconforming) : string.Empty,
            Share(lot.Bounds?.Lower), Share(lot.Bounds?.Upper), lot.Bounds is { } bounds ? YesNo(bounds.IsGuaranteed) : string.Empty, Code(lot.Verdict),
            Day(lot.Produced), Day(lot.Due), Day(lot.Shipped), Day(lot.Arrived), Number(lot.DaysLate), Amount(lot.Value), lot.Value is null ? string.Empty : CsvCell.Name(shipment.Currency),
            CsvCell.Name(string.Join("; ", lot.Components)), CsvCell.Name(string.Join("; ", lot.Codes)), shipment.ModelSha256 ?? string.Empty, shipment.RecordSha256, shipment.PacketRoot ?? string.Empty,
        ])));

    /// <summary>One line for the nonconforming items of a lot that are alike.</summary>
    public static byte[] Defects(IReadOnlyList<ShipmentEntry> shipments) => Bytes(
        [.. OfShipment, "lot", "class", "severity", "cause", "items"],
        shipments.SelectMany(shipment => shipment.Lots.SelectMany(lot => lot.Defects.Select(defect => (string[])
        [
            .. Named(shipment), CsvCell.Name(lot.Name), CsvCell.Name(defect.Class), Code(defect.Severity), Code(defect.Cause), Number(defect.Items),
        ]))));

    /// <summary>One line a shipment of which something is asked, or was told.</summary>
    /// <param name="withPersons">Names who told what was learned.</param>
    public static byte[] Claims(IReadOnlyList<ShipmentEntry> shipments, bool withPersons)
    {
        var replacements = shipments.ToDictionary(shipment => shipment.Id, shipment => shipment.Name, StringComparer.Ordinal);
        return Bytes(
            [.. OfShipment, "currency", "asked", "state", "notified", "answered", "days_to_answer", "remedy", "amount", "agreed", "received", "replacement", "root_cause", "action", "lesson", .. withPersons ? ["person"] : Array.Empty<string>()],
            shipments.Where(shipment => shipment.ClaimState != ClaimState.None || shipment.Lesson is not null).Select(shipment => (string[])
            [
                .. Named(shipment), CsvCell.Name(shipment.Currency), Amount(shipment.Asked), Code(shipment.ClaimState), Day(shipment.Outcome?.Notified), Day(shipment.Outcome?.Answered), Number(shipment.Outcome?.DaysToAnswer),
                Code(shipment.Outcome?.Remedy), Amount(shipment.Outcome?.Amount), Day(shipment.Outcome?.Agreed), Day(shipment.Outcome?.Received),
                CsvCell.Name(shipment.Outcome?.Replacement is { } other ? replacements.GetValueOrDefault(other) : null),
                CsvCell.Text(shipment.Lesson?.RootCause), CsvCell.Text(shipment.Lesson?.Action), CsvCell.Text(shipment.Lesson?.Lesson), .. withPersons ? [CsvCell.Text(shipment.Lesson?.Person)] : Array.Empty<string>(),
            ]));
    }

    private static IEnumerable<string> Named(ShipmentEntry shipment) =>
    [
        Day(shipment.Day), CsvCell.Name(shipment.Supplier), CsvCell.Name(shipment.Factory), CsvCell.Name(shipment.Country), CsvCell.Name(shipment.Region), CsvCell.Name(shipment.Buyer), CsvCell.Name(shipment.PurchaseOrder),
        CsvCell.Name(shipment.Product), CsvCell.Name(shipment.Name),
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

    private static string Amount(decimal? amount) => amount?.ToString(CultureInfo.InvariantCulture) ?? string.Empty;

    private static string Share(double? share) => share?.ToString("R", CultureInfo.InvariantCulture) ?? string.Empty;

    private static string YesNo(bool value) => value ? "yes" : "no";

    private static string Code(Enum? value) => value is null ? string.Empty : new Word(value).Code;
}
