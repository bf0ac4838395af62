using DefectVision.Imaging;

namespace DefectVision.Pipeline.Intake;

/// <summary>Why one file of many could not be read: it is an outcome, and ends no run.</summary>
internal static class ReadFault
{
    /// <summary>Whether a fault is one of reading a file.</summary>
    public static bool Is(Exception fault) => fault is IOException or UnauthorizedAccessException;

    public static string Reason(Exception fault) => fault switch
    {
        FileNotFoundException or DirectoryNotFoundException => "the file was gone when it was to be read",
        UnauthorizedAccessException or UnreadableFileException { InnerException: UnauthorizedAccessException } => "the file may not be read (permission denied)",
        _ => "the file could not be read from the disk",
    };
}
