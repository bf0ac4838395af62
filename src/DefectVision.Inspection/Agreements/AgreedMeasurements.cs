namespace DefectVision.Inspection.Agreements;

/// <summary>How much an item out of tolerance counts.</summary>
/// <param name="Severity">Of every point without a severity of its own; null when not said.</param>
/// <param name="Points">By the point's name in the measurements.</param>
public sealed record AgreedMeasurements(Severity? Severity, IReadOnlyDictionary<string, Severity> Points)
{
    public static AgreedMeasurements None { get; } = new(null, new SortedDictionary<string, Severity>(StringComparer.Ordinal));
}
