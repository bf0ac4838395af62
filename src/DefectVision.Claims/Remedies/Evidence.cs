namespace DefectVision.Claims.Remedies;

/// <summary>A piece of evidence that a remedy may need. Its words stand in the texts.</summary>
public enum Evidence
{
    Order,
    Parties,
    LotSize,
    ConfirmedItems,
    Invoice,
    Price,
    Currency,
    GuaranteedBound,
    AcceptanceCriteria,
    RemedyClause,
    InspectionPeriod,
    Contract,
    ArbitrationClause,
    GoverningLaw,

    /// <summary>A lot is shown to be worse than its AQL.</summary>
    WorseThanAgreed,
    RandomSample,
    Packet,
    Signature,
    Timestamp,
    ThirdPartyReport,

    /// <summary>Measured dimensions, or laboratory results.</summary>
    Measurements,
}
