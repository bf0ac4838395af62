namespace DefectVision.Automation.Working;

/// <summary>A shipment that is to be inspected, is, or was.</summary>
/// <param name="Id">By which it is asked for: letters, digits and hyphens.</param>
/// <param name="Name">Of the shipment.</param>
/// <param name="Shipment">Full path of the folder, or of the zip.</param>
/// <param name="Folder">Full path of the case.</param>
/// <param name="Created">When it was asked for.</param>
public sealed record Job(string Id, string Name, string Shipment, string Folder, DateTimeOffset Created)
{
    public JobState State { get; init; }

    /// <summary>Full path of the model that was asked for; null: that of the program.</summary>
    public string? Model { get; init; }

    /// <summary>The key under which it was asked for, so that the same request twice is one job; null where none was given.</summary>
    public string? Key { get; init; }

    /// <summary>SHA-256 of the request, lower-case hex.</summary>
    public string? Request { get; init; }

    /// <summary>Tries that may end otherwise later.</summary>
    public int Attempts { get; init; }

    /// <summary>Not before then; null: at once.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Why the last try did not end it; null: there was none.</summary>
    public string? Note { get; init; }

    /// <summary>When it ended; null: it has not.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>How it ended; null: it has not.</summary>
    public JobEnd? End { get; init; }
}
