namespace DefectVision.Claims.Remedies;

/// <summary>What may be asked for or done, from the mildest to the hardest.</summary>
public enum Recourse
{
    Credit,
    PriceReduction,
    Rework,

    /// <summary>The lot is inspected again once it has been reworked, sorted or replaced.</summary>
    Reinspection,
    Replacement,
    Refund,

    /// <summary>The part of the price in dispute is not paid for now.</summary>
    WithheldPayment,

    /// <summary>Further deliveries are not called off or taken for now.</summary>
    HeldShipments,
    Arbitration,
    LegalAction,
}
