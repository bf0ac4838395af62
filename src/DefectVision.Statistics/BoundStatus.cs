namespace DefectVision.Statistics;

/// <summary>What became of a bound or an estimate. Anything but <see cref="Ok"/> says why it says nothing, or less than usual.</summary>
public enum BoundStatus
{
    Ok,

    /// <summary>Nothing was inspected: the limits are 0 and 1.</summary>
    NoData,

    /// <summary>Sensitivity and specificity add up to one or less: flags carry no information about defects.</summary>
    UninformativeClassifier,

    /// <summary>Fewer flags than the false-alarm rate predicts: the validation items do not represent this lot, so nothing is corrected.</summary>
    InconsistentLow,

    /// <summary>More flags than the sensitivity can produce: the validation items do not represent this lot, so nothing is corrected.</summary>
    InconsistentHigh,

    /// <summary>Fewer validation items than the method needs.</summary>
    TooFewValidationItems,

    /// <summary>The variance is zero: the method has no interval here.</summary>
    Degenerate,

    /// <summary>Fewer than twenty items of one kind: the method's coverage collapses there.</summary>
    TooFewOfAKind,

    /// <summary>More than one item in twenty could not be judged: a two-sided statement is refused.</summary>
    TooManyUnreadable,

    /// <summary>No nonconforming item in any carton, or nothing else: each carton counts as one observation.</summary>
    AllSame,

    /// <summary>One carton only: it counts as one observation.</summary>
    SingleCarton,

    /// <summary>All cartons have the same share: the items count as independent.</summary>
    ZeroVariance,
}
