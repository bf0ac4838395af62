namespace DefectVision.Inspection.Judging;

/// <summary>
/// How many items have a defect of one kind, and two one-sided exact bounds for their share of the lot. An item counts once, at its worst severity; one that could
/// not be decided counts as without the defect below and as with it above.
/// </summary>
/// <param name="Found">Items counted: confirmed ones once a person looked at the lot, else flagged ones.</param>
/// <param name="AtMost">The same with every item that could still be of the kind.</param>
/// <param name="Items">Items photographed.</param>
/// <param name="LowerRate">At least this share of the lot, 0 to 1.</param>
/// <param name="UpperRate">At most this share, 0 to 1.</param>
/// <param name="LowerItems">At least this many items of the lot; null when the lot's size is unknown.</param>
/// <param name="UpperItems">At most this many; null when the lot's size is unknown.</param>
/// <param name="Confidence">Of each side of this one share, 0 to 1: not of several shares together.</param>
/// <param name="Method">Name and version.</param>
/// <param name="LowerClass">G; null while the sample does not speak for the lot.</param>
/// <param name="UpperClass">G; null also where items that nobody looked at may hide a defect.</param>
public sealed record CountedShare(
    long Found,
    long AtMost,
    long Items,
    double LowerRate,
    double UpperRate,
    long? LowerItems,
    long? UpperItems,
    double Confidence,
    string Method,
    char? LowerClass,
    char? UpperClass);

/// <summary>Items whose defect is associated with a cause. Never: caused by it.</summary>
/// <param name="Cause">Null: neither a reader nor the agreement says.</param>
/// <param name="Share">How many.</param>
public sealed record CauseShare(Cause? Cause, CountedShare Share);

/// <summary>Items whose defect is of a class.</summary>
/// <param name="DefectClass">Null: not named.</param>
/// <param name="Share">How many.</param>
public sealed record ClassShare(string? DefectClass, CountedShare Share);

/// <summary>The defects of a lot by cause and by class.</summary>
/// <param name="IsByPersons">Confirmed items are counted; otherwise items flagged by the model.</param>
/// <param name="Causes">Every cause has an entry, found or not; the unknown one last, if there is any.</param>
/// <param name="Classes">Those found, most frequent first.</param>
public sealed record DefectShares(bool IsByPersons, IReadOnlyList<CauseShare> Causes, IReadOnlyList<ClassShare> Classes)
{
    /// <summary>What must stand beside the bounds.</summary>
    public static FormattableString EachAlone { get; } =
        $"Each bound holds at its own level, not all of them together; which cause or class stands out was not planned beforehand, so the comparison is exploratory. \"Associated with\" a cause does not say caused by it.";
}
