using System.Text.RegularExpressions;

namespace DefectVision.Inspection.Codes;

/// <summary>Photos that are likely to show a label, a carton or a code, by their names and folders.</summary>
public static partial class LabelWords
{
    /// <param name="path">Under the shipment's folder, parts joined by '/'.</param>
    public static bool AreIn(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Word().IsMatch(path);
    }

    [GeneratedRegex(
        @"(?<!\p{L})(labels?|cartons?|box(es)?|packag(e|es|ing)|packing|pack|(hang|care)?tags?|(shipping)?marks?|barcodes?|codes?|qr|ean|upc|gtin|sku|pallets?"
        + @"|etikett(en)?|kartons?|verpackung|strichcodes?|etiquetas?|[eé]tiquettes?|etichett[ae])(?!\p{L})"
        + @"|包装|外箱|内盒|纸箱|箱唛|唛头|标签|吊牌|洗标|水洗标|条码|条形码|二维码",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
