namespace DefectVision.Inspection.Recording;

/// <summary>A record that cannot be read back, with the reason.</summary>
public sealed class RecordException(string message, Exception? inner = null) : Exception(message, inner);
