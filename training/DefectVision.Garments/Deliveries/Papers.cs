using System.Globalization;
using DefectVision.Garments.Defects;

namespace DefectVision.Garments.Deliveries;

/// <summary>What goes with the sample shipment: the agreement between buyer and supplier, and the truth about each photo.</summary>
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
            sampling: random
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

    public static string Truth()
    {
        var rows = Shipment.Orders().Select(shipped =>
            $"{shipped.Lot.Name},{shipped.Item},{(shipped.Order.View == View.Front ? "front" : "back")},{shipped.Order.Defect?.Name ?? "good"}\n");
        return "lot,item,view,class\n" + string.Concat(rows);
    }
}
