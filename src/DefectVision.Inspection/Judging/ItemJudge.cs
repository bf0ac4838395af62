using DefectVision.Inspection.Reviewing;

namespace DefectVision.Inspection.Judging;

/// <summary>From the photos of an item to what is known of it: the any-photo rule.</summary>
public static class ItemJudge
{
    /// <param name="name">The item.</param>
    /// <param name="photos">Its photos in path order, duplicates left out.</param>
    /// <param name="terms">Gives the severities.</param>
    /// <param name="review">What readers said; null when nobody looked. The class, severity and cause of those who see a defect go before the model's; of several, those of the worst severity.</param>
    public static Item Judge(string name, IReadOnlyList<InspectedFile> photos, AgreedTerms terms, ItemReview? review = null)
    {
        var item = ByPhotos(name, photos, terms) with { Review = review };
        var confirming = (review?.Readings ?? [])
            .Where(reading => reading.IsDefective)
            .OrderByDescending(reading => reading.Severity)
            .ThenByDescending(reading => reading.DefectClass is { } named ? terms.SeverityOf(named) : (Severity?)null)
            .ToList();
        if (confirming.Count == 0 || review!.Answer == ReviewAnswer.Overruled)
        {
            return item;
        }

        var defectClass = confirming.Select(reading => reading.DefectClass).FirstOrDefault(said => said is not null) ?? item.DefectClass;
        return item with
        {
            DefectClass = defectClass,
            Severity = confirming[0].Severity ?? terms.SeverityOf(defectClass),
            Cause = confirming.Select(reading => reading.Cause).FirstOrDefault(said => said is not null) ?? terms.CauseOf(defectClass),
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
            : photos.Count == 0 || photos.Any(photo => photo.Outcome != PhotoOutcome.Scored) ? ItemStanding.Incomplete
            : ItemStanding.Clear;
        return new Item(name, photos, standing, null, null);
    }
}
