using DefectVision.Statistics;

namespace DefectVision.Inspection.Judging;

/// <summary>Counts the defects of a lot by what they are called and what they are associated with.</summary>
internal static class ShareCounter
{
    private static readonly ConfidenceLevel Alone = ConfidenceLevel.P95;

    public static DefectShares Of(LotJudgement judged)
    {
        var isByPersons = judged.Tally.Review is not null;
        if (judged.Lot.Items.Count == 0)
        {
            return new DefectShares(isByPersons, [], []);
        }

        // A suspected duplicate is among the undecided ones.
        var items = judged.Lot.Items.Where(item => !item.IsSuspectedDuplicate).ToList();
        var defective = items.Where(item => Counts(item, isByPersons)).ToList();
        var open = isByPersons ? items.Where(item => IsOpen(item)).ToList() : [];
        var named = defective.Concat(open).ToList();
        return new DefectShares(
            isByPersons,
            [
                .. Enum.GetValues<Cause>().Cast<Cause?>()
                    .Concat(named.Any(item => item.Cause is null) ? [null] : Array.Empty<Cause?>())
                    .Select(cause => new CauseShare(cause, Share(judged, [.. defective.Where(item => item.Cause == cause)], open.Count(item => item.Cause == cause)))),
            ],
            [
                .. named.Select(item => item.DefectClass).Distinct(StringComparer.Ordinal)
                    .Select(name => new ClassShare(name, Share(judged, [.. defective.Where(item => item.DefectClass == name)], open.Count(item => item.DefectClass == name))))
                    .OrderByDescending(share => share.Share.Found)
                    .ThenBy(share => share.DefectClass, StringComparer.Ordinal),
            ]);
    }

    private static CountedShare Share(LotJudgement judged, IReadOnlyCollection<Item> counted, long open)
    {
        var found = counted.Count;
        var (items, size) = (judged.Tally.Items, judged.Lot.SoundSize);
        var atMost = found + open + judged.Lot.Items.Count(item => item.MayBeOfAnyKind);
        var letter = judged.Sample.Class;
        if (judged.Lot.Cartons is not null)
        {
            var both = CartonBounds.Both(judged.Lot, counted, atMost, Alone);
            return new CountedShare(
                found, atMost, items, both.LowerRate, both.UpperRate, both.LowerItems, both.UpperItems, Alone.Value, both.Method, letter, judged.Tally.Review is { Unseen: > 0 } ? null : letter);
        }

        var lower = FlaggedShares.Bound(found, items, size, Alone, Side.Lower);
        var upper = FlaggedShares.Bound(atMost, items, size, Alone, Side.Upper);
        return new CountedShare(
            found, atMost, items, lower.Share, upper.Share, lower.Counted?.Lower, upper.Counted?.Upper, Alone.Value, lower.Method, letter, judged.Tally.Review is { Unseen: > 0 } ? null : letter);
    }

    private static bool Counts(Item item, bool isByPersons) => isByPersons ? item.IsConfirmed : item.Standing == ItemStanding.Flagged;

    // A flag that waits for a person, and an item on which the readers are divided, may still come to count.
    private static bool IsOpen(Item item) => item.Severity is not null && (item.Review is null || item.IsDisputed);
}
