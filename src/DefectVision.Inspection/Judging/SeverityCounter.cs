using DefectVision.Inspection.Reviewing;

namespace DefectVision.Inspection.Judging;

/// <summary>Counts items by severity, by what persons said of them: at least those that are settled, at most those that may still come to count.</summary>
internal static class SeverityCounter
{
    /// <summary>Beyond this many ways to settle the readers' ties the lot simply stays open.</summary>
    private const int MostWays = 1000;

    /// <returns>Every severity has an entry.</returns>
    public static IReadOnlyDictionary<Severity, SeverityCount> Of(IReadOnlyList<Item> items) => Enum.GetValues<Severity>().ToDictionary(severity => severity, severity =>
        new SeverityCount(items.Count(item => Is(item, severity)), items.Count(item => MayBe(item, severity)))
        {
            Flagged = items.Count(item => item.IsAwaiting && item.Severity == severity),
        });

    /// <summary>Confirmed at this severity, and no further reader can change it.</summary>
    public static bool Is(Item item, Severity severity) => item is { IsConfirmed: true, IsSuspectedDuplicate: false } && !IsTied(item) && item.Severity == severity;

    /// <summary>Of this severity, or an unread flag, a dispute, a tie or an item that is not decided may still make it one.</summary>
    public static bool MayBe(Item item, Severity severity) => item switch
    {
        { MayBeOfAnyKind: true } => true,
        { IsAwaiting: true } => item.Severity == severity,
        { Review.Answer: ReviewAnswer.Confirmed or ReviewAnswer.Disputed } => item.Severity == severity || item.SeverityAtMost == severity,
        _ => false,
    };

    /// <summary>Every way in which further readers may settle severities that are tied, the milder first; none where nothing is tied.</summary>
    public static IEnumerable<IReadOnlyList<Item>> Settled(IReadOnlyList<Item> items)
    {
        var tied = items.Where(IsTied).GroupBy(item => (item.Severity, item.SeverityAtMost)).Select(group => group.ToList()).ToList();
        if (tied.Count == 0 || tied.Aggregate(1L, (ways, group) => ways * (group.Count + 1)) > MostWays)
        {
            return [];
        }

        IEnumerable<IReadOnlyList<Item>> settled = [[.. items.Where(item => !IsTied(item))]];
        foreach (var group in tied)
        {
            settled = settled.SelectMany(way => Enumerable.Range(0, group.Count + 1).Select(worse => (IReadOnlyList<Item>)[.. way, .. group.Select((item, at) => At(item, at < worse))]));
        }

        return settled;
    }

    private static bool IsTied(Item item) => item.IsConfirmed && item.SeverityAtMost is { } worst && worst != item.Severity;

    private static Item At(Item item, bool isWorse) => item with { Severity = isWorse ? item.SeverityAtMost : item.Severity, SeverityAtMost = null };
}
