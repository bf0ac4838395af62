using DefectVision.Inspection;
using DefectVision.Inspection.Claiming;
using DefectVision.Inspection.Codes;

namespace DefectVision.Pipeline.Journalling;

/// <summary>The first line of a journal: what the entries below it were made with.</summary>
/// <param name="Schema">Must be <see cref="CurrentSchema"/>.</param>
/// <param name="Started">When the first run began, UTC; the date that the outputs carry.</param>
/// <param name="ModelSha256">Entries of another model are worth nothing here; null: no model was named and nothing was scored yet.</param>
/// <param name="Limits">The decode limits, in words.</param>
/// <param name="Plan">Digest of the analysis plan that stood when scoring began; null in journals of earlier versions.</param>
internal sealed record JournalHeader(string Schema, DateTimeOffset Started, string? ModelSha256, string Limits, string? Plan)
{
    /// <summary>The terms that guaranteed statements rest on, as they stood when scoring began; null in journals of earlier versions.</summary>
    public IReadOnlyList<BindingTerm>? Terms { get; init; }

    public const string CurrentSchema = "defectvision/journal/1";
}

/// <summary>One file's own outcome, from its content alone; whether it repeats another file is told when all are known.</summary>
/// <param name="Path">Under the shipment's folder.</param>
/// <param name="Bytes">Bytes read.</param>
/// <param name="Sha256">Of the bytes; null when the file was not read whole.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Reason">Null when scored.</param>
/// <param name="Facts">Null when not decoded.</param>
/// <param name="Finding">Null unless scored.</param>
internal sealed record JournalEntry(
    string Path,
    long Bytes,
    string? Sha256,
    PhotoOutcome Outcome,
    string? Reason,
    PhotoFacts? Facts,
    Finding? Finding)
{
    /// <summary>Null where the photo was not searched for codes.</summary>
    public CodeLook? Codes { get; init; }

    /// <summary>How the photo looks; null when not decoded, and in journals of earlier versions.</summary>
    public PhotoLook? Look { get; init; }
}
