using DefectVision.Garments.Surfaces;

namespace DefectVision.Garments.Cloths;

/// <summary>One point of cloth: its height above the cloth's middle in millimetres, and its reflectance.</summary>
internal record struct ClothPoint(float Height, Tint Reflectance);
