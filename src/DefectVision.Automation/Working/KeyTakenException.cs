namespace DefectVision.Automation.Working;

/// <summary>The key of a request was that of another request before.</summary>
public sealed class KeyTakenException(string message) : Exception(message);
