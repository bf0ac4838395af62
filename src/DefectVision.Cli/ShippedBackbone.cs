namespace DefectVision.Cli;

/// <summary>The feature network that ships with the program.</summary>
internal static class ShippedBackbone
{
    /// <summary>What new models look at photos with.</summary>
    public static string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "models", "backbone.onnx");
}
