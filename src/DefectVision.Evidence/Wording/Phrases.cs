using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;
using DefectVision.Inspection;
using DefectVision.Inspection.Drawing;
using DefectVision.Inspection.Judging;
using DefectVision.Inspection.Reviewing;

namespace DefectVision.Evidence.Wording;

/// <summary>The sentences that must read the same wherever they stand.</summary>
public static class Phrases
{
    public static FormattableString Status { get; } = $"flagged by the model, not confirmed";

    public static FormattableString NotGiven { get; } = $"not given";

    public static FormattableString IfDrawnAtRandom => SampleStanding.IfDrawnAtRandom;

    public static FormattableString ByFlags { get; } = $"by model flags, not confirmed";

    public static FormattableString ByPersons { get; } = $"by confirmed items";

    /// <summary>What the verdict on a lot rests on.</summary>
    public static FormattableString VerdictBasis(LotJudgement judged) => judged.Verdict switch
    {
        Verdict.Reject => $"{Listed.Commas(judged.Deciding.Select(Basis))}",
        Verdict.Hold => $"not decided: {Listed.Commas(judged.Deciding.Select(section => new Word(section.Kind)))}",
        _ when judged.Tally.Review is { Unseen: 0 } => $"by persons, who looked at every item",
        _ when judged.Tally.Scored == 0 => $"by persons; {LookedAt(judged)}",
        _ => $"by model flags; {LookedAt(judged)}",
    };

    /// <summary>What the verdict on the whole rests on.</summary>
    public static FormattableString VerdictBasis(InspectionRecord record) =>
        record.Lots.Where(lot => lot.Verdict == record.Verdict).Select(VerdictBasis).DistinctBy(FormattableString.Invariant).ToList() switch
        {
            [var one] => one,
            [] when record.Lots.Count == 0 => $"no lot was found",
            [] => $"not decided: files outside any lot",
            _ => $"see each lot",
        };

    /// <summary>A verdict with what it rests on.</summary>
    public static FormattableString Concluded(Verdict verdict, FormattableString basis) => verdict == Verdict.Hold
        ? (FormattableString)$"{Marked(verdict)}: {basis}"
        : $"{Marked(verdict)}\u00A0{basis}";

    /// <summary>"3 of 32 items looked at by a person".</summary>
    public static FormattableString LookedAt(LotJudgement judged) =>
        $"{Figures.Count(judged.Tally.Items - (judged.Tally.Review?.Unseen ?? judged.Tally.Items))} of {Items(judged.Tally.Items)} looked at by a person";

    private static FormattableString Basis(LotSection section) => section.Kind switch
    {
        SectionKind.Workmanship => section.IsFailedByFlags ? ByFlags : ByPersons,
        SectionKind.Measurements => $"by measurements",
        _ => $"by tests",
    };

    /// <summary>Of a section that passes though something is missing, which cannot change the verdict, that it is incomplete.</summary>
    public static FormattableString Answer(LotSection section) => section.HasGaps ? $"Incomplete, no effect" : Answer(section.Answer);

    public static FormattableString Answer(SectionAnswer answer) => answer switch
    {
        SectionAnswer.Pass => $"Pass",
        SectionAnswer.Fail => $"Fail",
        SectionAnswer.Pending => $"Pending",
        _ => $"Not inspected",
    };

    /// <summary>Who or what shows that an item is defective; "nobody looked" where nothing does.</summary>
    public static FormattableString Proof(Item item)
    {
        var facts = item.ByFact.Select(fact => fact.Section == SectionKind.Measurements
            ? (FormattableString)$"out of tolerance: {fact.What}{On(fact.Date)}"
            : $"test failed: {fact.What}{On(fact.Date)}").ToList();
        return facts.Count == 0 ? Readers(item.Review)
            : item.Review is { } review ? $"{Listed.Semicolons([Readers(review), .. facts])}"
            : (FormattableString)$"{Listed.Semicolons(facts)}";
    }

    /// <summary>When a lot failed first: a day, or a moment where that is known.</summary>
    public static string Moment(FirstFailure failed) => failed.IsWholeDay ? Figures.Day(DateOnly.FromDateTime(failed.Moment.UtcDateTime)) : Figures.Date(failed.Moment);

    private static FormattableString On(DateOnly? date) => date is { } day ? $", {Figures.Day(day)}" : (FormattableString)$"";

    /// <summary>"confirmed: Li 2026-11-24 09:30 UTC; not confirmed: Wang …"; "nobody looked" without a review.</summary>
    public static FormattableString Readers(ItemReview? review) => review is null
        ? (FormattableString)$"nobody looked"
        : $"{Listed.Semicolons(review.Readings.Select(Reader))}";

    // Several defects of one item are named; a single one is that of the item.
    private static FormattableString Reader(ReaderAnswer answer) => answer switch
    {
        { Word: ReaderWord.Good } => $"not confirmed: {answer.Reader}, {answer.When}",
        { Word: ReaderWord.Unsure } => $"unsure: {answer.Reader}, {answer.When}",
        _ when answer.Lines.Count > 1 && answer.DefectClasses.Any() =>
            $"confirmed: {answer.Reader}, {answer.When} ({Listed.Commas(answer.DefectClasses.Select(name => new ClassName(name)))})",
        _ => $"confirmed: {answer.Reader}, {answer.When}",
    };

    /// <summary>What is known of a flagged or confirmed item, in words for a list.</summary>
    public static FormattableString StatusOf(Item item) => item switch
    {
        { Review: null } => Status,
        { Review: { Answer: ReviewAnswer.Confirmed } review } => $"confirmed by {Readers(review, isDefective: true)}",
        { IsOverruled: true, Review: var review } => $"overruled by {Readers(review, isDefective: false)}",
        { Review: { Answer: ReviewAnswer.Overruled } review } => $"found good by {Readers(review, isDefective: false)}",
        { Review.Readings: [var only] } => $"not decided: {only.Reader} is unsure",
        { Review: var review } => $"disputed among {Listed.Commas(review.Readings.Select(answer => answer.Reader))}",
    };

    /// <summary>What persons say of an item, in a word or two.</summary>
    public static FormattableString AnswerOf(Item item) => item.Review switch
    {
        null => $"nobody looked",
        { Answer: ReviewAnswer.Overruled } when !item.IsOverruled => $"found good",
        { Readings: [{ Word: ReaderWord.Unsure }] } => $"unsure",
        { } review => $"{new Word(review.Answer)}",
    };

    private static Listed Readers(ItemReview review, bool isDefective) =>
        Listed.Commas(review.Readings.Where(answer => answer.Word == (isDefective ? ReaderWord.Defective : ReaderWord.Good)).Select(answer => answer.Reader));

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
        PlanAnswer.RejectsByFlags => $"rejects by flags",
        PlanAnswer.BetweenNumbers => $"between Ac and Re",
        _ => $"information only",
    };

    public static FormattableString DefectClass(string? name) => name switch
    {
        null => $"class not named",
        _ => $"{new ClassName(name)}",
    };

    public static FormattableString Source(ItemSource source) => source switch
    {
        ItemSource.Manifest => $"the manifest names the item of each photo",
        ItemSource.SubFolders => $"each sub-folder of the lot is an item",
        ItemSource.FileNames => $"the file name holds the item and the view",
        ItemSource.DrawList => $"the names of the photos are those of the drawn items",
        _ => $"nothing tells the item: each photo was taken for an item of its own",
    };

    public static FormattableString Outcome(PhotoOutcome outcome) => outcome switch
    {
        PhotoOutcome.Scored => $"read whole and scored by the model",
        PhotoOutcome.Read => $"read whole; no model was named to score it",
        PhotoOutcome.Unreadable => $"named or shaped like a photo, its content cannot be read as one",
        PhotoOutcome.Truncated => $"part of the photo is missing: neither scored nor counted as good",
        PhotoOutcome.Damaged => $"its data was changed after it was written, and what it shows may not be what was photographed: neither scored nor counted as good",
        PhotoOutcome.UnsupportedFormat => $"an image in a format that is recognised and not read",
        PhotoOutcome.TooLarge => $"beyond the limits on bytes, sides or area",
        PhotoOutcome.Duplicate => $"byte for byte the same as a photo earlier in path order",
        PhotoOutcome.Attachment => $"kept with an item or a lot, and not scored",
        PhotoOutcome.NotAPhoto => $"a file that is not an image",
        PhotoOutcome.SystemFile => $"left behind by an operating system, or a mark for a program",
        _ => $"belongs to no lot, or was not looked into",
    };

    public static FormattableString Items(long count) => count == 1 ? (FormattableString)$"1 item" : $"{Figures.Count(count)} items";

    public static FormattableString Photos(long count) => count == 1 ? (FormattableString)$"1 photo" : $"{Figures.Count(count)} photos";

    /// <summary>"3", or "3 to 5" when items that could not be decided may add to it.</summary>
    public static FormattableString Range(SeverityCount count) =>
        count.AtLeast == count.AtMost ? (FormattableString)$"{Figures.Count(count.AtLeast)}" : $"{Figures.Count(count.AtLeast)} to {Figures.Count(count.AtMost)}";

    /// <summary>The two bounds as one sentence part, each with the level at which it holds.</summary>
    public static FormattableString Bounds(Lot lot, FlaggedShare share)
    {
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
