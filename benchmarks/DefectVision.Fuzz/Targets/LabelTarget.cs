using System.Text;
using DefectVision.Fuzz.Making;
using DefectVision.Training.Importing;
using DefectVision.Training.Labels;
using DefectVision.Training.Labels.Layouts;

namespace DefectVision.Fuzz.Targets;

/// <summary>
/// Labels of photos in every layout that is read, and class names of a foreign model, which end by <see cref="DatasetException"/> where they are wrong. The name of an input is that of its set and of the
/// file in it: yolo/data.yaml; any other is that of the last seed.
/// </summary>
internal static class LabelTarget
{
    private const string Part = "train";

    private static readonly Dictionary<string, LabelLayout> Layouts = Enum.GetValues<LabelLayout>().ToDictionary(layout => layout.ToString().ToLowerInvariant());

    public static FuzzTarget Make()
    {
        var folder = Directory.CreateTempSubdirectory("fuzz-labels").FullName;
        foreach (var seed in LabelSeeds.All)
        {
            Put(Path.Combine(folder, seed.Name), seed.Content);
        }

        foreach (var set in Directory.GetDirectories(folder))
        {
            LabelSeeds.PutPhotos(set);
        }

        return new FuzzTarget("labels", input => Read(folder, NamedContent.Of(input)));
    }

    private static void Read(string folder, NamedContent input)
    {
        var seed = LabelSeeds.All.FirstOrDefault(seed => seed.Name == input.Name) ?? LabelSeeds.All[^1];
        var file = Path.Combine(folder, seed.Name);
        var set = seed.Name[..seed.Name.IndexOf('/', StringComparison.Ordinal)];
        Put(file, input.Content);
        try
        {
            Refused(() => LayoutGuess.Of(new SetFolder(Path.Combine(folder, set), Part)));
            Refused(() => LabelledSet.Read(Path.Combine(folder, set), Part, null, Layouts[set], keepsFaults: true));
            Refused(() => ClassLabels.Read(Encoding.UTF8.GetString(input.Content)));
        }
        finally
        {
            Put(file, seed.Content);
        }
    }

    private static void Refused(Func<object> read)
    {
        try
        {
            read();
        }
        catch (DatasetException)
        {
            // Wrong labels are refused.
        }
    }

    private static void Put(string file, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, content);
    }
}
