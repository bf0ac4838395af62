namespace DefectVision.Inference;

/// <summary>A model that cannot be used, with the reason for the person who must mend it.</summary>
public sealed class ModelException(string message, Exception? inner = null) : Exception(message, inner);
