namespace DefectVision.Claims;

/// <summary>What a claim rests on beside the inspection's record. What is null is not known while the files are written.</summary>
/// <param name="HasPacket">An evidence packet lies there, or is being made.</param>
/// <param name="IsSigned">Its seal is signed.</param>
/// <param name="IsTimestamped">Its seal carries a trusted timestamp.</param>
public sealed record ClaimFacts(bool? HasPacket, bool? IsSigned, bool? IsTimestamped)
{
    /// <summary>SHA-256 of the summary that the claim was made of, lower-case hex: tells a claim of an earlier state. Null when not at hand.</summary>
    public string? SummarySha256 { get; init; }

    /// <summary>What came of the claim so far. Null where nobody told.</summary>
    public CaseStory? Story { get; init; }

    public static ClaimFacts None { get; } = new(false, false, false);
}
