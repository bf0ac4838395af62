namespace DefectVision.Training;

/// <summary>A model and its card on disk: NAME.onnx and NAME.md, each whole or not at all.</summary>
internal static class ModelFiles
{
    public static void Write(string modelPath, byte[] model, string card)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(modelPath))!);
        Replace(modelPath, path => File.WriteAllBytes(path, model));
        Replace(Path.ChangeExtension(modelPath, ".md"), path => File.WriteAllText(path, card));
    }

    private static void Replace(string path, Action<string> write)
    {
        var unfinished = path + ".partial";
        try
        {
            write(unfinished);
            File.Move(unfinished, path, overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }
}
