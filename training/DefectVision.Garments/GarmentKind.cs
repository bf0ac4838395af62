namespace DefectVision.Garments;

internal enum GarmentKind
{
    Polo,
    Overshirt,
}
