namespace DefectVision.Inference.Foreign;

/// <summary>A file beside an ONNX file that holds some of its weights.</summary>
/// <param name="Name">Without its folder.</param>
/// <param name="Sha256">Of its bytes, lower-case hex.</param>
public sealed record WeightsFile(string Name, string Sha256);
