namespace DefectVision.Imaging.Codes;

/// <summary>A barcode or two-dimensional code that was read in a photo.</summary>
/// <param name="Symbology">One of <see cref="Symbologies"/>.</param>
/// <param name="Text">As coded. U+001D stands for FNC1: in front it says that GS1 element strings follow, later it ends one of variable length.</param>
public sealed record ReadCode(string Symbology, string Text)
{
    /// <summary>Every symbology that is read, as ISO/IEC name them (15420, 15417, 16388, 16390, 18004, 16022).</summary>
    public static IReadOnlyList<string> Symbologies { get; } = [Ean13, Ean8, UpcA, UpcE, Code128, Code39, Itf14, Qr, DataMatrix];

    internal const string Ean13 = "ean_13";
    internal const string Ean8 = "ean_8";
    internal const string UpcA = "upc_a";
    internal const string UpcE = "upc_e";
    internal const string Code128 = "code_128";
    internal const string Code39 = "code_39";
    internal const string Itf14 = "itf_14";
    internal const string Qr = "qr_code";
    internal const string DataMatrix = "data_matrix";

    /// <summary>Ends an element string of variable length (GS1 General Specifications, 7.8.3).</summary>
    public const char Fnc1 = '\u001D';
}
