using System.Globalization;
using DefectVision.PhoneShipment;

switch (args)
{
    case ["shipment", var photos, var folder, .. var more] when more.Length <= 1 && Items(more) is { } items:
        new PhoneShipment(photos, folder).Write(items);
        return Written(folder);
    case ["formats", var photos, var folder]:
        FormatSets.Write(photos, folder);
        return Written(folder);
    default:
        Console.Error.WriteLine($"wanted: shipment PHOTOS OUT [ITEMS] (photos ITEM_front.jpg at any depth; at least {PhoneShipment.FewestItems} items, default 40), or formats PHOTOS OUT");
        return 2;
}

static int? Items(string[] more) =>
    more is [] ? 40 : int.TryParse(more[0], NumberStyles.None, CultureInfo.InvariantCulture, out var items) && items >= PhoneShipment.FewestItems ? items : null;

static int Written(string folder)
{
    Console.WriteLine($"{Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Length} files in {folder}");
    return 0;
}
