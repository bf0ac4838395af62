namespace DefectVision.Evidence.Packets;

/// <summary>A photo as it goes into the packet.</summary>
/// <param name="Bytes">The original's, where nothing is withheld.</param>
/// <param name="Ending">Added to the name: a copy of another format says so.</param>
/// <param name="Withheld">gps, exif_serial, personal, region; empty: it is the original.</param>
/// <param name="PixelsSha256">Of its decoded pixels; null where it cannot be decoded whole.</param>
/// <param name="OriginalPixelsSha256">Of those of the original.</param>
internal sealed record ExhibitCopy(byte[] Bytes, string Ending, IReadOnlyList<string> Withheld, string? PixelsSha256, string? OriginalPixelsSha256);
