namespace DefectVision.Inspection.Agreements;

/// <summary>What a buyer may ask for where goods do not conform.</summary>
public enum Remedy
{
    Refund,
    Replacement,
    Credit,
    Rework,
    PriceReduction,
}
