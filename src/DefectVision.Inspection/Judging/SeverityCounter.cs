using DefectVision.Inspection.Reviewing;

namespace DefectVision.Inspection.Judging;

/// <summary>Counts items by severity, by what persons said of them: at least those that are settled, at most those that may still come to count.</summary>
internal static class SeverityCounter
{
    /// <summary>Beyond this many ways to settle the readers' ties the lot simply stays open.</summary>
    private const int MostWays = 1000;

    /// <returns>Every severity has an entry.</returns>
    public static IReadOnlyDictionary<Severity, SeverityCount> Of(IReadOnlyList<Item> items) =>
        Enum.GetValues<Severity>().ToDictionary(severity => severity, severity => Of(items, severity));

    /// <summary>The items of one severity, or of several together: an item counts once.</summary>
    public static SeverityCount Of(IReadOnlyList<Item> items, SeverityRange severity) =>
        new(items.Count(item => Is(item, severity)), items.Count(item => MayBe(item, severity)))
        {
            Flagged = items.Count(item => item.IsAwaiting && severity.Contains(item.Severity)),
            Unsure = items.Count(item => item is { IsAwaiting: true, IsFlagUnsure: true } && severity.Contains(item.Severity)),
        };

    /// <summary>Confirmed at one of these severities, and no further reader can take it out of them.</summary>
    public static bool Is(Item item, SeverityRange severity) =>
        item is { IsConfirmed: true, IsSuspectedDuplicate: false } && severity.Contains(item.Severity) && severity.Contains(item.SeverityAtMost);

    /// <summary>Of this severity, or an unread flag, a dispute, a tie or an item that is not decided may still make it one.</summary>
    public static bool MayBe(Item item, SeverityRange severity) => item switch
    {
        { MayBeOfAnyKind: true } => true,
        { IsAwaiting: true } => severity.Contains(item.Severity),
        { Review.Answer: ReviewAnswer.Confirmed or ReviewAnswer.Disputed } => severity.Contains(item.Severity) || severity.Contains(item.SeverityAtMost),
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
