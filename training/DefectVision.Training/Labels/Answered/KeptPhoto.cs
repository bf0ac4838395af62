using DefectVision.Training.Labels.Layouts;

namespace DefectVision.Training.Labels.Answered;

/// <summary>A photo that is in a set, or about to be.</summary>
/// <param name="sha256">Of its bytes, lower-case hex.</param>
internal sealed class KeptPhoto(string sha256)
{
    public string Sha256 => sha256;

    /// <summary>What was said of it, a line a case and item; one at least.</summary>
    public List<AnswerLine> Lines { get; init; } = [];

    /// <summary>Where it lies below the set's folder; null when it is new, or a person took it away.</summary>
    public string? Now { get; init; }

    /// <summary>The file that it is copied from; null when it is in the set, or was.</summary>
    public string? From { get; init; }

    public string Name => Lines[0].Name;

    /// <summary>It does not lie where it was put: a person moved or deleted it, and has the last word.</summary>
    public bool IsDecidedByHand => From is null && Now != Lines[0].Path;

    /// <summary>Labels that hold: as it lies where a person put it, else as the readers say.</summary>
    public IEnumerable<string> Labels(IReadOnlyDictionary<string, string> labelsByFolder) =>
        !IsDecidedByHand ? Lines.Select(line => line.Label).Where(label => label.Length > 0)
        : Now is null || SetPath.FolderOf(Now) is "" || SetPath.IsUndecided(Now) ? []
        : [LabelOf(SetPath.FolderOf(Now), labelsByFolder)];

    /// <summary>The label that a folder stands for.</summary>
    /// <param name="labelsByFolder">Of classes whose name is no name for a folder.</param>
    public static string LabelOf(string folder, IReadOnlyDictionary<string, string> labelsByFolder) => labelsByFolder.GetValueOrDefault(folder) ?? ClassRule.Name(folder, folder);

    /// <summary>Labels by the folders that stand for them.</summary>
    public static IReadOnlyDictionary<string, string> LabelsByFolder(IEnumerable<AnswerLine> lines) =>
        lines.Select(line => line.Label).Where(label => label.Length > 0).Distinct().DistinctBy(SafeName.OfClass).ToDictionary(SafeName.OfClass, StringComparer.Ordinal);

    public override string ToString() => $"{Lines[0].Origin.Shipment}/{Lines[0].Source}";
}
