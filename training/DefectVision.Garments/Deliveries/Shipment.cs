using System.Globalization;
using DefectVision.Garments.Defects;

namespace DefectVision.Garments.Deliveries;

/// <summary>The sample shipment: three lots of one purchase order, two photos an item, named as the draw list names it, as an inspector hands them over.</summary>
internal static class Shipment
{
    public const string Folder = "sample-shipment";
    public const string PurchaseOrder = "PO-2026-118";

    public static readonly IReadOnlyList<ShippedLot> Lots =
    [
        new("LOT-A", 'A', 32, 1181, GarmentKind.Polo, [new(19, View.Front, "stain")]),
        new("LOT-B", 'B', 32, 1182, GarmentKind.Overshirt,
        [
            new(3, View.Front, "hole"), new(3, View.Back, "hole"), new(6, View.Front, "missing-button"), new(10, View.Front, "misprint"),
            new(14, View.Back, "stain"), new(17, View.Front, "broken-yarn"), new(18, View.Front, "misprint"), new(22, View.Back, "skipped-stitch"),
            new(25, View.Front, "missing-button"), new(28, View.Back, "hole"), new(31, View.Front, "stain"), new(31, View.Back, "broken-yarn"),
        ]),
        new("LOT-C", 'C', 22, 1183, GarmentKind.Polo, []),
    ];

    public static IEnumerable<(PhotoOrder Order, ShippedLot Lot, string Item)> Orders()
    {
        foreach (var lot in Lots)
        {
            var styles = GarmentStyle.All.Where(style => style.Kind == lot.Kind).ToList();
            for (var number = 1; number <= lot.Items; number++)
            {
                var (item, own) = (lot.Names[number - 1], string.Create(CultureInfo.InvariantCulture, $"{lot.Letter}-{number:000}"));
                foreach (var view in new[] { View.Front, View.Back })
                {
                    var side = view == View.Front ? "front" : "back";
                    var folder = $"{Folder}/{PurchaseOrder}/{lot.Name}";
                    var name = lot.Defects.FirstOrDefault(defect => defect.Item == number && defect.View == view)?.Class;
                    var defect = name is null ? null : Defect.All.Single(known => known.Name == name);
                    yield return (new PhotoOrder($"{folder}/{item}_{side}.jpg", $"{folder}/{own}_{side}.jpg", $"{PurchaseOrder}/{own}/bolt", styles[number % styles.Count], view, defect), lot, item);
                }
            }
        }
    }
}
