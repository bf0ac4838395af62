using DefectVision.Evidence;
using DefectVision.Evidence.Languages;
using DefectVision.Imaging;
using DefectVision.Inspection.Reviewing;
using DefectVision.Pipeline.Intake;

namespace DefectVision.Cases;

/// <summary><c>case.json</c>: what an inspection was asked and given. It holds no path of this machine.</summary>
/// <param name="Schema">Must be <see cref="CurrentSchema"/>.</param>
/// <param name="Shipment">Name of the shipment's folder.</param>
/// <param name="Settings">How the shipment is read and the report written.</param>
/// <param name="Model">Null when none was named.</param>
/// <param name="Inputs">In the order of <see cref="ListKind"/>.</param>
/// <param name="Runs">In order; the last one is of these inputs.</param>
public sealed record CaseFile(string Schema, string Shipment, CaseSettings Settings, CaseModel? Model, IReadOnlyList<CaseInput> Inputs, IReadOnlyList<CaseRun> Runs)
{
    public const string CurrentSchema = "defectvision/case/1";

    /// <summary>Lists in the shipment's folder that were left out on purpose.</summary>
    public IReadOnlyList<ListKind> LeftOut { get; init; } = [];

    /// <summary>How items are put before readers; null where nobody reviewed.</summary>
    public ReviewProtocol? Review { get; init; }

    /// <summary>Lines of lists that cannot be read were left out, as told.</summary>
    public bool AcceptsListErrors { get; init; }

    /// <summary>Of record.json and summary.json as this case wrote them, lower-case hex; null before the first run has ended.</summary>
    public string? RecordSha256 { get; init; }

    public string? SummarySha256 { get; init; }

    public CaseInput? Input(ListKind kind) => Inputs.FirstOrDefault(input => input.Kind == kind);

    /// <param name="folder">Full path of the case.</param>
    /// <returns>Null when there is none.</returns>
    /// <exception cref="CaseException">It cannot be read, or another version wrote it.</exception>
    public static CaseFile? Read(string folder)
    {
        var file = StoredJson.Read<CaseFile>(Path.Combine(folder, CasePaths.Case));
        return file is null or { Schema: CurrentSchema, Shipment: not null, Settings: not null, Inputs: not null, Runs: not null } ? file
            : throw new CaseException(
                $"{Path.GetFileName(folder)}/{CasePaths.Case}: not a complete case file of this version (found schema '{file.Schema}', expected '{CurrentSchema}' with all its parts); inspect again with --fresh");
    }
}

/// <summary>How a shipment is read and its report is written; null: the default.</summary>
public sealed record CaseSettings
{
    /// <summary>Finds item and view in a photo's path below its lot.</summary>
    public string? ItemPattern { get; init; }

    /// <summary>Depth of the lot folders.</summary>
    public int? LotLevel { get; init; }

    /// <summary>Largest photo to decode, pixels.</summary>
    public long? MaxPixels { get; init; }

    /// <summary>Whether photos are searched for barcodes and two-dimensional codes.</summary>
    public bool? HasCodes { get; init; }

    /// <summary>Whether photos that no model judges are put in an order to look in.</summary>
    public bool? HasOrder { get; init; }

    public Language? Language { get; init; }

    public Paper? Paper { get; init; }

    /// <summary>Whether report.pdf is written.</summary>
    public bool? HasPdf { get; init; }

    /// <summary>What a photo may be at most.</summary>
    internal DecodeLimits Limits => MaxPixels is { } pixels ? DecodeLimits.Default with { MaxPixels = pixels } : DecodeLimits.Default;

    /// <summary>These settings where they say something, otherwise the others.</summary>
    public CaseSettings Or(CaseSettings others) => new()
    {
        ItemPattern = ItemPattern ?? others.ItemPattern,
        LotLevel = LotLevel ?? others.LotLevel,
        MaxPixels = MaxPixels ?? others.MaxPixels,
        HasCodes = HasCodes ?? others.HasCodes,
        HasOrder = HasOrder ?? others.HasOrder,
        Language = Language ?? others.Language,
        Paper = Paper ?? others.Paper,
        HasPdf = HasPdf ?? others.HasPdf,
    };
}

/// <summary>The model that scored.</summary>
/// <param name="Name">Of its file.</param>
/// <param name="Sha256">Of its bytes, lower-case hex.</param>
public sealed record CaseModel(string Name, string Sha256);

/// <summary>A list that the inspection was given, as it is kept in the case.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Of its file; the copy is inputs/KIND/NAME.</param>
/// <param name="Sha256">Of its bytes, lower-case hex.</param>
/// <param name="IsInShipment">It was found in the shipment's folder; otherwise somebody named it.</param>
/// <param name="Documents">Files that it names, by path below its own folder, with their digests.</param>
public sealed record CaseInput(ListKind Kind, string Name, string Sha256, bool IsInShipment, IReadOnlyDictionary<string, string> Documents);

/// <summary>One run, or several of the same inputs.</summary>
/// <param name="AsOf">The date that its outputs carry: that of its first start, or as told.</param>
/// <param name="Inputs">Digest over all that the outputs depend on besides the photos.</param>
/// <param name="Product">Name and version of the program.</param>
public sealed record CaseRun(DateTimeOffset AsOf, string Inputs, string Product)
{
    /// <summary>The build of the program; null in cases of earlier builds.</summary>
    public string? Build { get; init; }
}
