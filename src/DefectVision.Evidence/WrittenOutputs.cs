namespace DefectVision.Evidence;

/// <summary>What was written.</summary>
/// <param name="Paths">Of the outputs.</param>
/// <param name="ToLookAt">Items on the list of those that a person should look at; 0 where only the report was written.</param>
/// <param name="Remarks">What could not be done on this machine, and what would be needed, in sentences.</param>
public sealed record WrittenOutputs(IReadOnlyList<string> Paths, int ToLookAt, IReadOnlyList<string> Remarks);
