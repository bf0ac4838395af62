using DefectVision.Inspection.Judging;
using DefectVision.Statistics;

namespace DefectVision.Inspection.Reviewing;

/// <summary>
/// The order in which items are put before readers. Lots whose verdict answers can still change come first; in a lot first what something points at, what is perhaps other goods before the most suspect,
/// with the audit sample mixed in at random, then the rest. Where no model judges, the most unlike the others come first, with the audit sample mixed in.
/// The same for every reader, so that a second reader meets the items of the first.
/// </summary>
public static class ReviewQueue
{
    /// <param name="lots">As they were judged before the review: what is said in it does not move the queue.</param>
    /// <param name="protocol">Draws the audit sample.</param>
    public static IReadOnlyList<QueuedItem> Of(IReadOnlyList<LotJudgement> lots, ReviewProtocol protocol)
    {
        ArgumentNullException.ThrowIfNull(lots);
        var parts = lots
            .OrderBy(judged => CanChange(judged) ? 0 : 1)
            .ThenBy(judged => judged.Lot.Name, StringComparer.Ordinal)
            .Select(judged => Parts(judged, protocol))
            .ToList();
        return [.. parts.SelectMany(part => part.First), .. parts.SelectMany(part => part.Later)];
    }

    // What is rejected by measurements or tests stays rejected whatever readers say.
    private static bool CanChange(LotJudgement judged) => judged.Verdict == Verdict.Hold || judged.IsRejectedByFlags;

    private static (IReadOnlyList<QueuedItem> First, IReadOnlyList<QueuedItem> Later) Parts(LotJudgement judged, ReviewProtocol protocol)
    {
        var audit = AuditSample.Of(judged.Lot, protocol);
        var drawn = audit.Drawn.ToHashSet();
        var isOrdered = judged.Lot.AllItems.All(item => item.Score is null);
        var rest = Ranked(audit.Rest.Where(item => isOrdered || !drawn.Contains(item)).Concat(judged.Lot.NotDrawn)).ToList();
        var mixed = Mixed(Seen(Ranked(audit.Pointed).Concat(isOrdered ? rest : [])), Seen(audit.Drawn), protocol.Seed, judged.Lot.Name);
        return
        (
            [.. mixed.Select(item => new QueuedItem(judged, item, ReasonOf(item, drawn, isOrdered)))],
            isOrdered ? [] : [.. Seen(rest).Select(item => new QueuedItem(judged, item, ReasonOf(item, drawn, isOrdered)))]
        );
    }

    private static ReviewReason ReasonOf(Item item, HashSet<Item> drawn, bool isOrdered) =>
        item.Standing == ItemStanding.Flagged ? ReviewReason.Flagged
        : drawn.Contains(item) ? ReviewReason.AuditSample
        : AuditSample.IsPointedAt(item) ? ReviewReason.Undecided
        : isOrdered ? ReviewReason.Order
        : ReviewReason.Rest;

    private static List<Item> Seen(IEnumerable<Item> items) => [.. items.Where(item => item.HasReadablePhoto)];

    private static IEnumerable<Item> Ranked(IEnumerable<Item> items) => items
        .OrderByDescending(item => item.IsPerhapsOtherGoods)
        .ThenByDescending(item => item.Rank)
        .ThenBy(item => item.Name, StringComparer.Ordinal);

    // Each keeps its order; at each step one is taken with the chance of its share of what is left, so that no place tells which it is from.
    private static IEnumerable<Item> Mixed(List<Item> first, List<Item> drawn, ulong seed, string lot)
    {
        var generator = new PinnedGenerator(seed, ~AuditSample.StreamOf(lot));
        var (one, other) = (0, 0);
        var met = new HashSet<Item>();
        while (one < first.Count || other < drawn.Count)
        {
            var left = first.Count - one + drawn.Count - other;
            var item = generator.NextInt(left) < first.Count - one ? first[one++] : drawn[other++];
            if (met.Add(item))
            {
                yield return item;
            }
        }
    }
}
