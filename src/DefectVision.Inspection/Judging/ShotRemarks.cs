namespace DefectVision.Inspection.Judging;

/// <summary>What a reader must know of the photos of a lot as photos: shots that come twice, and photos that show less than the others.</summary>
internal static class ShotRemarks
{
    private const int Most = 3;

    public static IEnumerable<FormattableString> Of(Lot lot)
    {
        var open = lot.OpenShots.ToList();
        if (open.Count > 0)
        {
            yield return $"Photos of two items show the same shot, by their pictures: {Pairs(open)}. Nobody has said that the items are different, so no bound of this lot is called guaranteed.";
        }

        var settled = lot.SharedShots.Where(shot => shot.IsSettled).ToList();
        if (settled.Count > 0)
        {
            yield return $"Photos of two items show the same shot, by their pictures, and persons say that the items are different: {Pairs(settled)}.";
        }

        var photos = lot.AllItems.SelectMany(item => item.Photos.Select(photo => (Item: item, Photo: photo))).ToList();
        var again = photos.Where(one => one.Photo.SameShotAs is { } first && one.Item.Photos.Any(other => other.Path == first)).Select(one => $"{one.Photo.SameShotAs} = {one.Photo.Path}").ToList();
        if (again.Count > 0)
        {
            yield return $"Photos that show the same shot of the same item twice: {again.Count} ({Names.Some(again, Most)}).";
        }

        foreach (var (mark, sentence) in Marked)
        {
            var marked = photos.Where(one => one.Photo.Marks.HasFlag(mark)).Select(one => one.Photo.Path).ToList();
            if (marked.Count > 0)
            {
                yield return sentence(marked.Count, Names.Some(marked, Most));
            }
        }
    }

    private static IEnumerable<(PhotoMarks Mark, Func<int, Names, FormattableString> Sentence)> Marked { get; } =
    [
        (PhotoMarks.Blurred, (count, names) => $"Photos that are blurred beside the others of the lot: {count} ({names})."),
        (PhotoMarks.Dark, (count, names) => $"Photos that are dark beside the others of the lot: {count} ({names})."),
        (PhotoMarks.Overexposed, (count, names) => $"Photos that are overexposed beside the others of the lot: {count} ({names})."),
        (PhotoMarks.Small, (count, names) => $"Photos of far fewer pixels than the others of the lot: {count} ({names})."),
    ];

    private static Names Pairs(IEnumerable<SharedShot> shots) => Names.Some([.. shots.Select(shot => $"{shot.First.Path} = {shot.Second.Path}")], Most);
}
