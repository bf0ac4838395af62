using DefectVision.Inspection.Judging;
using DefectVision.Statistics;
using DefectVision.Statistics.Intervals;
using DefectVision.Statistics.Verification;

namespace DefectVision.Inspection.Reviewing;

/// <summary>
/// What a review says of the items of a lot that nobody read: a random share of them was read. Everything that something points at counts as defective until readers find it
/// good, and so does a drawn item on which they do not decide. It holds whatever the model's errors are. Protocol 2.6 of the statistics page.
/// </summary>
/// <param name="Pointed">Items that something points at: all of them are to be read.</param>
/// <param name="PointedFoundGood">Of those, found good by their readers.</param>
/// <param name="PointedConfirmed">Of those, found defective by their readers.</param>
/// <param name="Rest">The other items of the sample.</param>
/// <param name="Audit">Of the rest, drawn for the audit sample; <see cref="Tally.Count"/> of them read.</param>
/// <param name="Found">Of the drawn and read items, found defective.</param>
/// <param name="NotDecided">Of the drawn and read items, those on which readers are divided or unsure.</param>
public sealed record LotVerification(long Pointed, long PointedFoundGood, long PointedConfirmed, long Rest, Tally Audit, long Found, long NotDecided)
{
    /// <summary>Of the rest, drawn or not, found defective by their readers.</summary>
    public long RestConfirmed { get; init; }

    /// <summary>Of the rest, drawn or not, found good by their readers.</summary>
    public long RestFoundGood { get; init; }

    /// <summary>Of each statement by itself. They are no part of the analysis plan.</summary>
    public static ConfidenceLevel Level => ConfidenceLevel.P95;

    /// <summary>Every drawn item was read: only then is what was read a random sample.</summary>
    public bool IsAuditRead => Audit.Count == Audit.Total;

    /// <summary>Readers decided on everything that something points at.</summary>
    public bool IsPointedRead => PointedFoundGood + PointedConfirmed == Pointed;

    /// <summary>
    /// Defective items among the rest, at most, class G; null until the audit sample is read. Never fewer than readers found, and never so many that those found good would not fit.
    /// </summary>
    public long? MissedAtMost => IsRestRead ? RestConfirmed : !IsAuditRead || Audit.Total == 0 ? null
        : Math.Clamp(Hypergeometric.Bound(Found + NotDecided, Audit.Total, Rest, Level, Side.Upper).Upper, RestConfirmed, Rest - RestFoundGood);

    /// <summary>Defective items among the rest, at least, class G; null until the audit sample is read.</summary>
    public long? MissedAtLeast => IsRestRead ? RestConfirmed : MissedAtMost is not { } most ? null
        : Math.Clamp(Hypergeometric.Bound(Found, Audit.Total, Rest, Level, Side.Lower).Lower, RestConfirmed, most);

    /// <summary>The unbiased estimate of defective items among the rest from the audit sample alone, class A; null until it is read, and where readers leave some of it open.</summary>
    public double? MissedEstimate => IsRestRead ? RestConfirmed : MissedAtMost is null || NotDecided > 0 ? null : (double)Found * Rest / Audit.Total;

    /// <summary>Readers decided on every item of the rest: nothing is left to chance.</summary>
    public bool IsRestRead => RestConfirmed + RestFoundGood == Rest;

    /// <summary>Of the defective items those that something pointed at, 0 to 1: the least and the most that fits; null until everything pointed at and drawn is decided, and where none is defective.</summary>
    public (double AtLeast, double AtMost)? Caught => !IsPointedRead || MissedAtMost is not { } most || PointedConfirmed + most == 0 ? null
        : (Share(PointedConfirmed, most), Share(PointedConfirmed, MissedAtLeast!.Value));

    /// <summary>Of the good items those that nothing pointed at, 0 to 1: the least and the most that fits; null as before, and where none is good.</summary>
    public (double AtLeast, double AtMost)? LetPass => !IsPointedRead || MissedAtMost is not { } most || Rest + PointedFoundGood == 0 ? null
        : (Share(Rest - most, PointedFoundGood), Share(Rest - MissedAtLeast!.Value, PointedFoundGood));

    /// <summary>Upper bound for the defective items of the lot, class G where the sample speaks for the lot; null until the audit sample is read, and without a lot size.</summary>
    /// <param name="lotSize">Null when it is not known.</param>
    public CountInterval? AtMost(long? lotSize) => MissedAtMost is null || lotSize is not { } size || size < Pointed + Rest || Pointed + Rest == 0 ? null
        : new VerificationChain(
            new VerifiedStratum(Pointed, new Tally(Pointed - PointedFoundGood, Pointed)),
            new VerifiedStratum(Rest, IsRestRead ? new Tally(RestConfirmed, Rest) : new Tally(Found + NotDecided, Audit.Total)),
            size).BoundLot(Level, Side.Upper);

    /// <param name="judged">The lot, with the answers that stand.</param>
    /// <param name="protocol">Of the review.</param>
    public static LotVerification Of(LotJudgement judged, ReviewProtocol protocol)
    {
        ArgumentNullException.ThrowIfNull(judged);
        var audit = AuditSample.Of(judged.Lot, protocol);
        var read = audit.Drawn.Where(item => item.Review is not null).ToList();
        return new LotVerification(
            audit.Pointed.Count,
            audit.Pointed.Count(item => item.Review?.Answer == ReviewAnswer.Overruled && !item.IsSuspectedDuplicate),
            audit.Pointed.Count(item => item.IsConfirmed),
            audit.Rest.Count,
            new Tally(read.Count, audit.Drawn.Count),
            read.Count(item => item.Review!.Answer == ReviewAnswer.Confirmed),
            read.Count(item => item.Review!.Answer == ReviewAnswer.Disputed))
        {
            RestConfirmed = audit.Rest.Count(item => item.Review?.Answer == ReviewAnswer.Confirmed),
            RestFoundGood = audit.Rest.Count(item => item.Review?.Answer == ReviewAnswer.Overruled),
        };
    }

    private static double Share(long part, long other) => part + other == 0 ? 1 : (double)part / (part + other);
}
