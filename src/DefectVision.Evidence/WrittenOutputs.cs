namespace DefectVision.Evidence;

/// <summary>What was written.</summary>
/// <param name="Paths">Of the outputs.</param>
/// <param name="Remarks">What could not be done on this machine, and what would be needed, in sentences.</param>
public sealed record WrittenOutputs(IReadOnlyList<string> Paths, IReadOnlyList<string> Remarks);
