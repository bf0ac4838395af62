namespace DefectVision.Hostile.Making;

/// <summary>A whole photo in one format.</summary>
/// <param name="Name">Of the format.</param>
/// <param name="Ending">Of its files, with the dot.</param>
/// <param name="Bytes">All of the file.</param>
internal sealed record PhotoForm(string Name, string Ending, byte[] Bytes);
