namespace DefectVision.Inspection.Reviewing;

/// <summary>What a reader did in a review.</summary>
public enum ReviewAct
{
    /// <summary>Said of an item what he sees.</summary>
    Answer,

    /// <summary>Took back what he did before.</summary>
    Undo,

    /// <summary>Said that an item is not the one whose shot it shares.</summary>
    Different,

    /// <summary>Said that an item is the one whose shot it shares, once more: it stays a suspected duplicate.</summary>
    Same,
}
