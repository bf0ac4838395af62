namespace DefectVision.Pipeline.Intake;

/// <summary>A folder of the outputs that archives are unpacked into. It is made anew by each run, but nothing that an inspection did not put there is ever deleted.</summary>
public static class UnpackedFolder
{
    private const string Mark = ".unpacked-by-defectvision";

    /// <summary>Makes the folder where it is not there, and marks it.</summary>
    /// <param name="folder">Its full path.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Make(string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, Mark), []);
    }

    /// <summary>Deletes what an earlier run unpacked; does nothing where there is no such folder.</summary>
    /// <exception cref="IntakeException">A folder of this name is there that no inspection made.</exception>
    public static void Clear(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        if (!File.Exists(Path.Combine(folder, Mark)) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new IntakeException($"{Path.GetFileName(folder)}: found a folder that no inspection made where archives are unpacked; name another output folder");
        }

        Directory.Delete(folder, recursive: true);
    }
}
