using DefectVision.Imaging;
using DefectVision.Imaging.Withholding;

namespace DefectVision.Evidence.Packets;

/// <summary>Makes the copies of photos from which something is withheld.</summary>
internal sealed class Redactor(MetadataKinds kinds, IEnumerable<WithheldRegion> regions, PhotoReader reader)
{
    /// <summary>Regions are blackened in a copy without loss, which holds no other remark of the file.</summary>
    private const string NewFormat = ".redacted.png";

    private static readonly (MetadataKinds Kind, string Name)[] Known =
        [(MetadataKinds.Gps, RedactionEntry.Gps), (MetadataKinds.ExifSerial, RedactionEntry.ExifSerial), (MetadataKinds.Personal, RedactionEntry.Personal)];

    private readonly ILookup<string, WithheldRegion> _regions = regions.ToLookup(region => region.Path, StringComparer.Ordinal);

    /// <summary>Photos of which regions are withheld.</summary>
    public IEnumerable<string> WithRegions => _regions.Select(group => group.Key);

    public IEnumerable<WithheldRegion> RegionsOf(string source) => _regions[source];

    /// <summary>Null where the file is such that nobody can tell whether anything was withheld.</summary>
    /// <param name="source">Its path in the shipment.</param>
    /// <param name="original">Its bytes.</param>
    /// <exception cref="PacketException">A region lies outside the photo.</exception>
    public ExhibitCopy? Of(string source, byte[] original)
    {
        var asked = Names(kinds).ToList();
        if (_regions[source].ToList() is { Count: > 0 } withheld)
        {
            if (PhotoReader.ReadHeader(original) is { } header && withheld.FirstOrDefault(region => !region.Region.IsInside(header.UprightWidth, header.UprightHeight)) is { Region: var found })
            {
                throw new PacketException(FormattableString.Invariant(
                    $"{source}: found a region of {found.Width} x {found.Height} px at {found.X}, {found.Y}, wanted one inside the upright photo of {header.UprightWidth} x {header.UprightHeight} px"));
            }

            return reader.Blackened(original, [.. withheld.Select(region => region.Region)]) is { } png
                ? new ExhibitCopy(png, NewFormat, [.. asked, RedactionEntry.OfRegion], reader.PixelDigest(png), reader.PixelDigest(original)) : null;
        }

        var clean = kinds == MetadataKinds.None ? new CleanPhoto(original, reader.PixelDigest(original)) : CleanPhoto.Of(original, kinds, reader);
        return clean is null ? null : new ExhibitCopy(clean.Bytes, "", clean.Bytes.AsSpan().SequenceEqual(original) ? [] : asked, clean.PixelsSha256, clean.PixelsSha256);
    }

    private static IEnumerable<string> Names(MetadataKinds kinds) => Known.Where(one => kinds.HasFlag(one.Kind)).Select(one => one.Name);
}
