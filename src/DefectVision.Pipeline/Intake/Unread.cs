using DefectVision.Imaging;

namespace DefectVision.Pipeline.Intake;

/// <summary>Why a file of a shipment could not be read.</summary>
internal static class Unread
{
    /// <param name="fault">As reading it gave.</param>
    public static string Reason(Exception fault) => fault switch
    {
        UnreadableFileException { InnerException: UnauthorizedAccessException } or UnauthorizedAccessException => "the file may not be read (permission denied)",
        FileNotFoundException or DirectoryNotFoundException => "the file was gone when it was to be read",
        _ => "the file could not be read from the disk",
    };
}
