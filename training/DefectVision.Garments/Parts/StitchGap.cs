namespace DefectVision.Garments.Parts;

/// <summary>A run without stitches, in millimetres along the row; the thread may float over it.</summary>
internal sealed record StitchGap(float From, float To, bool Floats);
