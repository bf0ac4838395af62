using System.Text.Json;

namespace DefectVision.Evidence.Packets;

/// <summary>A document that a list of the inspection names.</summary>
/// <param name="Name">In the packet.</param>
/// <param name="List">The list's name in the packet.</param>
/// <param name="Path">Below the list's folder.</param>
/// <param name="Sha256">When it was inspected, lower-case hex.</param>
internal sealed record NamedFile(string Name, string List, string Path, string Sha256)
{
    /// <summary>All that a summary names, each once; the same summary gives the same names.</summary>
    /// <param name="summary">The root of summary.json.</param>
    public static IReadOnlyList<NamedFile> Of(JsonElement summary)
    {
        var names = new SafePath();
        var found = new List<NamedFile>();
        foreach (var (field, list) in ((string, string)[])[("tests", PacketNames.Tests), ("third_party", PacketNames.ThirdParty)])
        {
            if (summary.GetProperty(field) is not { ValueKind: JsonValueKind.Object } told)
            {
                continue;
            }

            foreach (var document in told.GetProperty("documents").EnumerateArray())
            {
                var (path, sha256) = (document.GetProperty("path").GetString() ?? "", document.GetProperty("sha256").GetString() ?? "");
                if (!found.Any(other => (other.Path, other.Sha256) == (path, sha256)))
                {
                    found.Add(new NamedFile(PacketNames.Documents + names.Of(path.Split('/')), list, path, sha256));
                }
            }
        }

        return found;
    }
}
