namespace DefectVision.Claims;

/// <summary>A file that a claim is given and cannot be read, with the place.</summary>
public sealed class ClaimException(string message, Exception? inner = null) : Exception(message, inner);
