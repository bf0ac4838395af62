using DefectVision.Cases.Claiming;
using DefectVision.Cases.Inspecting;
using DefectVision.Cases.Packing;
using DefectVision.Cases.Reviewing;
using DefectVision.Evidence;
using DefectVision.Evidence.Packets;
using DefectVision.Fixtures;
using DefectVision.Pipeline;
using DefectVision.Pipeline.Intake;
using DefectVision.Pipeline.Sharding;

namespace DefectVision.Cases.Tests;

/// <summary>A lot of four photographed items with its agreement, a tiny model, and a case to make of them.</summary>
internal sealed class Bench : IDisposable
{
    public static readonly DateTimeOffset Monday = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset Tuesday = Monday.AddDays(1);
    public static readonly DateTimeOffset Wednesday = Monday.AddDays(2);

    public const string Agreement = """
        purchase_order: PO-1
        buyer: Buyer Ltd
        supplier: Supplier Ltd
        sampling: all
        unit_price: 12.50
        currency: USD
        lots:
          A: { size: 4 }

        """;

    public const string Confirmed = "lot,item,confirmed,reader,time,defect_class\nA,2,yes,Li,2026-11-20T09:00:00Z,stain\n";

    private readonly TempFolder _temp = new();
    private readonly List<string> _said = [];

    public Bench()
    {
        for (var number = 1; number <= 4; number++)
        {
            Put($"shipment/A/{number}_front.jpg", number == 2 ? Photos.Stain(number) : Photos.Good(number));
        }

        Put("shipment/agreement.yaml", Agreement);
        Put("tools/tiny.onnx", TinyModel.Bytes());
    }

    public string Root => _temp.Root;

    public string Shipment => At("shipment");

    public string Case => At("case");

    public string Model => At("tools/tiny.onnx");

    /// <summary>Remarks of the last piece of work.</summary>
    public IReadOnlyList<string> Said => _said;

    public CaseFile File => StoredJson.Read<CaseFile>(InCase("case.json"))!;

    public string At(string name) => _temp.At(name);

    public string InCase(string name) => Path.Combine(Case, name);

    public string Put(string name, string text) => _temp.Put(name, text);

    public string Put(string name, byte[] content) => _temp.Put(name, content);

    /// <summary>Inspects for the first time: with the model, without a PDF.</summary>
    public InspectAnswer Begin(Func<InspectRequest, InspectRequest>? how = null, DateTimeOffset? at = null, string folder = "case") =>
        Inspect(
            request => (how ?? (same => same))(request with { Model = Model, Settings = new CaseSettings { HasPdf = false } }),
            at,
            folder);

    /// <summary>Inspects with nothing but shipment and case, unless more is said.</summary>
    public InspectAnswer Inspect(
        Func<InspectRequest, InspectRequest>? how = null,
        DateTimeOffset? at = null,
        string folder = "case",
        IProgress<InspectionProgress>? progress = null,
        CancellationToken cancel = default) =>
        Casework.Inspect((how ?? (same => same))(new InspectRequest(Shipment, At(folder))), Context(at, progress, cancel));

    /// <summary>Does one part of the shipment, in the folder of the part below the case's.</summary>
    public Part Part(Shard shard, Func<InspectRequest, InspectRequest>? how = null, DateTimeOffset? at = null, IProgress<InspectionProgress>? progress = null, CancellationToken cancel = default) =>
        Casework.InspectPart((how ?? (same => same))(new InspectRequest(Shipment, Path.Combine(Case, shard.Folder)) { Model = Model, Settings = new CaseSettings { HasPdf = false } }), shard, Context(at, progress, cancel));

    /// <summary>Joins the parts that are there.</summary>
    public InspectAnswer Merge(params string[] parts) =>
        Casework.Merge(new MergeRequest(parts.Length == 0 ? [Case] : [.. parts.Select(InCase)], Case), Context(Wednesday)).Answer;

    public WrittenOutputs Report(CaseSettings? settings = null) => Casework.Report(Case, settings ?? new CaseSettings(), Context());

    public PacketMade Pack(string? shipment = null, bool overwrite = false) =>
        Casework.Pack(new PackRequest(Case) { Shipment = shipment, Overwrite = overwrite }, Context());

    public ClaimAnswer Claim() => Casework.Claim(new PackRequest(Case), Context());

    public ReviewDesk Review(ulong? seed = null) => Casework.Review(new ReviewRequest(Case) { Seed = seed }, Context(Tuesday));

    public OpenedCase Open() => OpenedCase.At(Case);

    /// <summary>Every file of a folder, path below it to bytes.</summary>
    public static SortedDictionary<string, byte[]> Files(string folder) => new(
        Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(path => Path.GetRelativePath(folder, path), System.IO.File.ReadAllBytes),
        StringComparer.Ordinal);

    /// <summary>
    /// The files of a case that are other than they were, come or gone; without the journal, to which a run may add lines.
    /// </summary>
    public IReadOnlyList<string> ChangedSince(IReadOnlyDictionary<string, byte[]> before)
    {
        var now = Files(Case);
        return [.. now.Keys.Union(before.Keys).Where(name => name != "journal.jsonl" && !IsSame(name)).Order(StringComparer.Ordinal)];

        bool IsSame(string name) =>
            now.TryGetValue(name, out var bytes) && before.TryGetValue(name, out var were) && bytes.AsSpan().SequenceEqual(were);
    }

    /// <summary>Lists by the kind that somebody names them for.</summary>
    public static IReadOnlyDictionary<ListKind, string> Named(params (ListKind Kind, string Path)[] lists) =>
        lists.ToDictionary(list => list.Kind, list => list.Path);

    public void Dispose() => _temp.Dispose();

    private CaseContext Context(
        DateTimeOffset? at = null, IProgress<InspectionProgress>? progress = null, CancellationToken cancel = default)
    {
        _said.Clear();
        return new CaseContext(new Clock(at ?? Monday), _said.Add, progress, cancel);
    }
}
