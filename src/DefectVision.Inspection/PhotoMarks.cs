namespace DefectVision.Inspection;

/// <summary>In what a photo shows less than the other photos of its lot. A remark for the reader, no judgement: it changes no count.</summary>
[Flags]
public enum PhotoMarks
{
    None = 0,

    /// <summary>Its edges are much softer than is usual in the lot.</summary>
    Blurred = 1,

    /// <summary>Much darker than is usual in the lot.</summary>
    Dark = 2,

    /// <summary>A large part of it is white beyond what is usual in the lot.</summary>
    Overexposed = 4,

    /// <summary>Of much fewer pixels than is usual in the lot.</summary>
    Small = 8,
}
