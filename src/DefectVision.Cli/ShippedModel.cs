namespace DefectVision.Cli;

/// <summary>The sample model that ships beside the program.</summary>
internal static class ShippedModel
{
    public static string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "models", "garments.onnx");
}
