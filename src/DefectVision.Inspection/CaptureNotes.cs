using System.Globalization;
using System.Text.RegularExpressions;

namespace DefectVision.Inspection;

/// <summary>
/// What the photos' own records say that does not fit: times after the inspection, times of another lot, several cameras, editing programs. Facts and no judgement: clocks
/// are set wrongly, and whoever holds a file can write what he likes.
/// </summary>
public static partial class CaptureNotes
{
    private const int Most = 5;

    /// <summary>Photos of a lot with a time that say what its usual time is.</summary>
    private const int LeastTimed = 5;

    /// <summary>A photo this far from every other of its lot was not taken with them.</summary>
    private static readonly TimeSpan Apart = TimeSpan.FromHours(2);

    /// <summary>No place on earth is further ahead of UTC.</summary>
    private static readonly TimeSpan FurthestZone = TimeSpan.FromHours(14);

    /// <param name="files">Every file.</param>
    /// <param name="asOf">The date of the inspection; midnight stands for the whole day.</param>
    public static IEnumerable<FormattableString> Of(IReadOnlyList<InspectedFile> files, DateTimeOffset asOf)
    {
        var photos = files.Where(file => file is { IsReadable: true, Place: not null, Facts: not null }).ToList();
        var timed = photos.Select(photo => (Photo: photo, Time: TimeOf(photo))).Where(photo => photo.Time is not null).Select(photo => (photo.Photo, Time: photo.Time!.Value)).ToList();
        var end = asOf.UtcDateTime.TimeOfDay == TimeSpan.Zero ? asOf.UtcDateTime.AddDays(1) : asOf.UtcDateTime;
        var late = timed.Where(photo => photo.Time - end > FurthestZone).Select(photo => $"{photo.Photo.Path}, {photo.Photo.Facts!.CapturedAt}").ToList();
        if (late.Count > 0)
        {
            yield return $"Photos taken after the date of this inspection, by their own record: {late.Count} ({Names.Some(late, Most)}).";
        }

        var elsewhere = OfAnotherLot(timed).ToList();
        if (elsewhere.Count > 0)
        {
            yield return $"Photos taken while another lot was photographed, and not with their own, by their own record: {elsewhere.Count} ({Names.Some(elsewhere, Most)}).";
        }

        foreach (var lot in photos.GroupBy(photo => photo.Place!.Lot, StringComparer.Ordinal).OrderBy(lot => lot.Key, StringComparer.Ordinal))
        {
            var devices = lot.Where(photo => photo.Facts!.Device is not null).GroupBy(photo => photo.Facts!.Device!, StringComparer.Ordinal)
                .OrderByDescending(device => device.Count()).ThenBy(device => device.Key, StringComparer.Ordinal).Select(device => FormattableString.Invariant($"{device.Key}: {device.Count()}")).ToList();
            if (devices.Count > 1)
            {
                yield return $"Lot {lot.Key} was photographed with {devices.Count} devices, by the photos' own record ({Names.Some(devices, Most)}).";
            }
        }

        // Its name alone: what else stands in the field may be of a person.
        var edited = photos.Where(photo => photo.Facts!.Software is not null).Select(photo => (photo.Path, Editor: Editor().Match(photo.Facts!.Software!)))
            .Where(photo => photo.Editor.Success).Select(photo => $"{photo.Path}, {photo.Editor.Value}").ToList();
        if (edited.Count > 0)
        {
            yield return $"Photos written by an editing program, by their own record: {edited.Count} ({Names.Some(edited, Most)}).";
        }
    }

    private static IEnumerable<string> OfAnotherLot(List<(InspectedFile Photo, DateTime Time)> timed)
    {
        var lots = timed.GroupBy(photo => photo.Photo.Place!.Lot, StringComparer.Ordinal).Where(lot => lot.Count() >= LeastTimed)
            .Select(lot => (Name: lot.Key, Photos: lot.OrderBy(photo => photo.Time).ToList())).ToList();
        foreach (var (name, photos) in lots)
        {
            for (var at = 0; at < photos.Count; at++)
            {
                var time = photos[at].Time;
                var isApart = (at == 0 || time - photos[at - 1].Time > Apart) && (at == photos.Count - 1 || photos[at + 1].Time - time > Apart);
                if (isApart && lots.FirstOrDefault(other => other.Name != name && other.Photos[0].Time <= time && time <= other.Photos[^1].Time) is { Name: { } other })
                {
                    yield return $"{photos[at].Photo.Path}, {photos[at].Photo.Facts!.CapturedAt}: {other}";
                }
            }
        }
    }

    // Local time, in the zone of the camera.
    private static DateTime? TimeOf(InspectedFile photo) => photo.Facts!.CapturedAt is { Length: >= 19 } text
        && DateTime.TryParseExact(text.AsSpan(0, 19), "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    [GeneratedRegex(@"photoshop|lightroom|gimp|snapseed|picsart|pixelmator|affinity|facetune|meitu|美图|vsco|polarr|picasa|acdsee|canva|capture one|darktable|rawtherapee|imagemagick|paint|photo ?editor|photoscape|faststone|irfanview|xnview|luminar|fotor|醒图|photodirector|paintshop", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Editor();
}
