using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Claiming;
using DefectVision.Inspection.Drawing;
using DefectVision.Statistics;

namespace DefectVision.Inspection.Judging;

/// <summary>
/// Exact one-sided bounds for the share of the lot's items that the model would flag. Two separate statements: each holds at the confidence level.
/// Undecided items count as clear in the lower bound and as flagged in the upper one.
/// </summary>
/// <param name="Confidence">Of each side, 0 to 1.</param>
/// <param name="LowerRate">At least this share, 0 to 1.</param>
/// <param name="UpperRate">At most this share, 0 to 1.</param>
/// <param name="LowerItems">At least this many items of the lot; null when the lot's size is unknown.</param>
/// <param name="UpperItems">At most this many items of the lot; null when the lot's size is unknown.</param>
/// <param name="Method">Name and version of the method.</param>
public sealed record FlaggedShare(
    double Confidence,
    double LowerRate,
    double UpperRate,
    long? LowerItems,
    long? UpperItems,
    string Method);

/// <summary>What a sampling plan says of a lot.</summary>
public enum PlanAnswer
{
    Accepts,
    Rejects,

    /// <summary>Items that are not decided, or flags that nobody has read, would turn the answer.</summary>
    Undecided,

    /// <summary>Flags that nobody has read exceed the AQL even after allowing for the model's false alarms.</summary>
    RejectsByFlags,

    /// <summary>More than Ac and fewer than Re, and the contract's own plan does not say what follows.</summary>
    BetweenNumbers,

    /// <summary>Fewer items were photographed than the plan asks for.</summary>
    TooFewItems,

    /// <summary>Printed as information: the number of items photographed is not the plan's, or the lot size is unknown.</summary>
    Information,
}

/// <summary>A sampling plan read for one severity.</summary>
/// <param name="Severity">Whose items are counted: those of one severity, or of several together.</param>
/// <param name="AqlPercent">As agreed; null where no AQL was.</param>
/// <param name="Plan">Where its numbers come from (edition, level, inspection severity and code letter; the contract; a computation) and the sample size, in words; null when no plan applies.</param>
/// <param name="SampleSize">Items the plan asks for; null when no plan applies.</param>
/// <param name="AcceptanceNumber">Ac; null when no plan applies.</param>
/// <param name="RejectionNumber">Re; null when no plan applies.</param>
/// <param name="Count">Items of this severity, at least and at most.</param>
/// <param name="Answer">What follows.</param>
/// <param name="Reason">The answer in a sentence.</param>
public sealed record PlanReading(
    SeverityRange Severity,
    decimal? AqlPercent,
    FormattableString? Plan,
    long? SampleSize,
    int? AcceptanceNumber,
    int? RejectionNumber,
    SeverityCount Count,
    PlanAnswer Answer,
    FormattableString Reason)
{
    /// <summary>The contract's own plan for this severity; null where it gives none.</summary>
    public OwnPlan? Own { get; init; }

    /// <summary>The agreed plan with c = 0; null where none was agreed.</summary>
    public ZeroAcceptance? Zero { get; init; }

    /// <summary>The limit as agreed.</summary>
    public SeverityLimit Limit => new(AqlPercent) { Own = Own, Zero = Zero };

    /// <summary>The most items of this severity that the plan accepts: Ac, or more where a count between Ac and Re accepts; null when no plan applies.</summary>
    public int? AcceptsUpTo { get => field ?? AcceptanceNumber; init; }

    /// <summary>More than Ac and fewer than Re under reduced inspection of MIL-STD-105E: accepted, and inspection returns to normal for the next lot.</summary>
    public bool ReturnsToNormal { get; init; }

    /// <summary>What follows for the section at this severity: pass, fail or pending.</summary>
    public SectionAnswer Conclusion { get; init; }

    /// <summary>How the plan judges between good and bad; null when no plan applies or the size of the lot is not known.</summary>
    public PlanProtection? Protection { get; init; }
}

/// <summary>How well a plan tells good lots from bad ones: points of its OC curve.</summary>
/// <param name="Observed">The quality counted in this lot, 0 to 1.</param>
/// <param name="AcceptsObserved">The chance that the plan accepts a lot of this size and quality (hypergeometric), 0 to 1.</param>
/// <param name="AcceptedOneInTen">The process quality that it accepts one time in ten (binomial), 0 to 1.</param>
/// <param name="LimitingItems">For this lot alone: the fewest defective items at which it is accepted one time in ten at most (hypergeometric; the definition of ISO 2859-2).</param>
/// <param name="LimitingQuality">The same as a share of the lot, 0 to 1.</param>
public sealed record PlanProtection(double Observed, double AcceptsObserved, double AcceptedOneInTen, long LimitingItems, double LimitingQuality);

/// <summary>A lot with everything that was concluded about it.</summary>
/// <param name="Lot">Its items.</param>
/// <param name="Tally">Its items, counted.</param>
/// <param name="FlaggedShare">Null when no item was scored.</param>
/// <param name="Sections">Every section once, in the order of <see cref="SectionKind"/>.</param>
/// <param name="Remarks">What a reader must know of this lot besides the verdict, such as photos taken for items.</param>
public sealed record LotJudgement(
    Lot Lot,
    LotTally Tally,
    FlaggedShare? FlaggedShare,
    IReadOnlyList<LotSection> Sections,
    IReadOnlyList<FormattableString> Remarks)
{
    /// <summary>Any section that fails rejects; else any that is open holds; else the lot is accepted.</summary>
    public Verdict Verdict =>
        Sections.Any(section => section.Answer == SectionAnswer.Fail) ? Verdict.Reject
        : Sections.Any(section => section.IsOpen) ? Verdict.Hold
        : Verdict.Accept;

    /// <summary>The sections that decided, then the others: a sentence or more of each, the deciding one first.</summary>
    public IReadOnlyList<FormattableString> Reasons =>
        [.. Sections.OrderBy(section => Decided(section) ? 0 : 1).ThenBy(Place).SelectMany(section => section.Reasons)];

    /// <summary>The sections that the verdict rests on: those that failed; of a held lot those that are open.</summary>
    public IEnumerable<LotSection> Deciding => Sections.Where(Decided);

    public LotSection Section(SectionKind kind) => Sections.Single(section => section.Kind == kind);

    /// <summary>The sampling plan of the workmanship, one reading per severity, worst first.</summary>
    public IReadOnlyList<PlanReading> Readings => Section(SectionKind.Workmanship).Readings;

    /// <summary>The lot is rejected by flags that nobody has read, and by nothing else.</summary>
    public bool IsRejectedByFlags => Verdict == Verdict.Reject && Deciding.All(section => section.IsFailedByFlags);

    /// <summary>Whether bounds for the lot are guaranteed, and what would be needed if not.</summary>
    public SampleStanding Sample { get; init; } = new($"not recorded", [$"How the items were chosen is not recorded."]);

    /// <summary>The evidence that first made the lot fail; null unless it is rejected.</summary>
    public FirstFailure? Failed { get; init; }

    /// <summary>
    /// Bounds for the share of the lot's items that would be found defective in the same way: those shown defective so far at least, with those still open at most.
    /// Null where nobody has looked at anything.
    /// </summary>
    public FlaggedShare? ShownShare => !HasEvidence || Tally.Items == 0
        ? null
        : Lot.Cartons is not null ? CartonBounds.Both(Lot, Lot.Items.Where(IsShown), ShownAtMost, ConfidenceLevel.P95)
        : FlaggedShares.Both(Shown, ShownAtMost, Tally.Items, Lot.SoundSize, ConfidenceLevel.P95);

    /// <summary>Items of the sample that are shown defective and are no other item once more.</summary>
    public long Shown => Lot.Items.Count(IsShown);

    /// <summary>The lot's defects by cause and by class.</summary>
    public DefectShares Shares => ShareCounter.Of(this);

    /// <summary>A person, a measurement or a test speaks of this lot: flags alone are no evidence.</summary>
    public bool HasEvidence =>
        Tally.Review is not null
        || Lot.NotDrawn.Any(item => item.Review is not null || item.ByFact.Count > 0)
        || Section(SectionKind.Measurements).Items > 0
        || Section(SectionKind.Tests) is { Items: > 0 } or { Answer: SectionAnswer.Fail };

    /// <summary>The items shown not to conform, drawn or not, in ordinal order: by persons, measurements or tests.</summary>
    public IReadOnlyList<Item> Nonconforming =>
        [.. Lot.AllItems.Where(item => item.IsNonconforming).OrderBy(item => item.Name, StringComparer.Ordinal)];

    /// <summary>What may be said against the lot; null where no plan of statements was made.</summary>
    public LotClaim? Claim { get; init; }

    private long ShownAtMost => Shown + Lot.Items.Count(item => item.IsOpen && !item.IsNonconforming);

    private static bool IsShown(Item item) => item is { IsNonconforming: true, IsSuspectedDuplicate: false };

    private bool Decided(LotSection section) => Verdict switch
    {
        Verdict.Reject => section.Answer == SectionAnswer.Fail,
        Verdict.Hold => section.IsOpen,
        _ => section.Kind == SectionKind.Workmanship,
    };

    // A gap in the photos is what a person can close: it is named before what it leaves open.
    private static int Place(LotSection section) => section.Kind == SectionKind.QuantityAndPhotos && section.IsOpen ? -1 : (int)section.Kind;
}
