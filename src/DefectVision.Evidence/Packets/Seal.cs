using System.Text.Json;
using DefectVision.Evidence.Data;

namespace DefectVision.Evidence.Packets;

/// <summary>What is signed and stamped: a few numbers on which every byte of the packet rests. It can be computed again from the other files.</summary>
/// <param name="Inspection">Name of the inspection.</param>
/// <param name="AsOf">The date that the inspection carries.</param>
/// <param name="Made">The date that the packet carries.</param>
/// <param name="Tool">Name and version of the program.</param>
/// <param name="Root">Of the Merkle tree over the manifest's lines, lower-case hex.</param>
/// <param name="Leaves">Lines of the manifest.</param>
/// <param name="SumsSha256">Of SHA256SUMS, which names all files but those made after it.</param>
/// <param name="CustodyEntries">Lines of the custody log.</param>
/// <param name="CustodyHead">SHA-256 of its last line.</param>
internal sealed record Seal(string? Inspection, string? AsOf, string Made, string Tool, string Root, int Leaves, string SumsSha256, int CustodyEntries, string? CustodyHead)
{
    private const string Schema = "defectvision/seal/1";

    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonForm.Page))
        {
            json.WriteStartObject();
            json.WriteString("schema", Schema);
            json.WriteString("inspection", Inspection);
            json.WriteString("as_of", AsOf);
            json.WriteString("made", Made);
            json.WriteString("tool", Tool);
            json.WriteString("root", Root);
            json.WriteNumber("leaves", Leaves);
            json.WriteString("sums_sha256", SumsSha256);
            json.WriteNumber("custody_entries", CustodyEntries);
            json.WriteString("custody_head", CustodyHead);
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    /// <exception cref="PacketException">The file is no seal.</exception>
    public static Seal Parse(byte[] file)
    {
        try
        {
            using var document = JsonRead.Document(file);
            var root = document.RootElement;
            return root.GetProperty("schema").GetString() != Schema
                ? throw new PacketException($"{PacketNames.Seal}: found schema {root.GetProperty("schema")}, wanted {Schema}")
                : new Seal(
                    root.GetProperty("inspection").GetString(),
                    root.GetProperty("as_of").GetString(),
                    root.GetProperty("made").GetString() ?? "",
                    root.GetProperty("tool").GetString() ?? "",
                    root.GetProperty("root").GetString() ?? "",
                    root.GetProperty("leaves").GetInt32(),
                    root.GetProperty("sums_sha256").GetString() ?? "",
                    root.GetProperty("custody_entries").GetInt32(),
                    root.GetProperty("custody_head").GetString());
        }
        catch (Exception fault) when (JsonRead.IsBroken(fault))
        {
            throw new PacketException($"{PacketNames.Seal}: found no seal ({fault.Message}), wanted {Schema}", fault);
        }
    }
}
