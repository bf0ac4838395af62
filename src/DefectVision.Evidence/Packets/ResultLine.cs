using System.Text;
using System.Text.Json;

namespace DefectVision.Evidence.Packets;

/// <summary>One line of results.jsonl, as far as a packet needs it.</summary>
internal sealed record ResultLine(string Path, string Outcome, string? Sha256, string? Lot, string? Item, double? Score, double? Probability, string? Standing, string? StandingByScore, string? DefectClass)
{
    public string? View { get; init; }

    public string? Severity { get; init; }

    /// <summary>Read whole, with a model or without.</summary>
    public bool IsReadable => Outcome is "scored" or "read";

    public bool IsScored => Outcome == "scored";

    public bool IsFlagged => Standing == "flagged";

    /// <exception cref="PacketException">The file does not hold what results.jsonl holds.</exception>
    public static IReadOnlyList<ResultLine> Read(byte[] file)
    {
        try
        {
            return [.. Lines.Of(file).Select(Parse)];
        }
        catch (Exception fault) when (JsonRead.IsBroken(fault))
        {
            throw new PacketException($"{EvidenceWriter.ResultsName}: found a line that is no result ({fault.Message})", fault);
        }
    }

    private static ResultLine Parse(byte[] line)
    {
        using var document = JsonRead.Document(line);
        var root = document.RootElement;
        return new ResultLine(
            root.GetProperty("path").GetString() ?? throw new JsonException($"no path in {Encoding.UTF8.GetString(line)}"),
            root.GetProperty("outcome").GetString() ?? "",
            root.GetProperty("sha256").GetString(),
            root.GetProperty("lot").GetString(),
            root.GetProperty("item").GetString(),
            JsonRead.Measure(root, "score"),
            JsonRead.Share(root, "probability"),
            root.GetProperty("standing").GetString(),
            JsonRead.TextOrNone(root, "standing_by_score"),
            JsonRead.TextOrNone(root, "defect_class"))
        {
            View = JsonRead.TextOrNone(root, "view"),
            Severity = JsonRead.TextOrNone(root, "severity"),
        };
    }
}
