using System.Text;

namespace DefectVision.Training;

/// <summary>A model and its card on disk: NAME.onnx and NAME.md, whole or not at all.</summary>
internal static class ModelFiles
{
    public static void Write(string modelPath, byte[] model, string card)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(modelPath))!);
        using var staged = new StagedReplacement();
        staged.Stage(modelPath, model);
        staged.Stage(Path.ChangeExtension(modelPath, ".md"), Encoding.UTF8.GetBytes(card));
        staged.Publish();
    }
}
