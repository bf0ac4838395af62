using System.Collections.Concurrent;
using DefectVision.History;
using DefectVision.Imaging.Likeness;

namespace DefectVision.Cases.Remembering;

/// <summary>
/// Holds the photos of a case against those of all other shipments that are kept: files that are the same by their digests, other files of the same shot by their pictures. The history holds
/// a sketch of each photo; what is near is compared by the fingerprints that the other case keeps.
/// </summary>
internal sealed class ReuseSearch
{
    /// <summary>Photos, the nearest by their sketches, that are compared by their fingerprints.</summary>
    private const int MostNear = 24;

    private readonly List<(ShipmentEntry Shipment, PhotoPrints Prints)> _kept;
    private readonly List<(int Kept, int Photo)> _places = [];
    private readonly ILookup<string, int> _byDigest;
    private readonly SketchSearch _sketches;
    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, (string Sha256, Fingerprint? Print)>> _prints = new(StringComparer.Ordinal);

    /// <param name="shipments">All that are kept.</param>
    /// <param name="prints">Of them, by their ids.</param>
    /// <param name="self">The shipment whose photos are looked for: it is left out.</param>
    public ReuseSearch(IReadOnlyList<ShipmentEntry> shipments, IReadOnlyDictionary<string, PhotoPrints> prints, ShipmentEntry self)
    {
        _kept = [.. shipments.Where(shipment => shipment.Id != self.Id && shipment.Folder != self.Folder && prints.ContainsKey(shipment.Id)).Select(shipment => (shipment, prints[shipment.Id]))];
        foreach (var (kept, (_, photos)) in _kept.Index())
        {
            _places.AddRange(Enumerable.Range(0, photos.Paths.Count).Select(photo => (kept, photo)));
        }

        _byDigest = Enumerable.Range(0, _places.Count).ToLookup(DigestOf, StringComparer.Ordinal);
        _sketches = new SketchSearch([.. _kept.SelectMany(one => one.Prints.Sketches)]);
    }

    /// <param name="photos">Of the case.</param>
    public Reuse Of(IReadOnlyList<(string Path, string Sha256, Fingerprint? Print)> photos, CancellationToken cancel)
    {
        var found = photos.AsParallel().AsOrdered().WithCancellation(cancel).Select(Found).SelectMany(photo => photo)
            .OrderBy(photo => photo.Path, StringComparer.Ordinal).ThenBy(photo => photo.Day).ThenBy(photo => photo.Shipment, StringComparer.Ordinal).ThenBy(photo => photo.OtherPath, StringComparer.Ordinal).ToList();
        return new Reuse(found, [.. _kept.Where(one => _prints.TryGetValue(one.Shipment.Folder, out var known) && known.Count == 0).Select(one => one.Shipment.Name).Order(StringComparer.Ordinal)]);
    }

    private List<ReusedPhoto> Found((string Path, string Sha256, Fingerprint? Print) photo)
    {
        List<ReusedPhoto> same = [.. _byDigest[photo.Sha256].Select(place => Reused(photo.Path, place, isSameFile: true))];
        if (photo.Print is not { } print)
        {
            return same;
        }

        List<(int Place, Fingerprint? Print)> near = [.. _sketches.Near(print, MostNear).Where(place => DigestOf(place) != photo.Sha256).Select(place => (place, PrintOf(place)))];
        return [.. same, .. new LikenessSearch([.. near.Select(one => one.Print)]).Alike(print).Select(at => Reused(photo.Path, near[at].Place, isSameFile: false))];
    }

    private ReusedPhoto Reused(string path, int place, bool isSameFile)
    {
        var (shipment, prints) = _kept[_places[place].Kept];
        return new ReusedPhoto(path, shipment.Name, shipment.Day, prints.Paths[_places[place].Photo], isSameFile);
    }

    private Fingerprint? PrintOf(int place)
    {
        var (shipment, prints) = _kept[_places[place].Kept];
        return _prints.GetOrAdd(shipment.Folder, CasePrints.Read).TryGetValue(prints.Paths[_places[place].Photo], out var known) && known.Sha256 == DigestOf(place) ? known.Print : null;
    }

    private string DigestOf(int place) =>
        Convert.ToHexStringLower(_kept[_places[place].Kept].Prints.Digests.AsSpan(_places[place].Photo * PhotoPrints.DigestBytes, PhotoPrints.DigestBytes));
}
