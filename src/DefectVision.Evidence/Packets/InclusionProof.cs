using System.Text;
using System.Text.Json;
using DefectVision.Evidence.Data;

namespace DefectVision.Evidence.Packets;

/// <summary>That one line of the manifest is among those under a root, without the other lines (RFC 6962, section 2.1.1).</summary>
/// <param name="Line">The manifest's line, without its end.</param>
/// <param name="Index">Of the leaf, from 0.</param>
/// <param name="Size">Leaves of the tree.</param>
/// <param name="Path">Lower-case hex, from the leaf's sibling up.</param>
/// <param name="Root">Lower-case hex.</param>
internal sealed record InclusionProof(byte[] Line, int Index, int Size, IReadOnlyList<string> Path, string Root)
{
    private const string Schema = "defectvision/inclusion-proof/1";

    public static InclusionProof Of(MerkleTree tree, int index, byte[] line) =>
        new(line, index, tree.Size, [.. tree.PathOf(index).Select(Convert.ToHexStringLower)], Convert.ToHexStringLower(tree.Root));

    /// <summary>The root that line and path lead to, lower-case hex; null where they fit no tree.</summary>
    public string? LeadsTo()
    {
        try
        {
            return MerkleTree.RootFrom(MerkleTree.Leaf(Line), Index, Size, Path.Select(Convert.FromHexString)) is { } root ? Convert.ToHexStringLower(root) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonForm.Page))
        {
            json.WriteStartObject();
            json.WriteString("schema", Schema);
            json.WriteString("hashing", "RFC 6962, SHA-256");
            json.WriteString("manifest_line", Encoding.UTF8.GetString(Line));
            json.WriteNumber("leaf_index", Index);
            json.WriteNumber("tree_size", Size);
            json.WriteTexts("audit_path", Path);
            json.WriteString("root", Root);
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    /// <exception cref="PacketException">The file is no such proof.</exception>
    public static InclusionProof Parse(byte[] file, string name)
    {
        try
        {
            using var document = JsonRead.Document(file);
            var root = document.RootElement;
            return new InclusionProof(
                Encoding.UTF8.GetBytes(root.GetProperty("manifest_line").GetString() ?? ""),
                root.GetProperty("leaf_index").GetInt32(),
                root.GetProperty("tree_size").GetInt32(),
                [.. root.GetProperty("audit_path").EnumerateArray().Select(hash => hash.GetString() ?? "")],
                root.GetProperty("root").GetString() ?? "");
        }
        catch (Exception fault) when (JsonRead.IsBroken(fault))
        {
            throw new PacketException($"{name}: found no inclusion proof ({fault.Message}), wanted {Schema}", fault);
        }
    }
}
