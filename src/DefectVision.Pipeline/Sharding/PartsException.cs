namespace DefectVision.Pipeline.Sharding;

/// <summary>Parts that do not make one inspection: which, found, wanted.</summary>
public sealed class PartsException(string message) : Exception(message);
