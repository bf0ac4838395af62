namespace DefectVision.Claims.Remedies;

/// <summary>What a remedy rests on.</summary>
public enum GroundKind
{
    /// <summary>A clause of the agreement.</summary>
    Agreement,

    /// <summary>The law that the agreement names.</summary>
    Law,

    /// <summary>The other side's consent.</summary>
    Negotiation,

    /// <summary>Nothing: one side may not take it by itself, and neither the agreement nor a named law allows it.</summary>
    NotAgreed,
}
