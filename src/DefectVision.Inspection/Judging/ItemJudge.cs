using DefectVision.Inspection.Reviewing;

namespace DefectVision.Inspection.Judging;

/// <summary>From the photos of an item to what is known of it: the any-photo rule.</summary>
public static class ItemJudge
{
    /// <param name="name">The item.</param>
    /// <param name="photos">Its photos in path order, duplicates left out.</param>
    /// <param name="terms">Gives the severities.</param>
    /// <param name="review">
    /// What readers said; null when nobody looked. Class, severity and cause of those who see a defect, by majority, go before the model's; of a tie the milder
    /// severity counts, and the worse one is what the item may still be.
    /// </param>
    /// <param name="context">Photos of its packing, its labels or a scale, in path order.</param>
    /// <param name="views">The views that it must have. Where a readable photo of one is missing, an item that is not flagged is incomplete.</param>
    public static Item Judge(
        string name, IReadOnlyList<InspectedFile> photos, AgreedTerms terms, ItemReview? review = null, IReadOnlyList<InspectedFile>? context = null, IReadOnlyList<string>? views = null)
    {
        var shown = photos.Where(photo => photo.IsReadable).Concat(context ?? []).Select(photo => photo.Place?.View ?? string.Empty).ToList();
        var missing = (views ?? []).Where(view => !shown.Any(other => ViewName.Shows(other, view))).ToList();
        var item = ByPhotos(name, photos, terms) with { Review = review, Context = context ?? [], MissingViews = missing };
        item = missing.Count > 0 && item.Standing is ItemStanding.Clear or ItemStanding.NotScored ? item with { Standing = ItemStanding.Incomplete } : item;
        var answers = (review?.Readings ?? []).Where(answer => answer.IsDefective).Select(answer => ReaderView.Of(answer, item.DefectClass, terms)).ToList();
        if (answers.Count == 0 || review!.Answer == ReviewAnswer.Overruled)
        {
            return item;
        }

        var majority = ReadersMajority.Of(answers);
        var defectClass = majority.DefectClass ?? item.DefectClass;
        return item with
        {
            DefectClass = defectClass,
            Severity = majority.Severity,
            SeverityAtMost = majority.SeverityAtMost,
            Cause = majority.Cause ?? terms.CauseOf(defectClass),
        };
    }

    private static Item ByPhotos(string name, IReadOnlyList<InspectedFile> photos, AgreedTerms terms)
    {
        var worst = photos
            .Where(photo => photo.Finding?.Standing == Standing.Flagged)
            .OrderByDescending(photo => terms.SeverityOf(photo.Finding!.DefectClass))
            .ThenBy(photo => photo.Finding!.OutsideTrainedRange is not null)
            .ThenByDescending(photo => photo.Finding!.Score)
            .FirstOrDefault();
        if (worst is not null)
        {
            return new Item(name, photos, ItemStanding.Flagged, worst.Finding!.DefectClass, terms.SeverityOf(worst.Finding.DefectClass))
            {
                Cause = terms.CauseOf(worst.Finding.DefectClass),
            };
        }

        var standing = photos.Any(photo => photo.Finding?.Standing == Standing.TooCloseToCall) ? ItemStanding.TooCloseToCall
            : photos.Any(photo => photo.Finding?.Standing == Standing.Clear) ? ItemStanding.Clear
            : photos.Any(photo => photo.IsReadable) ? ItemStanding.NotScored
            : ItemStanding.Incomplete;
        return new Item(name, photos, standing, null, null);
    }
}
