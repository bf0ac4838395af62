using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;
using DefectVision.Inspection.Judging;

namespace DefectVision.Evidence.Report;

/// <summary>Page one's sentences on flags that reject nothing before a person has read them.</summary>
internal static class UnsureFlagNotes
{
    public static IEnumerable<FormattableString> Of(InspectionRecord record)
    {
        if (record.Model is { TellsGoods: false, OrdersOnly: false } && record.Lots.Any(lot => lot.Tally.Scored > 0))
        {
            yield return $"This model cannot tell whether it knows these goods: its flags alone reject nothing.";
        }

        if (LotNames.Of(record, lot => Outside(lot) > 0) is { } outside)
        {
            yield return $"Photos of {Phrases.Items(record.Lots.Sum(Outside))} flagged in {outside} are unlike those that the model learned from, such as {Example(record)}: these flags reject nothing before a person has looked.";
        }

        if (LotNames.Of(record, IsOutside) is { } lots)
        {
            var photo = record.Lots.First(IsOutside).Lot.PhotosOutsideRange.First();
            yield return $"Many photos of {lots} are unlike those that the model learned from, such as {Piece.Name(photo.Path)} ({photo.Finding!.OutsideTrainedRange!}): no flag there rejects before a person has looked.";
        }

        var other = record.Lots
            .Select(lot => (Lot: lot.Lot.Name, Items: lot.Lot.AllItems.Where(IsOther).Select(item => item.Name).ToList()))
            .Where(lot => lot.Items.Count > 0)
            .Select(lot => (FormattableString)$"{Piece.Name(LotNames.Short(record, lot.Lot))} ({Names.Some(lot.Items)})")
            .ToList();
        if (other.Count > 0)
        {
            yield return $"Perhaps other goods, to be looked at first: {LotNames.Some(other)}. Flags on them reject nothing before that.";
        }
    }

    private static bool IsOther(Item item) => item is { IsPerhapsOtherGoods: true, Review: null };

    private static bool IsOutside(Item item) => item is { IsAwaiting: true, IsFlaggedOutsideRange: true, IsPerhapsOtherGoods: false };

    private static bool IsOutside(LotJudgement lot) => lot.Lot.IsOutsideRange && lot.Lot.AllItems.Any(item => item.IsAwaiting);

    private static long Outside(LotJudgement lot) => lot.Lot.IsOutsideRange ? 0 : lot.Lot.AllItems.Count(IsOutside);

    private static FormattableString Example(InspectionRecord record)
    {
        var (lot, item) = record.Lots.Where(lot => Outside(lot) > 0).SelectMany(lot => lot.Lot.AllItems.Select(item => (lot.Lot.Name, Item: item))).First(one => IsOutside(one.Item));
        var photo = item.Photos.First(photo => photo.Finding is { Standing: Standing.Flagged, OutsideTrainedRange: not null });
        return $"{Piece.Name(LotNames.Short(record, lot))}, {Piece.Name(item.Name)} ({photo.Finding!.OutsideTrainedRange!})";
    }
}
