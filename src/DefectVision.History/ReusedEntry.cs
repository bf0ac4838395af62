namespace DefectVision.History;

/// <summary>A photo that was among those of an earlier shipment.</summary>
/// <param name="Path">In this shipment.</param>
/// <param name="Shipment">Name of the other.</param>
/// <param name="Day">That the other stands for.</param>
/// <param name="OtherPath">In the other.</param>
/// <param name="IsSameFile">Byte for byte; else the same shot in another file.</param>
public sealed record ReusedEntry(string Path, string Shipment, DateOnly Day, string OtherPath, bool IsSameFile);
