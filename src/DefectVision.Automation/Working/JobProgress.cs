namespace DefectVision.Automation.Working;

/// <summary>How far a running job is.</summary>
/// <param name="Done">Files done.</param>
/// <param name="Total">Files in all.</param>
public sealed record JobProgress(long Done, long Total);
