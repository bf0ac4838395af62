namespace DefectVision.Evidence.Packets;

/// <summary>What became of a check.</summary>
public enum CheckAnswer
{
    /// <summary>It is as sealed.</summary>
    Holds,

    /// <summary>It is not.</summary>
    Fails,

    /// <summary>It could not be checked, or says less than a reader may think.</summary>
    NotChecked,
}

/// <summary>One thing that was checked.</summary>
/// <param name="Part">A file of the packet, or what joins several.</param>
/// <param name="Answer">What became of it.</param>
/// <param name="Detail">Found and wanted, or what it is worth.</param>
public sealed record CheckedPart(string Part, CheckAnswer Answer, string Detail)
{
    internal static CheckedPart Holds(string part, string detail) => new(part, CheckAnswer.Holds, detail);

    internal static CheckedPart Fails(string part, string detail) => new(part, CheckAnswer.Fails, detail);

    internal static CheckedPart NotChecked(string part, string detail) => new(part, CheckAnswer.NotChecked, detail);
}

/// <summary>What a packet is held against, beside itself.</summary>
public sealed record CheckOptions
{
    /// <summary>SHA-256 of the certificate that must have signed, lower-case hex; null: any.</summary>
    public string? Signer { get; init; }

    /// <summary>Authorities that the signing certificate must lead to; null: any.</summary>
    public TrustedRoots? Trust { get; init; }

    /// <summary>A packet that nobody signed does not hold.</summary>
    public bool WantsSignature { get; init; }

    /// <summary>By which a certificate is valid or expired, where authorities are told.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>The root as it was told another way, lower-case hex; null: not told.</summary>
    public string? Root { get; init; }

    /// <summary>How its photos are scored again; null: they are not.</summary>
    public Rescoring? Rescoring { get; init; }
}

/// <summary>What a packet's check gave.</summary>
/// <param name="Root">As the seal has it; null without a seal that can be read.</param>
/// <param name="SealSha256">Of the seal's bytes.</param>
/// <param name="Parts">Everything that was looked at.</param>
public sealed record PacketFindings(string? Root, string? SealSha256, IReadOnlyList<CheckedPart> Parts)
{
    /// <summary>It holds a signature, good or bad; who signed is another question.</summary>
    public bool IsSigned { get; init; }

    /// <summary>Nothing was found that does not hold.</summary>
    public bool Holds => Parts.All(part => part.Answer != CheckAnswer.Fails);
}
