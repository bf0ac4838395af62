using System.Text.Json;
using DefectVision.Inspection;
using DefectVision.Inspection.Imported;

namespace DefectVision.Evidence.Packets;

/// <summary>A document that a list of the inspection names.</summary>
/// <param name="Name">In the packet.</param>
/// <param name="List">The list's name in the packet.</param>
/// <param name="Path">Below the list's folder.</param>
/// <param name="Sha256">When it was inspected, lower-case hex.</param>
internal sealed record NamedFile(string Name, string List, string Path, string Sha256)
{
    /// <summary>All that an inspection names, each once.</summary>
    public static IReadOnlyList<NamedFile> Of(InspectionRecord record) =>
        Named([(PacketNames.Tests, Digests(record.Tests?.Documents)), (PacketNames.ThirdParty, Digests(record.ThirdParty?.Documents))]);

    /// <summary>The same from a summary, in which they are in the same order: the same names.</summary>
    /// <param name="summary">The root of summary.json.</param>
    public static IReadOnlyList<NamedFile> Of(JsonElement summary) =>
        Named([(PacketNames.Tests, Digests(summary.GetProperty("tests"))), (PacketNames.ThirdParty, Digests(summary.GetProperty("third_party")))]);

    private static List<NamedFile> Named(IEnumerable<(string List, IEnumerable<(string Path, string Sha256)> Documents)> lists)
    {
        var names = new SafePath();
        var found = new List<NamedFile>();
        foreach (var (list, documents) in lists)
        {
            foreach (var (path, sha256) in documents.Where(document => !found.Any(other => (other.Path, other.Sha256) == document)))
            {
                found.Add(new NamedFile(PacketNames.Documents + names.Of(path.Split('/')), list, path, sha256));
            }
        }

        return found;
    }

    private static IEnumerable<(string Path, string Sha256)> Digests(IReadOnlyList<NamedDocument>? documents) => (documents ?? []).Select(document => (document.Path, document.Sha256));

    private static IEnumerable<(string Path, string Sha256)> Digests(JsonElement list) => list.ValueKind != JsonValueKind.Object ? []
        : list.GetProperty("documents").EnumerateArray().Select(document => (document.GetProperty("path").GetString() ?? "", document.GetProperty("sha256").GetString() ?? ""));
}
