using System.Text.Json;
using DefectVision.Evidence.Data;

namespace DefectVision.Evidence.Packets;

/// <summary>One thing that was done to a file on its way into the packet.</summary>
/// <param name="Number">From 1.</param>
/// <param name="When">UTC, ISO 8601.</param>
/// <param name="What">In words.</param>
/// <param name="File">In the packet; null where the whole is meant.</param>
/// <param name="Before">SHA-256 before, lower-case hex; null where nothing was before or nobody recorded it.</param>
/// <param name="After">SHA-256 after.</param>
/// <param name="Tool">Name and version of the program.</param>
/// <param name="By">Who, as told; null when nobody was named.</param>
/// <param name="Previous">SHA-256 of the line before, without its end; null for the first.</param>
internal sealed record CustodyEntry(int Number, string When, string What, string? File, string? Before, string? After, string Tool, string? By, string? Previous)
{
    public byte[] ToLine()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonForm.Line))
        {
            json.WriteStartObject();
            json.WriteNumber("number", Number);
            json.WriteString("when", When);
            json.WriteString("what", What);
            json.WriteString("file", File);
            json.WriteString("before", Before);
            json.WriteString("after", After);
            json.WriteString("tool", Tool);
            json.WriteString("by", By);
            json.WriteString("previous", Previous);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    /// <exception cref="PacketException">The line is no such entry.</exception>
    public static CustodyEntry Parse(byte[] line)
    {
        try
        {
            using var document = JsonRead.Document(line);
            var root = document.RootElement;
            return new CustodyEntry(
                root.GetProperty("number").GetInt32(),
                root.GetProperty("when").GetString() ?? "",
                root.GetProperty("what").GetString() ?? "",
                root.GetProperty("file").GetString(),
                root.GetProperty("before").GetString(),
                root.GetProperty("after").GetString(),
                root.GetProperty("tool").GetString() ?? "",
                root.GetProperty("by").GetString(),
                root.GetProperty("previous").GetString());
        }
        catch (Exception fault) when (JsonRead.IsBroken(fault))
        {
            throw new PacketException($"{PacketNames.Custody}: found a line that is no entry ({fault.Message})", fault);
        }
    }
}
