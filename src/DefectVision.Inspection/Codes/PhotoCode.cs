namespace DefectVision.Inspection.Codes;

/// <summary>A barcode or two-dimensional code that was read in a photo.</summary>
/// <param name="Symbology">Such as ean_13, code_128, itf_14, qr_code or data_matrix.</param>
/// <param name="Text">As coded; U+001D stands for FNC1, in front where GS1 element strings follow.</param>
public sealed record PhotoCode(string Symbology, string Text)
{
    /// <summary>Longer texts, such as addresses in QR codes, are cut where people read them; results.jsonl has them whole.</summary>
    private const int MostShown = 80;

    /// <summary>The GS1 element strings that it holds; empty where it holds none.</summary>
    public IReadOnlyList<Gs1Element> Elements => Gs1Elements.Of(Text);

    /// <summary>The symbology as people write it: EAN-13, GS1-128, QR code.</summary>
    public string Kind => (Symbology, Text.StartsWith(Gs1Elements.Separator)) switch
    {
        ("ean_13", _) => "EAN-13",
        ("ean_8", _) => "EAN-8",
        ("upc_a", _) => "UPC-A",
        ("upc_e", _) => "UPC-E",
        ("code_128", true) => "GS1-128",
        ("code_128", _) => "Code 128",
        ("code_39", _) => "Code 39",
        ("itf_14", _) => "ITF-14",
        ("qr_code", true) => "GS1 QR code",
        ("qr_code", _) => "QR code",
        ("data_matrix", true) => "GS1 Data Matrix",
        ("data_matrix", _) => "Data Matrix",
        var (other, _) => other,
    };

    /// <summary>The text as labels print it below the bars: element strings with their application identifiers in brackets.</summary>
    public string Printed => Text.StartsWith(Gs1Elements.Separator) && Elements is { Count: > 0 } elements
        ? string.Concat(elements)
        : Text.TrimStart(Gs1Elements.Separator);

    /// <summary><see cref="Printed"/>, cut where it is long.</summary>
    public string Shown => Printed is { Length: > MostShown } text ? text[..(char.IsHighSurrogate(text[MostShown - 1]) ? MostShown - 1 : MostShown)] + "…" : Printed;
}
