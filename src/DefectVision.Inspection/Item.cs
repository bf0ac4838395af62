using DefectVision.Inspection.Reviewing;

namespace DefectVision.Inspection;

/// <summary>What is known of an item from its photos.</summary>
public enum ItemStanding
{
    /// <summary>Every photo of it was scored and none is flagged.</summary>
    Clear,

    /// <summary>At least one photo is flagged by the model.</summary>
    Flagged,

    /// <summary>No photo is flagged, and at least one is nearer to the threshold than scores repeat.</summary>
    TooCloseToCall,

    /// <summary>No photo is flagged, and at least one that was taken of it could not be scored.</summary>
    Incomplete,
}

/// <summary>One physical unit: the trial in every rate, however many photos it has.</summary>
/// <param name="Name">As the manifest, the folder or the file name tells.</param>
/// <param name="Photos">Its photos in path order, scored or not, duplicates left out.</param>
/// <param name="Standing">From its photos by the any-photo rule.</param>
/// <param name="DefectClass">The class that counts: the reader's, else of the flagged photos the one of worst severity, then of highest score; null unless flagged or confirmed.</param>
/// <param name="Severity">The reader's, else the worst among its flagged photos; null unless flagged or confirmed.</param>
public sealed record Item(
    string Name,
    IReadOnlyList<InspectedFile> Photos,
    ItemStanding Standing,
    string? DefectClass,
    Severity? Severity)
{
    /// <summary>What readers said of it; null when nobody looked.</summary>
    public ItemReview? Review { get; init; }

    /// <summary>What the defect is associated with: the reader's word, else that of the class; null when neither says, or unless flagged or confirmed.</summary>
    public Cause? Cause { get; init; }

    /// <summary>Found defective by its readers.</summary>
    public bool IsConfirmed => Review?.Answer == ReviewAnswer.Confirmed;

    /// <summary>The highest score among the scored photos; null when none was scored.</summary>
    public double? Score => Photos.Max(photo => photo.Finding?.Score);
}
