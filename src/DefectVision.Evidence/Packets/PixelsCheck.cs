using DefectVision.Imaging;

namespace DefectVision.Evidence.Packets;

/// <summary>The decoded pixels of the photos, and what their EXIF says, are those that the manifest has.</summary>
internal static class PixelsCheck
{
    public static IEnumerable<CheckedPart> Of(OpenedPacket packet, CancellationToken cancel)
    {
        using var reader = new PhotoReader(DecodeLimits.Default);
        var same = 0;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in packet.Manifest)
        {
            cancel.ThrowIfCancellationRequested();
            if (entry.Photo is not { } photo || !seen.Add(entry.Path) || packet.Bytes(entry.Path) is not { } bytes || packet.Digests[entry.Path] != entry.Sha256)
            {
                continue;
            }

            // A copy in another format has no EXIF to hold this against.
            if (photo.Redaction is not { HidesRegions: true } && CaptureFacts.Of(bytes) is var capture && (capture.CapturedAt, capture.Device) != (photo.Capture.CapturedAt, photo.Capture.Device))
            {
                yield return CheckedPart.Fails(entry.Path, "the manifest gives another capture time or device than its EXIF");
            }

            var found = reader.PixelDigest(bytes);
            if (found is null)
            {
                yield return photo.PixelsSha256 is null || !IsRead(bytes)
                    ? CheckedPart.NotChecked(entry.Path, $"its pixels: {Why(reader, bytes)}")
                    : CheckedPart.Fails(entry.Path, $"the manifest gives pixels for it (SHA-256 {photo.PixelsSha256}), and it cannot be decoded whole: {Why(reader, bytes)}");
            }
            else if (found == photo.PixelsSha256)
            {
                same++;
            }
            else
            {
                yield return CheckedPart.Fails(
                    entry.Path,
                    $"its pixels are not those of the manifest: found SHA-256 {found}, wanted {photo.PixelsSha256 ?? "none, as of a photo that cannot be decoded"} (the file's own bytes hold; "
                    + $"the manifest was written by {packet.Seal?.Tool ?? "an unknown program"}, and another decoder can give other pixels only where the two programs are of unlike version)");
            }
        }

        yield return CheckedPart.Holds("pixels", FormattableString.Invariant($"of {same} photos decoded again"));
    }

    private static bool IsRead(byte[] file) => FormatSniffer.IsRead(FormatSniffer.Sniff(file));

    private static string Why(PhotoReader reader, byte[] file) => reader.ReadPicture(file, 1).Reading switch
    {
        PhotoReading.Unreadable unreadable => unreadable.Reason,
        PhotoReading.Truncated truncated => truncated.Reason,
        PhotoReading.Damaged damaged => damaged.Reason,
        PhotoReading.TooLarge large => large.Reason,
        PhotoReading.Unsupported unsupported => $"{unsupported.Format} is not decoded here",
        _ => "it cannot be decoded",
    };
}
