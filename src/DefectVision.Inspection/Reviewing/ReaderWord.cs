namespace DefectVision.Inspection.Reviewing;

/// <summary>What a reader says of an item after looking at it.</summary>
public enum ReaderWord
{
    /// <summary>The item has a defect.</summary>
    Defective,

    /// <summary>The item has none.</summary>
    Good,

    /// <summary>The reader cannot tell: undecided in a verdict, good in amounts (verification protocol of the statistics page, 2.6).</summary>
    Unsure,
}
