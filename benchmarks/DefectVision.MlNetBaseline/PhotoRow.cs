namespace DefectVision.MlNetBaseline;

/// <summary>A row of ML.NET's input.</summary>
internal sealed class PhotoRow
{
    public string Path { get; set; } = string.Empty;
}
