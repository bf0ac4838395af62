using DefectVision.Pipeline.Journalling;

namespace DefectVision.Pipeline.Intake;

/// <summary>Folders in a shipment that this program made: an inspection's outputs and evidence packets hold copies of photos, which are no photos of the shipment.</summary>
internal static class EarlierOutputs
{
    /// <summary>What a folder is; null for a folder of the shipment.</summary>
    public static string? What(string folder) =>
        Holds(folder, Journal.FileName) && (Holds(folder, "case.json") || Holds(folder, "summary.json")) ? "the outputs of another inspection: left out"
        : Holds(folder, "seal.json") && Holds(folder, "manifest.jsonl") && Holds(folder, "SHA256SUMS") ? "an evidence packet: left out"
        : null;

    private static bool Holds(string folder, string name) => File.Exists(Path.Combine(folder, name));
}
