namespace DefectVision.Cases.Reviewing;

/// <summary>Where a photo of the case lies.</summary>
/// <param name="FullPath">Of the file.</param>
/// <param name="Sha256">That its bytes had when it was inspected, lower-case hex.</param>
/// <param name="Format">jpeg, png, webp and so on, from the content.</param>
public sealed record ReviewSource(string FullPath, string Sha256, string? Format);
