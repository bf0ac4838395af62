namespace DefectVision.Inspection.Agreements;

/// <summary>Decimals of a currency, where they are not two.</summary>
/// <remarks>Source: ISO 4217, list one.</remarks>
public static class Currencies
{
    /// <param name="currency">Three letters; null: two decimals.</param>
    public static int Decimals(string? currency) => currency switch
    {
        "BIF" or "CLP" or "DJF" or "GNF" or "ISK" or "JPY" or "KMF" or "KRW" or "PYG" or "RWF" or "UGX" or "VND" or "VUV" or "XAF" or "XOF" or "XPF" => 0,
        "BHD" or "IQD" or "JOD" or "KWD" or "LYD" or "OMR" or "TND" => 3,
        _ => 2,
    };
}
