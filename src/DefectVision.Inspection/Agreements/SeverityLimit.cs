namespace DefectVision.Inspection.Agreements;

/// <summary>What was agreed for one severity: an acceptance quality limit, a plan of the contract's own, a plan that accepts no defective item, or that none is allowed.</summary>
/// <param name="AqlPercent">From the series of ISO 2859-1, percent nonconforming items; null where no AQL was agreed.</param>
public sealed record SeverityLimit(decimal? AqlPercent)
{
    public static SeverityLimit NotAllowed { get; } = new((decimal?)null);

    /// <summary>The contract's own numbers, which decide in place of a table's; null where it gives none.</summary>
    public OwnPlan? Own { get; init; }

    /// <summary>A plan with acceptance number 0 whose sample size is computed; null where none was agreed.</summary>
    public ZeroAcceptance? Zero { get; init; }

    /// <summary>A lot may hold items of this severity, as far as the plan accepts them.</summary>
    public bool IsAllowed => AqlPercent is not null || Own is not null || Zero is not null;

    /// <summary>The plan is read from the tables of the standard.</summary>
    public bool NeedsTable => AqlPercent is not null && Own is null && Zero is null;

    /// <summary>As agreed: "AQL 2.5", "not allowed", "n 125, Ac 5, Re 6 (the contract's own plan)".</summary>
    public FormattableString InWords => (AqlPercent, (FormattableString?)Own?.InWords ?? Zero?.InWords) switch
    {
        (null, null) => $"not allowed",
        ({ } percent, null) => $"AQL {percent}",
        (null, { } plan) => plan,
        ({ } percent, { } plan) => $"AQL {percent}, {plan}",
    };

    public override string ToString() => FormattableString.Invariant(InWords);
}

/// <summary>What follows where more than Ac and fewer than Re defective items are found.</summary>
public enum BetweenNumbers
{
    /// <summary>Nothing was agreed: the lot is held.</summary>
    Hold,

    Accept,

    Reject,
}

/// <summary>A plan that the contract gives itself, without a table.</summary>
/// <param name="SampleSize">n, items; 1 or more.</param>
/// <param name="AcceptanceNumber">Ac: accept up to so many defective items; 0 or more.</param>
/// <param name="RejectionNumber">Re: reject from so many; above Ac, at most n + 1.</param>
public sealed record OwnPlan(int SampleSize, int AcceptanceNumber, int RejectionNumber)
{
    /// <summary>What the contract says of counts between the two numbers.</summary>
    public BetweenNumbers Between { get; init; }

    /// <summary>There are counts between the two numbers.</summary>
    public bool HasGap => RejectionNumber > AcceptanceNumber + 1;

    public FormattableString InWords => (HasGap, Between) switch
    {
        (true, BetweenNumbers.Accept) => $"n {SampleSize}, Ac {AcceptanceNumber}, Re {RejectionNumber}, accepted in between (the contract's own plan)",
        (true, BetweenNumbers.Reject) => $"n {SampleSize}, Ac {AcceptanceNumber}, Re {RejectionNumber}, rejected in between (the contract's own plan)",
        _ => $"n {SampleSize}, Ac {AcceptanceNumber}, Re {RejectionNumber} (the contract's own plan)",
    };
}

/// <summary>A plan with acceptance number 0: the smallest sample with which a lot of the limiting quality or worse is accepted with the consumer's risk at most.</summary>
/// <param name="LimitingQualityPercent">Percent defective items, 0.01 to 100.</param>
/// <param name="RiskPercent">The consumer's risk, percent, 0.01 to 50.</param>
/// <remarks>Exact: hypergeometric for a lot of known size, else binomial. No published table of zero-acceptance plans is copied.</remarks>
public sealed record ZeroAcceptance(decimal LimitingQualityPercent, decimal RiskPercent)
{
    /// <summary>The risk that is taken where none was agreed, percent: that of the limiting quality of ISO 2859-2.</summary>
    public const decimal DefaultRisk = 10;

    /// <summary>Nobody agreed the risk.</summary>
    public bool IsRiskDefault { get; init; }

    public FormattableString InWords => IsRiskDefault
        ? $"c = 0, limiting quality {LimitingQualityPercent} %, consumer's risk {RiskPercent} % (default)"
        : (FormattableString)$"c = 0, limiting quality {LimitingQualityPercent} %, consumer's risk {RiskPercent} %";
}

/// <summary>A limit for severities that are counted together, or for one of them.</summary>
/// <param name="Severity">Those counted.</param>
/// <param name="Limit">What was agreed.</param>
/// <param name="IsDefault">It stands in for what nobody agreed.</param>
public sealed record AgreedLimit(SeverityRange Severity, SeverityLimit Limit, bool IsDefault = false)
{
    /// <summary>The limits as they are read: those of the worst severity first, of one severity before those of several.</summary>
    public static IReadOnlyList<AgreedLimit> Ordered(IEnumerable<AgreedLimit> limits) =>
        [.. limits.OrderByDescending(limit => limit.Severity.Worst).ThenByDescending(limit => limit.Severity.Mildest)];
}
