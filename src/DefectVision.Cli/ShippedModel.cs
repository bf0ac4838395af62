namespace DefectVision.Cli;

/// <summary>The models that ship beside the program.</summary>
internal static class ShippedModel
{
    /// <summary>What new models look at photos with.</summary>
    public static string BackbonePath { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "models", "backbone.onnx");

    /// <summary>The sample model.</summary>
    public static string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "models", "garments.onnx");
}
