using DefectVision.Imaging;

namespace DefectVision.Evidence.Packets;

/// <summary>The decoded pixels of the exhibits, and what their EXIF says, are those that the manifest has.</summary>
internal static class PixelsCheck
{
    public static IEnumerable<CheckedPart> Of(OpenedPacket packet, CancellationToken cancel)
    {
        using var reader = new PhotoReader(DecodeLimits.Default);
        var same = 0;
        foreach (var entry in packet.Manifest)
        {
            cancel.ThrowIfCancellationRequested();
            if (entry.Photo is not { } photo || packet.Bytes(entry.Path) is not { } bytes || packet.Digests[entry.Path] != entry.Sha256)
            {
                continue;
            }

            if (CaptureFacts.Of(bytes) != photo.Capture)
            {
                yield return CheckedPart.Fails(entry.Path, "the manifest gives another capture time or device than its EXIF");
            }

            if (reader.PixelDigest(bytes) == photo.PixelsSha256)
            {
                same++;
            }
            else
            {
                yield return CheckedPart.NotChecked(entry.Path, "its bytes are right, and this machine decodes them to other pixels than the manifest has: decoders differ");
            }
        }

        yield return CheckedPart.Holds("pixels", FormattableString.Invariant($"of {same} exhibits decoded again"));
    }
}
