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

    /// <summary>The report of this inspection.</summary>
    InspectionReport,
    ReworkCost,
    ReinspectionFee,

    /// <summary>From here on: what the program never knows of and the buyer provides.</summary>
    DefectSamples,
    Correspondence,
    WitnessStatements,
    ExpertStatement,

    /// <summary>Terms of the credit note, with the later order that it counts for.</summary>
    CreditTerms,

    /// <summary>Signed by both sides.</summary>
    ReplacementAgreement,

    /// <summary>The request for the remedy as it was sent.</summary>
    FormalRequest,
}
