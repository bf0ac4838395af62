namespace DefectVision.Inspection.Imported;

/// <summary>How a measured value stands to its limits.</summary>
public enum MeasuredStanding
{
    /// <summary>Within the limits; a value exactly at a limit is within.</summary>
    Pass,

    /// <summary>Beyond a limit.</summary>
    Fail,

    /// <summary>The list has no value: neither good nor bad.</summary>
    NotMeasured,
}

/// <summary>One dimension of one item beside what the specification asks for. Decimal throughout: a limit of 0.1 is 0.1.</summary>
/// <param name="Lot">The lot, by its whole name.</param>
/// <param name="Item">The item.</param>
/// <param name="Point">Where it was measured, as the specification names it.</param>
/// <param name="Nominal">What was wanted; null where limits alone are given.</param>
/// <param name="Lower">The least that passes; null: no such limit.</param>
/// <param name="Upper">The most that passes; null: no such limit.</param>
/// <param name="Unit">Of all the numbers, as the list has it; null when not said.</param>
/// <param name="Value">As measured; null when it was not.</param>
/// <param name="Gauge">With what it was measured; null when not said.</param>
public sealed record Measurement(string Lot, string Item, string Point, decimal? Nominal, decimal? Lower, decimal? Upper, string? Unit, decimal? Value, string? Gauge)
{
    /// <summary>When it was measured; null when not given.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Value less nominal; null where one of them is not there.</summary>
    public decimal? Deviation => Value - Nominal;

    public MeasuredStanding Standing => Value is not { } value ? MeasuredStanding.NotMeasured
        : value < Lower || value > Upper ? MeasuredStanding.Fail
        : MeasuredStanding.Pass;
}

/// <summary>Dimensions that somebody measured, as one file.</summary>
/// <param name="Name">Of the file.</param>
/// <param name="Sha256">Of its bytes, lower-case hex.</param>
/// <param name="Measurements">In the order of the file.</param>
public sealed record MeasurementList(string Name, string Sha256, IReadOnlyList<Measurement> Measurements)
{
    /// <summary>How many measurements stand so; every standing has an entry.</summary>
    public IReadOnlyDictionary<MeasuredStanding, int> Counts { get; } =
        Enum.GetValues<MeasuredStanding>().ToDictionary(standing => standing, standing => Measurements.Count(measurement => measurement.Standing == standing));
}
