using DefectVision.Imaging;

namespace DefectVision.Evidence.Report;

/// <summary>The small picture of an exhibit, or the reason why there is none.</summary>
internal sealed record ExhibitPicture(byte[]? Jpeg, string? Reason)
{
    /// <summary>Null where the model gives none, or the photo is not flagged: nothing is shown below the operating point.</summary>
    public HeatMap? HeatMap { get; init; }

    /// <summary>The heat map on the photo made grey.</summary>
    public byte[]? HeatMapJpeg { get; init; }
}
