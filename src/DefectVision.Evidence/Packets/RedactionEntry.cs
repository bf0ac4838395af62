using System.Text.Json;
using DefectVision.Evidence.Data;
using DefectVision.Imaging.Withholding;

namespace DefectVision.Evidence.Packets;

/// <summary>One line of redactions.jsonl: something that was withheld from a photo.</summary>
/// <param name="Path">Of the copy in the packet.</param>
/// <param name="Source">Of the original, in the shipment.</param>
/// <param name="OriginalSha256">Lower-case hex.</param>
/// <param name="Withheld">gps, exif_serial, personal or region.</param>
/// <param name="Region">In pixels of the upright photo; null for metadata.</param>
/// <param name="Reason">Null for metadata.</param>
internal sealed record RedactionEntry(string Path, string Source, string OriginalSha256, string Withheld, PhotoRegion? Region, string? Reason)
{
    public const string Gps = "gps";
    public const string ExifSerial = "exif_serial";
    public const string Personal = "personal";
    public const string OfRegion = "region";

    public byte[] ToLine()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonForm.Line))
        {
            json.WriteStartObject();
            json.WriteString("path", Path);
            json.WriteString("source", Source);
            json.WriteString("original_sha256", OriginalSha256);
            json.WriteString("withheld", Withheld);
            json.WriteObject("region", Region, region =>
            {
                json.WriteNumber("x", region.X);
                json.WriteNumber("y", region.Y);
                json.WriteNumber("width", region.Width);
                json.WriteNumber("height", region.Height);
            });
            json.WriteString("reason", Reason);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    /// <exception cref="PacketException">The line is no such entry.</exception>
    public static RedactionEntry Parse(byte[] line)
    {
        try
        {
            using var document = JsonRead.Document(line);
            var root = document.RootElement;
            return new RedactionEntry(
                root.GetProperty("path").GetString() ?? "",
                root.GetProperty("source").GetString() ?? "",
                root.GetProperty("original_sha256").GetString() ?? "",
                root.GetProperty("withheld").GetString() ?? "",
                root.GetProperty("region") is { ValueKind: JsonValueKind.Object } region
                    ? new PhotoRegion(region.GetProperty("x").GetInt32(), region.GetProperty("y").GetInt32(), region.GetProperty("width").GetInt32(), region.GetProperty("height").GetInt32())
                    : null,
                root.GetProperty("reason").GetString());
        }
        catch (Exception fault) when (JsonRead.IsBroken(fault))
        {
            throw new PacketException($"{PacketNames.Redactions}: found a line that is no redaction ({fault.Message})", fault);
        }
    }
}
