using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;
using DefectVision.Inspection;
using DefectVision.Inspection.Judging;
using DefectVision.Inspection.Reviewing;

namespace DefectVision.Evidence.Wording;

/// <summary>The sentences that must read the same wherever they stand.</summary>
internal static class Phrases
{
    public static FormattableString Status { get; } = $"flagged by the model, not confirmed";

    public static FormattableString NotGiven { get; } = $"not given";

    public static FormattableString IfDrawnAtRandom { get; } = $"if the items photographed were drawn at random from the lot";

    public static FormattableString ByFlags { get; } = $"by model flags, not confirmed";

    public static FormattableString ByPersons { get; } = $"by confirmed items";

    private static FormattableString ByBoth { get; } = $"by confirmed items where a person looked, else by model flags";

    /// <summary>What the verdict on a lot rests on.</summary>
    public static FormattableString VerdictBasis(LotJudgement judged) => judged.Tally.Review is null ? ByFlags : ByPersons;

    /// <summary>What the verdict on the whole rests on.</summary>
    public static FormattableString VerdictBasis(InspectionRecord record) =>
        record.Lots.Select(VerdictBasis).Distinct().ToList() is { Count: <= 1 } one ? one.FirstOrDefault(ByFlags) : ByBoth;

    /// <summary>"confirmed: Li 2026-11-24 09:30 UTC; not confirmed: Wang …"; "nobody looked" without a review.</summary>
    public static FormattableString Readers(ItemReview? review) => review is null
        ? (FormattableString)$"nobody looked"
        : $"{Listed.Semicolons(review.Readings.Select(reading => reading.IsDefective
            ? (FormattableString)$"confirmed: {reading.Reader}, {Figures.Date(reading.Time)}"
            : $"not confirmed: {reading.Reader}, {Figures.Date(reading.Time)}"))}";

    /// <summary>What is known of a flagged or confirmed item, in words for a list.</summary>
    public static FormattableString StatusOf(Item item) => item.Review switch
    {
        null => Status,
        { Answer: ReviewAnswer.Confirmed } review => $"confirmed by {Readers(review, isDefective: true)}",
        { Answer: ReviewAnswer.Overruled } review => $"overruled by {Readers(review, isDefective: false)}",
        { } review => $"disputed among {Listed.Commas(review.Readings.Select(reading => reading.Reader))}",
    };

    private static Listed Readers(ItemReview review, bool isDefective) =>
        Listed.Commas(review.Readings.Where(reading => reading.IsDefective == isDefective).Select(reading => reading.Reader));

    public static FormattableString Answer(Verdict verdict) => verdict switch
    {
        Verdict.Accept => $"Accept",
        Verdict.Reject => $"Reject",
        _ => $"Hold",
    };

    /// <summary>The shape of a verdict and its word.</summary>
    public static FormattableString Marked(Verdict verdict) => $"{Piece.Mark(verdict)}{new Styled(Answer(verdict), Setting.Strong)}";

    public static FormattableString Answer(PlanAnswer answer) => answer switch
    {
        PlanAnswer.Accepts => $"accepts",
        PlanAnswer.Rejects => $"rejects",
        PlanAnswer.Undecided => $"undecided",
        PlanAnswer.TooFewItems => $"too few items",
        _ => $"information only",
    };

    public static FormattableString DefectClass(string? name) => name switch
    {
        null => $"class not named by the model",
        _ => $"{name}",
    };

    /// <summary>As agreed: "AQL 2.5", "not allowed".</summary>
    public static FormattableString Limit(decimal? aqlPercent) => aqlPercent switch
    {
        null => $"not allowed",
        { } percent => $"AQL {percent}",
    };

    public static FormattableString Source(ItemSource source) => source switch
    {
        ItemSource.Manifest => $"the manifest names the item of each photo",
        ItemSource.SubFolders => $"each sub-folder of the lot is an item",
        ItemSource.FileNames => $"the file name holds the item and the view",
        _ => $"nothing tells the item: each photo was taken for an item of its own",
    };

    public static FormattableString Outcome(PhotoOutcome outcome) => outcome switch
    {
        PhotoOutcome.Scored => $"read whole and scored by the model",
        PhotoOutcome.Unreadable => $"named or shaped like a photo, its content cannot be read as one",
        PhotoOutcome.Truncated => $"part of the photo is missing: neither scored nor counted as good",
        PhotoOutcome.UnsupportedFormat => $"an image in a format that is recognised and not read",
        PhotoOutcome.TooLarge => $"beyond the limits on bytes, sides or area",
        PhotoOutcome.Duplicate => $"byte for byte the same as a photo earlier in path order",
        PhotoOutcome.NotAPhoto => $"a file that is not an image",
        PhotoOutcome.SystemFile => $"left behind by an operating system",
        _ => $"belongs to no lot, or is a link that leaves the folder",
    };

    public static FormattableString Items(long count) => count == 1 ? (FormattableString)$"1 item" : $"{Figures.Count(count)} items";

    public static FormattableString Photos(long count) => count == 1 ? (FormattableString)$"1 photo" : $"{Figures.Count(count)} photos";

    /// <summary>"3", or "3 to 5" when items that could not be decided may add to it.</summary>
    public static FormattableString Range(SeverityCount count) =>
        count.AtLeast == count.AtMost ? (FormattableString)$"{Figures.Count(count.AtLeast)}" : $"{Figures.Count(count.AtLeast)} to {Figures.Count(count.AtMost)}";

    /// <summary>The two bounds as one sentence part, each with the level at which it holds.</summary>
    public static FormattableString Bounds(Lot lot, FlaggedShare? share)
    {
        if (share is null)
        {
            return $"no item was photographed, so nothing can be said of the lot";
        }

        var level = Figures.Level(share.Confidence);
        if (lot.Size is { } size && share is { LowerItems: { } low, UpperItems: { } high })
        {
            return low == 0
                ? (FormattableString)$"at most {Figures.Count(high)} ({Figures.Upper(share.UpperRate)}) of the lot's {Items(size)} would be flagged, {level}; no lower bound above zero"
                : $"at least {Figures.Count(low)} ({Figures.Lower(share.LowerRate)}) and at most {Figures.Count(high)} ({Figures.Upper(share.UpperRate)}) of the lot's {Items(size)} would be flagged, {level} each";
        }

        return share.LowerRate > 0
            ? (FormattableString)$"at least {Figures.Lower(share.LowerRate)} and at most {Figures.Upper(share.UpperRate)} of the lot's items would be flagged, {level} each"
            : $"at most {Figures.Upper(share.UpperRate)} of the lot's items would be flagged, {level}; no lower bound above zero";
    }
}
