using DefectVision.Inspection;
using DefectVision.Inspection.Codes;

namespace DefectVision.Pipeline.Journalling;

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
