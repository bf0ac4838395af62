namespace DefectVision.Imaging;

/// <summary>A file that was given is there and cannot be read.</summary>
public sealed class UnreadableFileException(string message, Exception inner) : IOException(message, inner);
