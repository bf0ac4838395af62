namespace DefectVision.Automation.Working;

/// <summary>As many jobs wait as may.</summary>
public sealed class QueueFullException(string message) : Exception(message);
