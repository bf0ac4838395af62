namespace DefectVision.Inspection.Codes;

/// <summary>What a text on a label may be.</summary>
public enum CodeField
{
    /// <summary>The lot's name or number.</summary>
    Lot,

    /// <summary>The buyer's or the supplier's article number.</summary>
    Sku,

    /// <summary>The trade item number.</summary>
    Gtin,

    /// <summary>A purchase order.</summary>
    Order,
}
