namespace DefectVision.Automation.Working;

/// <summary>Another program works in the folder.</summary>
public sealed class FolderTakenException(string message, Exception inner) : IOException(message, inner);
