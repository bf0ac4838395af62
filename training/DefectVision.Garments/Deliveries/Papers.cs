using System.Globalization;
using DefectVision.Garments.Defects;

namespace DefectVision.Garments.Deliveries;

/// <summary>What goes with the sample shipment: the agreement between buyer and supplier, the truth about each photo, and what two readers made of the items.</summary>
internal static class Papers
{
    public static string Agreement()
    {
        var lots = Shipment.Lots.Select(lot => string.Create(CultureInfo.InvariantCulture, $"  {lot.Name}: {{ size: {ShippedLot.Size} }}"));
        var classes = Defect.All.Select(defect => $"  {defect.Name}: {{ severity: {defect.Severity}, cause: {defect.Cause} }}");
        return $"""
            purchase_order: {Shipment.PurchaseOrder}
            product: Men's knitted polo shirt and woven overshirt
            supplier: Example Garment Works Co., Ltd.
            buyer: Example Imports GmbH
            standard: ISO 2859-1:1999
            inspection_level: II
            inspection:
              date: 2026-11-22
              place: Ningbo
              inspector: Example Inspection Co.
            sampling: random
            unit_price: 12.50
            currency: USD
            aql:
              critical: not allowed
              major: 2.5
              minor: 4.0
            lots:
            {string.Join('\n', lots)}
            classes:
            {string.Join('\n', classes)}

            """;
    }

    /// <summary>Two readers at every item of the first two lots: both see what is there, but the second lets skipped stitches pass.</summary>
    public static string Confirmed()
    {
        const string overlooked = "skipped-stitch";
        var start = new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
        var items = Shipment.Orders()
            .Where(shipped => shipped.Lot != Shipment.Lots[^1])
            .GroupBy(shipped => (shipped.Lot.Name, shipped.Item))
            .Select((photos, at) => (
                photos.Key,
                Time: start.AddMinutes(at),
                Defect: photos.Select(shipped => shipped.Order.Defect).OfType<Defect>().OrderBy(defect => defect.Severity == "major" ? 0 : 1).FirstOrDefault()?.Name ?? string.Empty))
            .ToList();
        var rows = new[] { (Reader: "reader 1", Late: 0, Overlooks: string.Empty), (Reader: "reader 2", Late: 5, Overlooks: overlooked) }
            .SelectMany(reader => items.Select(item => string.Create(
                CultureInfo.InvariantCulture,
                $"{item.Key.Name},{item.Key.Item},{(item.Defect.Length > 0 && item.Defect != reader.Overlooks ? "yes" : "no")},{reader.Reader},{item.Time.AddHours(reader.Late):yyyy-MM-ddTHH:mm:ss'Z'},{(item.Defect == reader.Overlooks ? string.Empty : item.Defect)}\n")));
        return "lot,item,confirmed,reader,time,defect_class\n" + string.Concat(rows);
    }

    public static string Truth()
    {
        var rows = Shipment.Orders().Select(shipped =>
            $"{shipped.Lot.Name},{shipped.Item},{(shipped.Order.View == View.Front ? "front" : "back")},{shipped.Order.Defect?.Name ?? "good"}\n");
        return "lot,item,view,class\n" + string.Concat(rows);
    }
}
