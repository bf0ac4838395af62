namespace DefectVision.History;

/// <summary>How far a claim has come.</summary>
public enum ClaimState
{
    /// <summary>Nothing is asked.</summary>
    None,

    /// <summary>Something may be asked, and nobody told that the supplier was notified.</summary>
    NotSent,

    /// <summary>The supplier was notified.</summary>
    Sent,

    /// <summary>He answered.</summary>
    Answered,

    /// <summary>A remedy or an amount was agreed.</summary>
    Agreed,

    /// <summary>It was received, or nothing was agreed to be paid.</summary>
    Settled,
}
