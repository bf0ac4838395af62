using DefectVision.Pipeline.Intake;

namespace DefectVision.Cases.Inspecting;

/// <summary>What to inspect. What is not said is as the case remembers it, otherwise the default.</summary>
/// <param name="Shipment">Full path of the shipment's folder.</param>
/// <param name="Folder">Full path of the case.</param>
public sealed record InspectRequest(string Shipment, string Folder)
{
    /// <summary>The zip that the shipment was given as and unpacked from; null where it was given as a folder.</summary>
    public UnpackedArchive? Unpacked { get; init; }

    /// <summary>Full paths of lists that are named; the others are looked for in the shipment's folder.</summary>
    public IReadOnlyDictionary<ListKind, string> Lists { get; init; } = new Dictionary<ListKind, string>();

    /// <summary>Full path of the model; null: the one the case remembers, otherwise none.</summary>
    public string? Model { get; init; }

    /// <summary>Lists to leave out, although the case remembers them or the shipment has them.</summary>
    public IReadOnlySet<ListKind> Without { get; init; } = new HashSet<ListKind>();

    /// <summary>Leave the remembered model out.</summary>
    public bool WithoutModel { get; init; }

    public CaseSettings Settings { get; init; } = new();

    /// <summary>Full path of the network that photos without a judging model are held against each other by; null: no order to look in is made.</summary>
    public string? Backbone { get; init; }

    /// <summary>Threads that decode and score; changes the speed only.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>The date that the outputs carry; null: that of the first run of these inputs.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>Leaves wrong lines of lists out and names them; otherwise they end the run before a photo is scored. To be said in every run.</summary>
    public bool AcceptsListErrors { get; init; }

    /// <summary>Forgets what earlier runs have scored.</summary>
    public bool Fresh { get; init; }
}
