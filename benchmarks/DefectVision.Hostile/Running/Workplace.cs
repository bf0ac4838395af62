namespace DefectVision.Hostile.Running;

/// <summary>A folder for one attack: the shipment, what surrounds it, the outputs and the temporary folder. Deleted at the end.</summary>
internal sealed class Workplace : IDisposable
{
    private const UnixFileMode Open = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    public Workplace()
    {
        Root = Directory.CreateTempSubdirectory("defectvision-hostile-").FullName;
        File.SetUnixFileMode(Root, Open);
        foreach (var folder in (string[])[Around, Out, Temporary])
        {
            Directory.CreateDirectory(folder);
        }
    }

    /// <summary>One whose shipment is a part of the sample's and the garments' photos, handed to the user that the command runs as.</summary>
    /// <param name="photos">How many, at most those that there are.</param>
    public Workplace(int photos)
        : this()
    {
        TakeSample(photos);
        Give();
    }

    /// <summary>Full path of all.</summary>
    public string Root { get; }

    /// <summary>The shipment's surroundings: nothing in here may change, the shipment included.</summary>
    public string Around => Path.Combine(Root, "around");

    /// <summary>The shipment.</summary>
    public string Shipment => Path.Combine(Around, "shipment");

    /// <summary>Outputs, one folder a run.</summary>
    public string Out => Path.Combine(Root, "out");

    /// <summary>The temporary folder of the command.</summary>
    public string Temporary => Path.Combine(Root, "temporary");

    /// <summary>Hands all of it to the user that the command runs as.</summary>
    public void Give() => NormalUser.Give(Root);

    /// <summary>The command for an inspection of the shipment.</summary>
    /// <param name="outFolder">Name of the outputs' folder.</param>
    /// <param name="more">Further arguments.</param>
    public Child Inspection(string outFolder, params string[] more) => new(["inspect", Shipment, "--model", Place.Model, "--out", Path.Combine(Out, outFolder), "--quiet", .. more]) { Temporary = Temporary };

    /// <summary>The same with a date of its own, so that the outputs of two runs are the same bytes.</summary>
    public Child Dated(string outFolder, params string[] more) => Inspection(outFolder, ["--as-of", "2026-11-24T08:00:00Z", .. more]);

    public void Dispose()
    {
        // Folders without permissions, and paths that are longer than a path may be: the system's own program takes them away.
        Shell.Run("chmod", "-R", "u+rwX", Root);
        Shell.Run("rm", "-rf", Root);
    }

    private void TakeSample(int photos)
    {
        var all = Directory.GetFiles(Place.Sample, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(path => (Path: path, Name: Path.GetRelativePath(Place.Sample, path)))
            .Concat(Directory.GetFiles(Place.Garments, "*.jpg", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(path => (Path: path, Name: Path.Combine("PO-2026-118", "LOT-D", Path.GetFileName(Path.GetDirectoryName(path)!) + " " + Path.GetFileName(path)))));
        foreach (var (path, name) in all.Take(photos))
        {
            var target = Path.Combine(Shipment, name);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(path, target);
        }
    }
}
