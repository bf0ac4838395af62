namespace DefectVision.Web.Showing;

/// <summary>A photo as a browser gets it.</summary>
/// <param name="Type">Of its content.</param>
/// <param name="Bytes">Of the file.</param>
internal sealed record ShownPhoto(string Type, byte[] Bytes);
