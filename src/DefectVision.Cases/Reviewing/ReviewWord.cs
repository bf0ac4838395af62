using DefectVision.Inspection;
using DefectVision.Inspection.Reviewing;

namespace DefectVision.Cases.Reviewing;

/// <summary>What a reader says of an item.</summary>
/// <param name="Item">Its id.</param>
/// <param name="Word">Defective, good or unsure.</param>
public sealed record ReviewWord(string Item, ReaderWord Word)
{
    /// <summary>Of a defective item: what it is; null where not said.</summary>
    public string? DefectClass { get; init; }

    /// <summary>Null: that of the class.</summary>
    public Severity? Severity { get; init; }

    /// <summary>Null: that of the class.</summary>
    public Cause? Cause { get; init; }

    /// <summary>Id of the photo that shows it; null where not said.</summary>
    public string? Photo { get; init; }

    /// <summary>Where on that photo; null where not said.</summary>
    public PhotoRegion? Region { get; init; }

    /// <summary>In the reader's words, 500 letters at most; null where none.</summary>
    public string? Note { get; init; }

    /// <summary>Seconds that the item was before the reader; null where nobody knows.</summary>
    public double? Seconds { get; init; }
}
