using DefectVision.Inspection;
using DefectVision.Inspection.Reviewing;

namespace DefectVision.Cases.Teaching;

/// <summary>
/// Which photos of an item that its readers found defective show the defect: not every view does. Those that a reader named; else the only photo; else the one that the model
/// scored highest, where it flagged it; without a model the one that stands out as unlike those of other items; else none is known.
/// </summary>
/// <param name="item">Found defective by its readers.</param>
/// <param name="photos">All of its photos, whatever became of them.</param>
/// <param name="readings">What readers said of it, in the order of the list.</param>
internal sealed class DefectPhotos(Item item, IReadOnlyList<InspectedFile> photos, IEnumerable<Confirmation> readings)
{
    /// <summary>How many times as far from the others as the middle photo one stands out at least, and as far as the item's next photo. In the sample this names ten of eleven, all of them right.</summary>
    private const double FewestTimes = 1.3;
    private const double FewestTimesTheNext = 1.25;

    // A reader who sees no defect takes back what he said before; several photos may show one defect.
    private readonly IReadOnlyList<Confirmation> _lines =
        [.. readings.GroupBy(line => line.Reader, StringComparer.Ordinal).SelectMany(lines => lines.OrderBy(line => line.Time).Reverse().TakeWhile(line => line.IsDefective).Reverse())];

    /// <summary>Photos of the item that were read whole; none where nothing tells.</summary>
    public IEnumerable<InspectedFile> Shown()
    {
        var named = _lines.Select(line => line.Photo).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var shown = named.Count > 0 ? item.Photos.Where(photo => Same(photo).Any(named.Contains))
            : photos.DistinctBy(photo => photo.Sha256 ?? photo.Path).Count() == 1 ? item.Photos
            : item.Photos.OrderByDescending(photo => photo.Rank).Take(1).Where(photo => photo.Finding?.Standing == Standing.Flagged || StandsOut(photo));
        return shown.Where(photo => photo.IsReadable);
    }

    /// <summary>What the readers call the defect that a photo shows: as those say who named this photo, else as they say of the item; null where none of them named a class.</summary>
    public string? ClassOf(InspectedFile photo)
    {
        var said = _lines.Where(line => line.DefectClass is not null).ToList();
        var here = said.Where(line => line.Photo is { } named && Same(photo).Contains(named)).Select(line => line.DefectClass!).ToList();
        return said.Count == 0 ? null
            : here.Count == 0 || here.Contains(item.DefectClass!) ? item.DefectClass
            : here[0];
    }

    private bool StandsOut(InspectedFile photo) =>
        photo.Unlikeness is { Times: >= FewestTimes and var times } && item.Photos.All(other => other == photo || !(other.Unlikeness?.Times * FewestTimesTheNext > times));

    // A photo and those of the item that repeat it.
    private IEnumerable<string> Same(InspectedFile photo) => photos.Where(other => other.Sha256 == photo.Sha256).Select(other => other.Path);
}
