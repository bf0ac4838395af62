using System.Globalization;

namespace DefectVision.Inspection.Reviewing;

/// <summary>Names answers whose time cannot be right: after the date of the inspection, or before the photos of the item were taken.</summary>
public static class AnswerTimes
{
    private const int Most = 5;

    /// <summary>No place on earth is further ahead of UTC; local time without a zone may be this much later than UTC.</summary>
    private static readonly TimeSpan FurthestZone = TimeSpan.FromHours(14);

    /// <param name="confirmed">Null when nobody looked.</param>
    /// <param name="asOf">The date of the inspection; midnight stands for the whole day.</param>
    /// <param name="files">With the times at which the photos were taken, where the files tell.</param>
    /// <returns>A sentence of each kind that there is.</returns>
    public static IEnumerable<FormattableString> Notes(ConfirmedList? confirmed, DateTimeOffset asOf, IEnumerable<InspectedFile> files)
    {
        if (confirmed is null)
        {
            yield break;
        }

        var late = confirmed.Readings.Where(reading => IsAfter(reading.Time.UtcDateTime, asOf.UtcDateTime)).ToList();
        if (late.Count > 0)
        {
            yield return $"{confirmed.Name}: answers dated after this inspection, which is dated {Shown(asOf)}: {late.Count} ({Some(late)}).";
        }

        var taken = files
            .Where(file => file is { Place: not null, Facts.CapturedAt: not null })
            .Select(file => (file.Place!.Lot, file.Place.Item, Ticks: EarliestTicks(file.Facts!.CapturedAt!)))
            .Where(photo => photo.Ticks is not null)
            .GroupBy(photo => (photo.Lot, photo.Item))
            .ToDictionary(group => group.Key, group => group.Min(photo => photo.Ticks!.Value));
        var early = confirmed.Readings.Where(reading => taken.TryGetValue((reading.Lot, reading.Item), out var ticks) && reading.Time.UtcTicks < ticks).ToList();
        if (early.Count > 0)
        {
            yield return $"{confirmed.Name}: answers dated before the photos of the item were taken, by the photos' own record: {early.Count} ({Some(early)}).";
        }
    }

    private static bool IsAfter(DateTime time, DateTime asOf) => asOf.TimeOfDay == TimeSpan.Zero ? time.Date > asOf.Date : time > asOf;

    // In ticks, which do not overflow where a camera's clock stands at the year 1. ISO 8601 as Imaging writes it, with or without the offset.
    private static long? EarliestTicks(string capturedAt) =>
        DateTimeOffset.TryParseExact(capturedAt, "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var zoned) ? zoned.UtcTicks
        : DateTime.TryParseExact(capturedAt.AsSpan(0, Math.Min(capturedAt.Length, 19)), "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? local.Ticks - FurthestZone.Ticks
            : null;

    private static Names Some(IReadOnlyList<Confirmation> readings) =>
        Names.Some([.. readings.Select(reading => $"{reading.Reader}, {reading.Lot} {reading.Item}, {reading.When}")], Most);

    private static string Shown(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
