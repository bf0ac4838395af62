using DefectVision.Imaging;
using DefectVision.Inference;
using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;
using DefectVision.Pipeline;
using DefectVision.Pipeline.Intake;
using DefectVision.Throughput.Measuring;

namespace DefectVision.Throughput;

/// <summary>The product's own way from a folder to an inspection record, measured. Its journal goes to a folder of its own, so that nothing is resumed.</summary>
internal static class FolderRun
{
    public const string Name = "defectvision";

    public static string ShippedModel { get; } = Path.Combine(AppContext.BaseDirectory, "models", "garments.onnx");

    public static Measurement Execute(string folder, string modelFile, int workers, bool searchesForCodes, CancellationToken cancel)
    {
        var outFolder = Directory.CreateTempSubdirectory("defectvision-throughput-").FullName;
        try
        {
            using var model = Model.Load(modelFile);
            var options = new InspectionOptions(
                new IntakeOptions(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)), outFolder, Lists.InFolder(Path.GetFullPath(folder))),
                Agreement.None,
                DecodeLimits.Default,
                workers,
                AsOf: null,
                Fresh: true,
                Redoes: false)
            {
                SearchesForCodes = searchesForCodes,
            };
            var record = InspectionRun.Execute(options, model, TimeProvider.System, progress: null, cancel);
            return Meter.Read(Name, record.Files.Count, record.Accounting[PhotoOutcome.Scored]);
        }
        finally
        {
            Directory.Delete(outFolder, recursive: true);
        }
    }
}
