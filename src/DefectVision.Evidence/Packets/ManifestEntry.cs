using System.Text.Json;
using DefectVision.Evidence.Data;
using DefectVision.Imaging;

namespace DefectVision.Evidence.Packets;

/// <summary>What is known of a photo beside its bytes.</summary>
/// <param name="Exhibit">The number that its item has in the report, letters and defect log; in packets of earlier builds the photo's own. Null: the item is no exhibit.</param>
/// <param name="Source">Its path in the shipment.</param>
/// <param name="Lot">As the results name it.</param>
/// <param name="Item">As the results name it.</param>
/// <param name="PixelsSha256">Of the decoded pixels; null where the photo cannot be decoded whole.</param>
/// <param name="Capture">From the EXIF of the file; of the original where the file is of another format.</param>
internal sealed record ExhibitFacts(int? Exhibit, string Source, string? Lot, string? Item, string? PixelsSha256, CaptureFacts Capture)
{
    /// <summary>The bytes of its path in the shipment, or of its entry in the archive, percent-encoded, where they are no UTF-8; null where they are.</summary>
    public string? SourceBytes { get; init; }

    /// <summary>The zip that it came out of; null where it lay in a folder.</summary>
    public string? Archive { get; init; }

    /// <summary>Null where the file is the original.</summary>
    public Redaction? Redaction { get; init; }

    /// <summary>The codes read on it, as labels print them; empty where none was read, none was looked for, or a region is withheld.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];
}

/// <summary>The photo is a copy from which something is withheld; the original is not in the packet.</summary>
/// <param name="Withheld">gps, exif_serial, personal, region.</param>
/// <param name="OriginalSha256">Of the original's bytes: what the results name.</param>
/// <param name="OriginalPixelsSha256">Of its decoded pixels; null where it cannot be decoded whole.</param>
internal sealed record Redaction(IReadOnlyList<string> Withheld, string OriginalSha256, string? OriginalPixelsSha256)
{
    /// <summary>The picture itself is another.</summary>
    public bool HidesRegions => Withheld.Contains(RedactionEntry.OfRegion);
}

/// <summary>One line of the manifest: a file of the packet and its digest.</summary>
/// <param name="Path">In the packet.</param>
/// <param name="Bytes">Size of the file.</param>
/// <param name="Sha256">Of its bytes, lower-case hex.</param>
/// <param name="Photo">Null for a file that is no photo of the shipment.</param>
internal sealed record ManifestEntry(string Path, long Bytes, string Sha256, ExhibitFacts? Photo)
{
    /// <summary>The line, without its end: the data of a leaf.</summary>
    public byte[] ToLine()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonForm.Line))
        {
            json.WriteStartObject();
            json.WriteString("path", Path);
            json.WriteNumber("bytes", Bytes);
            json.WriteString("sha256", Sha256);
            if (Photo is { } photo)
            {
                if (photo.Exhibit is { } exhibit)
                {
                    json.WriteNumber("exhibit", exhibit);
                }

                json.WriteString("source", photo.Source);
                WriteGiven(json, "source_bytes", photo.SourceBytes);
                WriteGiven(json, "archive", photo.Archive);
                json.WriteString("lot", photo.Lot);
                json.WriteString("item", photo.Item);
                json.WriteString("pixels_sha256", photo.PixelsSha256);
                json.WriteString("captured_at", photo.Capture.CapturedAt);
                json.WriteString("device", photo.Capture.Device);
                if (photo.Codes.Count > 0)
                {
                    json.WriteTexts("codes", photo.Codes);
                }

                if (photo.Redaction is { } redaction)
                {
                    json.WriteTexts("redacted", redaction.Withheld);
                    json.WriteString("original_sha256", redaction.OriginalSha256);
                    json.WriteString("original_pixels_sha256", redaction.OriginalPixelsSha256);
                }
            }

            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    /// <exception cref="PacketException">The line is no such entry.</exception>
    public static ManifestEntry Parse(byte[] line)
    {
        try
        {
            using var document = JsonRead.Document(line);
            var root = document.RootElement;
            var photo = !root.TryGetProperty("source", out var source) ? null : new ExhibitFacts(
                root.TryGetProperty("exhibit", out var number) ? number.GetInt32() : null,
                source.GetString() ?? "",
                root.GetProperty("lot").GetString(),
                root.GetProperty("item").GetString(),
                root.GetProperty("pixels_sha256").GetString(),
                new CaptureFacts(root.GetProperty("captured_at").GetString(), root.GetProperty("device").GetString()))
            {
                SourceBytes = JsonRead.TextOrNone(root, "source_bytes"),
                Archive = JsonRead.TextOrNone(root, "archive"),
                Codes = root.TryGetProperty("codes", out var codes) ? [.. codes.EnumerateArray().Select(code => code.GetString() ?? "")] : [],
                Redaction = !root.TryGetProperty("redacted", out var withheld) ? null : new Redaction(
                    [.. withheld.EnumerateArray().Select(word => word.GetString() ?? "")],
                    root.GetProperty("original_sha256").GetString() ?? "",
                    root.GetProperty("original_pixels_sha256").GetString()),
            };
            return new ManifestEntry(root.GetProperty("path").GetString() ?? "", root.GetProperty("bytes").GetInt64(), root.GetProperty("sha256").GetString() ?? "", photo);
        }
        catch (Exception fault) when (JsonRead.IsBroken(fault))
        {
            throw new PacketException($"{PacketNames.Manifest}: found a line that is no entry ({fault.Message})", fault);
        }
    }

    private static void WriteGiven(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
