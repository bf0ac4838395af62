using DefectVision.Evidence;
using DefectVision.Fixtures;
using DefectVision.Imaging;
using DefectVision.Imaging.Keeping;
using DefectVision.Inference;
using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Judging;
using DefectVision.Pipeline.Intake;

namespace DefectVision.Pipeline.Tests;

/// <summary>A shipment on disk and a tiny model to inspect it with.</summary>
internal sealed class Shipment : IDisposable
{
    public static readonly DateTimeOffset AsOf = new(2026, 11, 24, 8, 0, 0, TimeSpan.Zero);

    private readonly TempFolder _temp = new();
    private readonly Model _model;

    public Shipment() => _model = Model.Load(TinyModel.Write(_temp.At("tiny.onnx")));

    /// <summary>Where the photos lie.</summary>
    public string Folder => _temp.At("shipment");

    public DecodeLimits Limits { get; init; } = DecodeLimits.Default;

    /// <summary>Three lots, ten photos each, with a few files that are no photos: enough for a run to be broken off in the middle.</summary>
    public static Shipment OfThirty()
    {
        var shipment = new Shipment();
        for (var number = 0; number < 30; number++)
        {
            var name = $"lot-{number / 10}/{number / 2:000}_{(number % 2 == 0 ? "front" : "back")}.jpg";
            shipment.Put(name, number % 7 == 3 ? Photos.Stain(number) : Photos.Good(number));
        }

        shipment.Put("lot-0/copy_of.jpg", Photos.Good(0));
        shipment.Put("lot-1/broken_front.jpg", "not a photo");
        shipment.Put("lot-2/torn_front.jpg", Photos.Truncated(99));
        shipment.Put("lot-2/notes.txt", "hello");
        shipment.Put("Thumbs.db", "x");
        return shipment;
    }

    public void Put(string name, byte[] content) => _temp.Put($"shipment/{name}", content);

    public void Put(string name, string text) => _temp.Put($"shipment/{name}", text);

    public string At(string name) => _temp.At(name);

    public void Pipe(string name) => _temp.Pipe($"shipment/{name}");

    public InspectionRecord Inspect(
        string output = "out",
        int workers = 2,
        bool fresh = false,
        Agreement? agreement = null,
        DateTimeOffset? asOf = null,
        Model? with = null,
        IProgress<InspectionProgress>? progress = null,
        bool redoes = false,
        bool codes = true,
        CancellationToken cancel = default) => Execute(Options(output, workers, fresh, agreement, asOf) with { Redoes = redoes, SearchesForCodes = codes }, with ?? _model, progress, cancel);

    public InspectionRecord InspectWithoutModel(string output = "out", int workers = 2, Agreement? agreement = null) =>
        Execute(Options(output, workers, false, agreement, null), null, null, CancellationToken.None);

    /// <summary>Orders the photos that no model judges by a feature network.</summary>
    public InspectionRecord InspectOrdered(string features, string output, int workers, Agreement? agreement, Model? with) =>
        Execute(Options(output, workers, false, agreement, null) with { OrderedBy = features }, with, null, CancellationToken.None);

    /// <summary>The tiny model that calls a photo the stranger the darker it is.</summary>
    /// <param name="most">Share of strange places of goods that it knows.</param>
    public Model Strange(double most)
    {
        File.WriteAllBytes(_temp.At("strange.onnx"), ModelWriter.Bind(TinyModel.GraphWithStrangeness(), TinyModel.Contract with { Familiar = new Familiarity(1, most) }));
        return Model.Load(_temp.At("strange.onnx"));
    }

    /// <summary>The same with a heat map of its own.</summary>
    public Model StrangeMapping(double most)
    {
        var contract = TinyModel.Contract with { Anomaly = new AnomalyScale(-1, 0, 0), Familiar = new Familiarity(1, most) };
        File.WriteAllBytes(_temp.At("strange-mapping.onnx"), ModelWriter.Bind(TinyModel.GraphWithStrangeness(TinyModel.GraphWithHeatMap()), contract));
        return Model.Load(_temp.At("strange-mapping.onnx"));
    }

    private static InspectionRecord Execute(InspectionOptions options, Model? model, IProgress<InspectionProgress>? progress, CancellationToken cancel)
    {
        var record = InspectionRun.Execute(options, model, TimeProvider.System, progress, cancel);
        InspectionRun.Tidy(record, options.Intake.OutFolder);
        return record;
    }

    /// <summary>The tiny model with a heat map: dark places stand out.</summary>
    public Model Mapping()
    {
        var contract = TinyModel.Contract with { Anomaly = new AnomalyScale(-1, 0, 0) };
        File.WriteAllBytes(_temp.At("mapping.onnx"), ModelWriter.Bind(TinyModel.GraphWithHeatMap(), contract));
        return Model.Load(_temp.At("mapping.onnx"));
    }

    /// <summary>The model of garments that the repository ships; the caller disposes it.</summary>
    public static Model Shipped() => Model.Load(Path.Combine(CasesFolder.Repository, "models", "garments.onnx"));

    /// <summary>Puts all files of a folder into the shipment, under the same names.</summary>
    public void PutFolder(string source)
    {
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            Put(Path.GetRelativePath(source, file), File.ReadAllBytes(file));
        }
    }

    /// <summary>The kept pictures of an inspection, path below their folder to bytes.</summary>
    public IReadOnlyDictionary<string, byte[]> Kept(string output)
    {
        var folder = _temp.At($"{output}/{PictureStore.FolderName}");
        return Directory.Exists(folder)
            ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(path => Path.GetRelativePath(folder, path), File.ReadAllBytes)
            : new Dictionary<string, byte[]>();
    }

    /// <summary>Breaks a run off once so many files are done.</summary>
    public void InspectUntil(int files, string output, int workers = 2, Model? with = null)
    {
        using var stop = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => Inspect(output, workers, with: with, progress: new StopAt(files, stop), cancel: stop.Token));
    }

    /// <summary>The outputs of a record, name to bytes.</summary>
    public IReadOnlyDictionary<string, byte[]> Outputs(InspectionRecord record, string output) =>
        EvidenceWriter.Write(record, new PictureStore(_temp.At(output)), _temp.At(output), CancellationToken.None, options: new ReportOptions(HasPdf: false)).Paths.ToDictionary(path => Path.GetFileName(path), File.ReadAllBytes);

    public static PhotoOutcome OutcomeOf(InspectionRecord record, string path) => record.Files.Single(file => file.Path == path).Outcome;

    public static LotJudgement LotOf(InspectionRecord record, string name) => record.Lots.Single(lot => lot.Lot.Name == name);

    private Dictionary<ListKind, string> FoundLists => Lists.InFolder(Folder).UnionBy(Lists.Below(Folder, At("out")), list => list.Key).ToDictionary();

    private InspectionOptions Options(string output, int workers, bool fresh, Agreement? agreement, DateTimeOffset? asOf) =>
        new(new IntakeOptions(Folder, _temp.At(output), FoundLists), agreement ?? Agreement.None, Limits, workers, asOf ?? AsOf, fresh, false);

    public void Dispose()
    {
        _model.Dispose();
        _temp.Dispose();
    }

    private sealed class StopAt(int files, CancellationTokenSource stop) : IProgress<InspectionProgress>
    {
        public void Report(InspectionProgress value)
        {
            if (value.Done == files)
            {
                stop.Cancel();
            }
        }
    }
}
