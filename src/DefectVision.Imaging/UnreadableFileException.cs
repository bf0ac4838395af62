namespace DefectVision.Imaging;

/// <summary>A file or folder that was given is there and cannot be read.</summary>
public sealed class UnreadableFileException(string message, Exception? inner = null) : IOException(message, inner);
