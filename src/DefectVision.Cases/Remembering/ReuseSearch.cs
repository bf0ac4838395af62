using System.Buffers.Binary;
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
    private readonly HashSet<string> _gone;
    private readonly List<(int Kept, int Photo)> _places = [];
    private readonly SketchSearch _sketches;
    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, (string Sha256, Fingerprint? Print)>> _prints = new(StringComparer.Ordinal);

    /// <param name="shipments">All that are kept.</param>
    /// <param name="prints">Of them, by their ids.</param>
    /// <param name="self">The shipment whose photos are looked for: it is left out.</param>
    public ReuseSearch(IReadOnlyList<ShipmentEntry> shipments, IReadOnlyDictionary<string, PhotoPrints> prints, ShipmentEntry self)
    {
        _kept = [.. shipments.Where(shipment => shipment.Id != self.Id && shipment.Folder != self.Folder && prints.ContainsKey(shipment.Id)).Select(shipment => (shipment, prints[shipment.Id]))];

        // Photos that cannot be compared must not take the place of those that can.
        _gone = [.. _kept.Where(one => !CasePrints.AreIn(one.Shipment.Folder)).Select(one => one.Shipment.Id)];
        foreach (var (kept, (shipment, photos)) in _kept.Index().Where(one => !_gone.Contains(one.Item.Shipment.Id)))
        {
            _places.AddRange(Enumerable.Range(0, photos.Paths.Count).Select(photo => (kept, photo)));
        }

        _sketches = new SketchSearch([.. _kept.Where(one => !_gone.Contains(one.Shipment.Id)).SelectMany(one => one.Prints.Sketches)]);
    }

    /// <param name="photos">Of the case.</param>
    public Reuse Of(IReadOnlyList<(string Path, string Sha256, Fingerprint? Print)> photos, CancellationToken cancel)
    {
        var found = Same(photos).Concat(photos.AsParallel().WithCancellation(cancel).SelectMany(SameShot))
            .OrderBy(photo => photo.Path, StringComparer.Ordinal).ThenBy(photo => photo.Day).ThenBy(photo => photo.Shipment, StringComparer.Ordinal).ThenBy(photo => photo.OtherPath, StringComparer.Ordinal).ToList();
        return new Reuse(found, [.. _kept.Where(one => _gone.Contains(one.Shipment.Id)).Select(one => one.Shipment.Name).Order(StringComparer.Ordinal)]);
    }

    // The digests of the case are few, those of the history very many.
    private List<ReusedPhoto> Same(IReadOnlyList<(string Path, string Sha256, Fingerprint? Print)> photos)
    {
        var own = photos.ToLookup(photo => Beginning(Convert.FromHexString(photo.Sha256)));
        var same = new List<ReusedPhoto>();
        foreach (var (kept, (_, prints)) in _kept.Index())
        {
            for (var photo = 0; photo < prints.Paths.Count; photo++)
            {
                var digest = DigestOf(kept, photo);
                foreach (var path in own[Beginning(digest)].Where(one => one.Sha256 == Convert.ToHexStringLower(DigestOf(kept, photo))).Select(one => one.Path))
                {
                    same.Add(Reused(path, kept, photo, isSameFile: true));
                }
            }
        }

        return same;
    }

    private IEnumerable<ReusedPhoto> SameShot((string Path, string Sha256, Fingerprint? Print) photo)
    {
        if (photo.Print is not { } print)
        {
            return [];
        }

        List<((int Kept, int Photo) Place, Fingerprint? Print)> near =
        [
            .. _sketches.Near(print, MostNear).Select(at => _places[at]).Where(place => Convert.ToHexStringLower(DigestOf(place.Kept, place.Photo)) != photo.Sha256).Select(place => (place, PrintOf(place.Kept, place.Photo))),
        ];
        return new LikenessSearch([.. near.Select(one => one.Print)]).Alike(print).Select(at => Reused(photo.Path, near[at].Place.Kept, near[at].Place.Photo, isSameFile: false));
    }

    private ReusedPhoto Reused(string path, int kept, int photo, bool isSameFile)
    {
        var (shipment, prints) = _kept[kept];
        return new ReusedPhoto(path, shipment.Name, shipment.Day, prints.Paths[photo], isSameFile);
    }

    private Fingerprint? PrintOf(int kept, int photo)
    {
        var (shipment, prints) = _kept[kept];
        return _prints.GetOrAdd(shipment.Folder, CasePrints.Read).TryGetValue(prints.Paths[photo], out var known) && known.Sha256 == Convert.ToHexStringLower(DigestOf(kept, photo)) ? known.Print : null;
    }

    private ReadOnlySpan<byte> DigestOf(int kept, int photo) => _kept[kept].Prints.Digests.AsSpan(photo * PhotoPrints.DigestBytes, PhotoPrints.DigestBytes);

    private static ulong Beginning(ReadOnlySpan<byte> digest) => BinaryPrimitives.ReadUInt64BigEndian(digest);
}
