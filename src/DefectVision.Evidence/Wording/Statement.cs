namespace DefectVision.Evidence.Wording;

/// <summary>One thing that may be said of a lot.</summary>
/// <param name="Words">The sentence.</param>
/// <param name="Class">What stands behind it: "counted", "G", "A", or "none".</param>
/// <param name="Method">Name and version, or where the count comes from.</param>
internal sealed record Statement(FormattableString Words, string Class, FormattableString Method);
