using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Judging;

namespace DefectVision.Inspection.Tests;

/// <summary>Photos, items and lots for tests.</summary>
internal static class Make
{
    /// <summary>The agreement of the examples: hole critical, stain major, loose thread minor.</summary>
    public static Agreement Agreement { get; } = new()
    {
        Classes = new Dictionary<string, AgreedClass>
        {
            ["hole"] = new(Severity.Critical, Cause.Material),
            ["stain"] = new(Severity.Major, null),
            ["thread"] = new(Severity.Minor, null),
        },
    };

    public static AgreedTerms Terms { get; } = new(Agreement);

    public static InspectedFile Photo(Standing standing, string? defectClass = null, double score = 0) => new(
        "lot/photo.jpg", 100, new string('a', 64), PhotoOutcome.Scored, null, new PhotoPlace("lot", "item", ""), null, new Finding(score, standing, null, defectClass), null);

    public static InspectedFile Lost(PhotoOutcome outcome) => new(
        "lot/photo.jpg", 100, null, outcome, "a reason", new PhotoPlace("lot", "item", ""), null, null, null);

    public static Item Clear(int number) => ItemJudge.Judge($"clear-{number}", [Photo(Standing.Clear)], Terms);

    public static Item Flagged(string defectClass, int number) => ItemJudge.Judge($"{defectClass}-{number}", [Photo(Standing.Flagged, defectClass, 1)], Terms);

    public static Item Undecided(int number) => ItemJudge.Judge($"undecided-{number}", [Photo(Standing.TooCloseToCall)], Terms);

    /// <summary>A lot of so many items, the rest of them clear.</summary>
    public static Lot Lot(long? size, int items, int holes = 0, int stains = 0, int threads = 0, int undecided = 0) => new(
        "lot",
        size,
        ItemSource.Manifest,
        [
            .. Enumerable.Range(0, holes).Select(number => Flagged("hole", number)),
            .. Enumerable.Range(0, stains).Select(number => Flagged("stain", number)),
            .. Enumerable.Range(0, threads).Select(number => Flagged("thread", number)),
            .. Enumerable.Range(0, undecided).Select(Undecided),
            .. Enumerable.Range(0, items - holes - stains - threads - undecided).Select(Clear),
        ]);

    public static LotJudgement Judge(Lot lot, Agreement? agreement = null) => LotJudge.Judge(lot, new AgreedTerms(agreement ?? Agreement));

    public static PlanReading Reading(LotJudgement judgement, Severity severity) => judgement.Readings.Single(reading => reading.Severity == severity);
}
