using Microsoft.ML.Data;

namespace DefectVision.MlNetBaseline;

/// <summary>A row of ML.NET's output.</summary>
internal sealed class ScoreRow
{
    public string Path { get; set; } = string.Empty;

    [ColumnName("score")]
    public float[] Score { get; set; } = [];

    [ColumnName("logits")]
    public float[] Logits { get; set; } = [];
}
