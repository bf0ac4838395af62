namespace DefectVision.Training.Labels.Doctor;

/// <summary>Whether learning may go on.</summary>
public enum FindingSeverity
{
    /// <summary>It may; a person should know.</summary>
    Warning,

    /// <summary>It may not, unless a person accepts it.</summary>
    Error,
}

/// <summary>What is wrong.</summary>
public enum FindingKind
{
    /// <summary>Files that give no picture; learning leaves them out.</summary>
    Unreadable,

    /// <summary>Labels that cannot be used: a box of no size, a missing photo, an unknown class. Learning leaves them out.</summary>
    Unusable,

    /// <summary>Photos of the set that carry no label.</summary>
    Unlabelled,

    /// <summary>The same bytes under different labels.</summary>
    ConflictingLabels,

    /// <summary>The same bytes several times under one label.</summary>
    ExactDuplicates,

    /// <summary>Almost the same picture under different labels.</summary>
    NearDuplicatesAcrossClasses,

    /// <summary>Almost the same picture in different groups: a split may learn from one and be measured on the other.</summary>
    NearDuplicatesAcrossGroups,

    /// <summary>The same picture, or almost, in the part that is learned from and in the one that is held out.</summary>
    DuplicatesAcrossParts,

    /// <summary>So many photos are almost the same picture that copies cannot be told from goods under a fixed camera.</summary>
    TooAlike,

    /// <summary>Fewer photos than learning needs.</summary>
    ClassTooSmall,
}

/// <summary>Something about a labelled set that a person should know before a model learns from it.</summary>
/// <param name="Severity">Whether learning may go on.</param>
/// <param name="Kind">What is wrong.</param>
/// <param name="Text">One sentence: which, found, wanted.</param>
/// <param name="Photos">All photos that it is about, in ordinal order; none where it is about a class.</param>
public sealed record LabelFinding(FindingSeverity Severity, FindingKind Kind, string Text, IReadOnlyList<string> Photos);
