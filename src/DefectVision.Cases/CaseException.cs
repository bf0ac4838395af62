namespace DefectVision.Cases;

/// <summary>A case that cannot be used as it is, with what to do.</summary>
public sealed class CaseException(string message, Exception? inner = null) : Exception(message, inner);
