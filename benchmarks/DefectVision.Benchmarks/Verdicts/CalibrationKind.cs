namespace DefectVision.Benchmarks.Verdicts;

/// <summary>What a threshold was set on.</summary>
internal enum CalibrationKind
{
    /// <summary>Photos of an item each, and nobody said how many an inspector takes.</summary>
    Photos,

    /// <summary>Photos of an item each, with <c>--views</c>.</summary>
    PhotosWithViews,

    /// <summary>Items with as many photos as an inspector takes.</summary>
    Items,
}
