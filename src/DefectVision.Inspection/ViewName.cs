using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using DefectVision.Inspection.Imported;

namespace DefectVision.Inspection;

/// <summary>
/// What the name of a view means. A view is shown by a name that ends with its word, whatever its number and case, and in the languages that lists are written in: "back 2",
/// "IMG_2041_back" and "背面" are all a back. A word before another one belongs to it: a "front label" is a label.
/// </summary>
public static partial class ViewName
{
    private const string Packaging = "PACKAGING";
    private const string Carton = "CARTON";
    private const string Mark = "SHIPPING MARK";
    private const string Label = "LABEL";
    private const string Tag = "TAG";
    private const string Barcode = "BARCODE";
    private const string Scale = "SCALE";

    private static readonly FrozenSet<string> UsualContext = new[] { Packaging, Carton, Mark, Label, Tag, Barcode, Scale }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Meanings = new (string Means, string Words)[]
    {
        ("FRONT", "vorne|vorn|vorderseite|frontal|frente|face|avant|davanti|正面|前面"),
        ("BACK", "rear|reverse|hinten|rückseite|ruckseite|rueckseite|dorso|trasera|arrière|arriere|dos|retro|背面|后面|反面"),
        ("SIDE", "seite|seitlich|lado|lateral|côté|cote|lato|侧面|側面"),
        ("LEFT", "links|izquierda|gauche|sinistra|左|左侧|左面"),
        ("RIGHT", "rechts|derecha|droite|destra|右|右侧|右面"),
        ("TOP", "oben|oberseite|arriba|dessus|haut|sopra|顶|顶部|顶面|上面"),
        ("BOTTOM", "unten|unterseite|abajo|dessous|bas|sotto|底|底部|底面|下面"),
        ("INSIDE", "inner|interior|innen|dentro|intérieur|interieur|interno|内部|里面|内侧"),
        ("DETAIL", "close up|closeup|macro|nahaufnahme|detalle|détail|dettaglio|细节|特写"),
        (Packaging, "package|packing|pack|verpackung|embalaje|emballage|imballaggio|imballo|包装|内包装|外包装"),
        (Carton, "box|outer carton|karton|caja|boîte|boite|scatola|外箱|纸箱|箱子"),
        (Mark, "carton mark|箱唛|唛头"),
        (Label, "sticker|etikett|etiketten|etiqueta|étiquette|etiquette|etichetta|标签|洗标|水洗标"),
        (Tag, "hangtag|吊牌"),
        (Barcode, "bar code|qr|qr code|strichcode|código de barras|条码|条形码|二维码"),
        (Scale, "weight|weighing|ruler|measure|measuring|measurement|tape|waage|gewicht|maßstab|massstab|messung|báscula|balanza|balance|bilancia|秤|磅秤|称重|重量|尺|尺子|测量|尺寸"),
    }.SelectMany(meaning => meaning.Words.Split('|').Append(meaning.Means).Select(word => (Word: Folded(word), meaning.Means))).Distinct()
        .ToFrozenDictionary(pair => pair.Word, pair => pair.Means, StringComparer.Ordinal);

    /// <summary>Whether a photo of this view shows a view that was asked for.</summary>
    /// <param name="view">Of a photo: a word, a file name, or folders and a file name, parts joined by '/'.</param>
    /// <param name="wanted">As the agreement writes it.</param>
    public static bool Shows(string view, string wanted) => Meaning(wanted) is var meaning && Endings(view).Any(ending => ending == meaning);

    /// <summary>Whether it shows the packing, a label or a measurement, by its name.</summary>
    /// <param name="view">As for <see cref="Shows"/>.</param>
    public static bool IsUsualContext(string view) => Endings(view).Any(UsualContext.Contains);

    /// <summary>Whether a whole name says nothing but that: "carton 3", "外箱1"; not "017_label", where the number is an item's.</summary>
    /// <param name="name">Of a file, without its ending.</param>
    public static bool IsNothingButContext(string name) => name.Length > 0 && char.IsLetter(name[0]) && UsualContext.Contains(Meaning(name));

    // Every ending of every part, in words: of "017/side back label" the views "BACK LABEL" and "LABEL" among others.
    private static IEnumerable<string> Endings(string view) =>
        from part in view.Split('/')
        let words = Words(part)
        from skipped in Enumerable.Range(0, words.Count)
        select Meaning(string.Join(' ', words.Skip(skipped)));

    private static string Meaning(string name)
    {
        var word = Folded(name);
        return Meanings.TryGetValue(word, out var meaning) ? meaning
            : word.Length > 1 && word[^1] == 'S' ? Meanings.GetValueOrDefault(word[..^1], word[..^1])
            : word;
    }

    private static string Folded(string name) => string.Join(' ', Words(name));

    private static List<string> Words(string name) =>
        [.. Letters().Matches(UnicodeForm.Compatible(name).ToUpper(CultureInfo.InvariantCulture)).Select(match => match.Value).Select(word => Photo().Replace(word, string.Empty)).Where(word => word.Length > 0)];

    [GeneratedRegex(@"[\p{L}\p{M}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Letters();

    // 正面照, 背面图片.
    [GeneratedRegex("(?<=.)(照片|图片|照|图)$", RegexOptions.CultureInvariant)]
    private static partial Regex Photo();
}
