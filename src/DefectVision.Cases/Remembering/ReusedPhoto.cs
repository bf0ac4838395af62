namespace DefectVision.Cases.Remembering;

/// <summary>A photo of a case that was among the photos of another shipment.</summary>
/// <param name="Path">In this shipment.</param>
/// <param name="Shipment">Name of the other.</param>
/// <param name="Day">The day that the other stands for.</param>
/// <param name="OtherPath">In the other.</param>
/// <param name="IsSameFile">Byte for byte; else the same shot in another file.</param>
public sealed record ReusedPhoto(string Path, string Shipment, DateOnly Day, string OtherPath, bool IsSameFile);
