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
    public static Item Judge(string name, IReadOnlyList<InspectedFile> photos, AgreedTerms terms, ItemReview? review = null)
    {
        var item = ByPhotos(name, photos, terms) with { Review = review };
        var views = (review?.Readings ?? []).Where(answer => answer.IsDefective).Select(answer => ReaderView.Of(answer, item.DefectClass, terms)).ToList();
        if (views.Count == 0 || review!.Answer == ReviewAnswer.Overruled)
        {
            return item;
        }

        var majority = ReadersMajority.Of(views);
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
            : photos.Any(photo => photo.Outcome == PhotoOutcome.Scored) ? ItemStanding.Clear
            : photos.Any(photo => photo.Outcome == PhotoOutcome.Read) ? ItemStanding.NotScored
            : ItemStanding.Incomplete;
        return new Item(name, photos, standing, null, null);
    }
}
