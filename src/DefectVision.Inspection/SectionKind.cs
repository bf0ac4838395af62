namespace DefectVision.Inspection;

/// <summary>A part of an inspection that is answered by itself, as inspection reports have them.</summary>
public enum SectionKind
{
    /// <summary>Defects that persons confirmed, or that the model flags.</summary>
    Workmanship,

    /// <summary>Dimensions against their tolerances.</summary>
    Measurements,

    /// <summary>Functional, safety and laboratory tests.</summary>
    Tests,

    /// <summary>Another inspector's report compared with ours.</summary>
    ThirdParty,

    /// <summary>Whether there are as many items and readable photos as the verdict needs.</summary>
    QuantityAndPhotos,
}
