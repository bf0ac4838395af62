namespace DefectVision.Garments;

/// <summary>Which side of the garment is up.</summary>
internal enum View
{
    Front,
    Back,
}
