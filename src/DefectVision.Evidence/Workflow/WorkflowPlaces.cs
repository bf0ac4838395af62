namespace DefectVision.Evidence.Workflow;

/// <summary>Where an inspection lies, as the steps after it are to find it.</summary>
/// <param name="Case">Path of the case.</param>
/// <param name="ToLookAt">Items on its list of those that a person should look at.</param>
public sealed record WorkflowPlaces(string Case, int ToLookAt);
