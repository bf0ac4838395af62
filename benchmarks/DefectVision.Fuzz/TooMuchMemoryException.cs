namespace DefectVision.Fuzz;

/// <summary>A reader that can be made to take far more memory than its input is worth.</summary>
internal sealed class TooMuchMemoryException(string message) : Exception(message);
