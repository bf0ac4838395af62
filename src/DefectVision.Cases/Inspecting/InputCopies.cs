using DefectVision.Imaging;
using DefectVision.Pipeline.Intake;

namespace DefectVision.Cases.Inspecting;

/// <summary>Keeps every list in the case, byte for byte, with the documents that it names.</summary>
internal static class InputCopies
{
    private const string Unfinished = CasePaths.Inputs + ".part";

    /// <summary>Copies under a temporary name, before any output is replaced: a full disk or a changed list leaves the last whole case as it was.</summary>
    /// <exception cref="CaseException">A source changed while the inspection ran.</exception>
    /// <exception cref="IOException">They cannot be written.</exception>
    public static void Stage(string folder, ChosenInputs chosen)
    {
        var unfinished = Path.Combine(folder, Unfinished);
        if (Directory.Exists(unfinished))
        {
            Directory.Delete(unfinished, recursive: true);
        }

        Directory.CreateDirectory(unfinished);
        foreach (var input in chosen.Inputs)
        {
            var source = chosen.Sources[input.Kind];
            var target = Path.Combine(unfinished, Lists.Word(input.Kind));
            Copy(source, Path.Combine(target, input.Name), input.Sha256);
            foreach (var (document, digest) in input.Documents)
            {
                Copy(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(source))!, document), Path.Combine(target, document), digest);
            }
        }
    }

    /// <summary>Replaces the copies of the run before by those that were staged.</summary>
    /// <exception cref="IOException">They cannot be replaced.</exception>
    public static void Publish(string folder)
    {
        var place = Path.Combine(folder, CasePaths.Inputs);
        if (Directory.Exists(place))
        {
            Directory.Delete(place, recursive: true);
        }

        Directory.Move(Path.Combine(folder, Unfinished), place);
    }

    private static void Copy(string source, string target, string expected)
    {
        var bytes = PlainFile.Bytes(source);
        if (StoredJson.Sha256(bytes) != expected)
        {
            throw new CaseException($"{Path.GetFileName(source)}: it changed while the inspection ran; run inspect again");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.WriteAllBytes(target, bytes);
    }
}
