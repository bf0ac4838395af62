using System.Text.Json;
using DefectVision.Inspection;

namespace DefectVision.Evidence.Packets;

/// <summary>What summary.json says of the inspection and of the files that it rests on.</summary>
internal sealed record InspectionOutputs(string? Name, string? AsOf, string? Buyer, string? PlanSha256, string? AgreementSha256, string? ConfirmedSha256, string? DrawSha256, string? ModelSha256)
{
    /// <summary>Of the lists of others, by their names in a packet; null where the inspection had none.</summary>
    public IReadOnlyDictionary<string, string?> Lists { get; init; } = new Dictionary<string, string?>();

    /// <summary>What those lists name.</summary>
    public IReadOnlyList<NamedFile> Documents { get; init; } = [];

    /// <summary>Some person read some item.</summary>
    public bool IsReviewed => ConfirmedSha256 is not null || Lists.GetValueOrDefault(PacketNames.Reviews) is not null;

    /// <summary>Zips that were unpacked, that of the whole shipment first.</summary>
    public IReadOnlyList<ShipmentArchive> Archives { get; init; } = [];

    public static IEnumerable<ShipmentArchive> ArchivesOf(InspectionRecord record) => record.GivenAs is { } whole ? record.Archives.Prepend(whole) : record.Archives;

    /// <exception cref="PacketException">The file does not hold what summary.json holds.</exception>
    public static InspectionOutputs Read(byte[] summary)
    {
        try
        {
            using var document = JsonRead.Document(summary);
            var root = document.RootElement;
            return new InspectionOutputs(
                root.GetProperty("name").GetString(),
                root.GetProperty("as_of").GetString(),
                root.GetProperty("agreement").GetProperty("buyer").GetString(),
                root.GetProperty("analysis_plan").GetProperty("sha256").GetString(),
                root.GetProperty("agreement").GetProperty("sha256").GetString(),
                root.GetProperty("review").GetProperty("sha256").GetString(),
                root.GetProperty("draw_list_sha256").GetString(),
                Sha256Of(root, "model"))
            {
                Lists = new Dictionary<string, string?>
                {
                    [PacketNames.Reviews] = root.GetProperty("review").TryGetProperty("log", out var log) && log.ValueKind == JsonValueKind.Object ? log.GetProperty("sha256").GetString() : null,
                    [PacketNames.Measurements] = Sha256Of(root, "measurements"),
                    [PacketNames.Tests] = Sha256Of(root, "tests"),
                    [PacketNames.ThirdParty] = Sha256Of(root, "third_party"),
                },
                Documents = NamedFile.Of(root),
                Archives = !root.TryGetProperty("archives", out var archives) ? []
                    : [.. archives.EnumerateArray().Select(archive => new ShipmentArchive(archive.GetProperty("path").GetString() ?? "", archive.GetProperty("bytes").GetInt64(), archive.GetProperty("sha256").GetString() ?? ""))],
            };
        }
        catch (Exception fault) when (JsonRead.IsBroken(fault))
        {
            throw new PacketException($"{EvidenceWriter.SummaryName}: found no summary of an inspection ({fault.Message})", fault);
        }
    }

    /// <summary>The digest that the summary gives for a file of the packet; null where it gives none.</summary>
    public string? DigestOf(string name) => name switch
    {
        EvidenceWriter.PlanName => PlanSha256,
        PacketNames.Agreement => AgreementSha256,
        PacketNames.Confirmed => ConfirmedSha256,
        PacketNames.Draw => DrawSha256,
        _ => Lists.GetValueOrDefault(name) ?? Documents.FirstOrDefault(document => document.Name == name)?.Sha256,
    };

    private static string? Sha256Of(JsonElement summary, string list) =>
        summary.GetProperty(list) is { ValueKind: JsonValueKind.Object } told ? told.GetProperty("sha256").GetString() : null;
}
