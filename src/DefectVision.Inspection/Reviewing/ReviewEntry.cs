namespace DefectVision.Inspection.Reviewing;

/// <summary>One line of a review log: who did what, when. What does not belong to the act is null.</summary>
/// <param name="Number">Place in the log, from 1.</param>
/// <param name="Time">UTC.</param>
/// <param name="Reader">Who looked.</param>
/// <param name="Act">What he did.</param>
/// <param name="Lot">The lot, by its whole name.</param>
/// <param name="Item">The item.</param>
public sealed record ReviewEntry(int Number, DateTimeOffset Time, string Reader, ReviewAct Act, string Lot, string Item)
{
    /// <summary>Of an answer.</summary>
    public ReaderWord? Word { get; init; }

    public string? DefectClass { get; init; }

    public Severity? Severity { get; init; }

    public Cause? Cause { get; init; }

    /// <summary>The photo that shows the defect: its path under the shipment's folder.</summary>
    public string? Photo { get; init; }

    /// <summary>Where on that photo.</summary>
    public PhotoRegion? Region { get; init; }

    /// <summary>In the reader's words.</summary>
    public string? Note { get; init; }

    /// <summary>Why the item was put before the reader.</summary>
    public ReviewReason? Reason { get; init; }

    /// <summary>What the reader had said of the item before; null where nothing.</summary>
    public ReaderWord? Before { get; init; }

    /// <summary>Of an undo: the number of the line that it takes back.</summary>
    public int? Undoes { get; init; }

    /// <summary>Seconds that the item was before the reader; null where nobody knows.</summary>
    public double? Seconds { get; init; }
}
