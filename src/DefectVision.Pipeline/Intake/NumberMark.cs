namespace DefectVision.Pipeline.Intake;

/// <summary>What separates the decimals of the numbers in a list, and so what 1,234 and 1.234 are.</summary>
internal enum NumberMark
{
    /// <summary>A point, as nothing speaks against it; 1,234 has two readings.</summary>
    PointAssumed,

    /// <summary>A comma, by the kind of the file; 1.234 has two readings.</summary>
    CommaAssumed,

    /// <summary>A point, as other numbers show; a comma stands between thousands.</summary>
    Point,

    /// <summary>A comma, as other numbers show; a point stands between thousands.</summary>
    Comma,

    /// <summary>Other numbers show both; 1,234 and 1.234 have two readings.</summary>
    Mixed,
}
