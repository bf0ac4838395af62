using System.Globalization;
using DefectVision.Garments.Defects;
using DefectVision.Garments.Photography;
using DefectVision.Garments.Surfaces;

namespace DefectVision.Garments.Deliveries;

/// <summary>The pages that say what the photos are, how they were made and what they are not.</summary>
internal static class Datasheets
{
    public const string Command = "dotnet run -c Release --project training/DefectVision.Garments -- datasets";

    public static string Training(ulong seed, IReadOnlyDictionary<PhotoOrder, int> bytes)
    {
        var photos = TrainingSet.Orders().ToList();
        var rows = new List<string> { Row(null, photos, bytes) };
        rows.AddRange(Defect.All.Select(defect => Row(defect, photos, bytes)));
        var styles = string.Join(", ", GarmentStyle.All.Select(style => $"`{style.Name}`"));
        return string.Create(CultureInfo.InvariantCulture, $"""
            # garments: labelled photos for training

            {photos.Count} rendered photos ({photos.Sum(photo => bytes[photo])} bytes) of two articles, a knitted polo shirt and a woven overshirt, in two
            colours each ({styles}), front and back. No garment, camera or person was involved: every photo
            is computed, from the yarns up, by `training/DefectVision.Garments`.

            | folder | photos | bytes | front | back | what the photo shows |
            |---|---|---|---|---|---|
            {string.Join('\n', rows)}

            The folder is the label; it says what the photo shows, not what the garment has elsewhere. A defective photo shows one
            defect of one class. Files are named STYLE-SIDE-NUMBER.jpg; each is a garment of its own, none is in the sample shipment.

            {Making(seed)}

            ## Limits
            - A sample to try the product on. A model trained on it knows four rendered styles on one table under one lamp, and nothing of
              real goods: figures measured here say nothing about a factory's photos.
            - Good photos are alike, as from a fixed rig: turned by at most 2 degrees, scaled by at most 5 %, moved by at most 3 mm, light and
              exposure within about 15 %. Photos held by hand vary more.
            - Defects are single and clearly visible (6 to 25 % of the picture's width). Shade differences, slubs, pilling, wrong sizes,
              holes along seams and dirt on seams or prints are absent.
            - The brand on the print is the word EXAMPLE.

            Licence: MIT, as the rest of the repository.

            """);
    }

    public static string Sample(ulong seed, IReadOnlyDictionary<PhotoOrder, int> bytes)
    {
        var photos = Shipment.Orders().ToList();
        var rows = Shipment.Lots.Select(lot => string.Create(
            CultureInfo.InvariantCulture,
            $"| `{lot.Name}` | {lot.Kind.ToString().ToLowerInvariant()} | {lot.Seed} | {ShippedLot.Drawn} | {lot.Items} | {2 * lot.Items} | {lot.Defects.Select(defect => defect.Item).Distinct().Count()} | {Found(lot)} |"));
        return string.Create(CultureInfo.InvariantCulture, $"""
            # sample-shipment: what an inspector hands over

            {photos.Count} rendered photos ({photos.Sum(shipped => bytes[shipped.Order])} bytes) of one purchase order, `{Shipment.PurchaseOrder}`: three lots, two photos an item
            (`{Shipment.Lots[0].Names[0]}_front.jpg`: the item before the last underscore, the view after it), `agreement.yaml`, what buyer and supplier agreed, and `draw.csv`, which items were
            to be pulled: the photos bear their numbers.
            The truth lies beside the folder, in `sample-shipment.truth.csv` (lot, item, view, class; one row per photo, `good` where nothing is wrong), and
            `sample-shipment.confirmed.csv`: what two readers made of every item of the first two lots; the second lets skipped stitches pass.

            | lot | article | seed of its draw | drawn | photographed | photos | defective items | photos with a defect |
            |---|---|---|---|---|---|---|---|
            {string.Join('\n', rows)}

            Each lot is {ShippedLot.Size} pieces, for which inspection level II asks for {ShippedLot.Drawn} items; they are those that `plan --draw` draws with the lot's seed. `LOT-A` is good, `LOT-B` bad,
            of `LOT-C` the last {ShippedLot.Drawn - Shipment.Lots[^1].Items} were not photographed: too short to judge.
            The two photos of an item show the same cloth. Nothing in it is in `garments/`: every photo has a random stream of its own.

            {Making(seed)}

            The limits are those of `garments/README.md`. Firms, order and goods are invented. Licence: MIT.

            """);
    }

    private static string Making(ulong seed) => string.Create(CultureInfo.InvariantCulture, $"""
        ## How it was made
        `{Command}`, seed {seed}. The same bytes come out every time on one
        machine with one set of package versions, whatever the number of threads; another processor or encoder version may round otherwise.
        Each photo is {Camera.Width} x {Camera.Height} px of a field about {Surface.FieldWidth:0} mm wide, JPEG at quality {PhotoOrder.JpegQuality}. Cloth, seams, buttons and folds are a height in
        millimetres and a reflectance at every point, lit from the upper left with shadows, seen by a camera with blur, noise and vignette.
        """);

    private static string Row(Defect? defect, List<PhotoOrder> photos, IReadOnlyDictionary<PhotoOrder, int> bytes)
    {
        var shown = photos.Where(photo => photo.Defect == defect).ToList();
        var front = shown.Count(photo => photo.View == View.Front);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| `{defect?.Name ?? "good"}` | {shown.Count} | {shown.Sum(photo => bytes[photo])} | {front} | {shown.Count - front} | {defect?.Look ?? "nothing wrong"} |");
    }

    private static string Found(ShippedLot lot) => lot.Defects.Count == 0
        ? "none"
        : string.Join(", ", lot.Defects.GroupBy(defect => defect.Class).Select(group => $"{group.Count()} {group.Key}"));
}
