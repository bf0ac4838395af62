namespace DefectVision.Inspection.Reviewing;

/// <summary>What the readers together say of an item.</summary>
public enum ReviewAnswer
{
    /// <summary>More readers confirm a defect than do not.</summary>
    Confirmed,

    /// <summary>More readers find no defect than confirm one.</summary>
    Overruled,

    /// <summary>As many for as against: it counts as good until another reader decides.</summary>
    Disputed,
}

/// <summary>An item that was looked at.</summary>
/// <param name="Answer">By majority of the readers, the last word of each.</param>
/// <param name="Readings">The last word of each reader, in ordinal order of their names; one at least.</param>
public sealed record ItemReview(ReviewAnswer Answer, IReadOnlyList<Confirmation> Readings)
{
    /// <summary>Null when nobody looked.</summary>
    /// <param name="readings">All of one item, in the order of the list.</param>
    public static ItemReview? Of(IReadOnlyList<Confirmation> readings)
    {
        if (readings.Count == 0)
        {
            return null;
        }

        var latest = readings
            .GroupBy(reading => reading.Reader, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .SelectMany(Latest)
            .ToList();
        var against = latest.Count(reading => !reading.IsDefective);
        return new ItemReview((latest.Count - against).CompareTo(against) switch { > 0 => ReviewAnswer.Confirmed, < 0 => ReviewAnswer.Overruled, _ => ReviewAnswer.Disputed }, latest);
    }

    /// <summary>A reader's last word on each item: by time, of equal times the later line.</summary>
    internal static IEnumerable<Confirmation> Latest(IEnumerable<Confirmation> readingsOfOne) => readingsOfOne
        .GroupBy(reading => (reading.Lot, reading.Item))
        .Select(group => group.MaxBy(reading => reading.Time) is { } newest ? group.Last(reading => reading.Time == newest.Time) : group.First());
}
