using DefectVision.Inspection.Imported;

namespace DefectVision.Pipeline.Intake;

/// <summary>
/// <c>measurements.csv</c>: dimensions that somebody measured. Columns item, point and value; the limits as lower and upper (either may be empty), or as nominal
/// and tolerance (±0.5, ±2%, or +0.3/-0.1); where known lot, nominal, unit, gauge and date. Numbers may carry their unit and be fractions (21 1/4). An empty value,
/// or N/A, is one that was not measured.
/// </summary>
public static class Measurements
{
    /// <summary>Its name in a shipment's folder.</summary>
    public const string FileName = "measurements.csv";

    private static readonly string[] NotMeasured = ["N/A", "NA", "N.A.", "-", "--", "/"];

    /// <param name="file">Full path.</param>
    /// <param name="items">Every item of the shipment.</param>
    /// <param name="reading">Where wrong lines go; null: they are an error.</param>
    /// <exception cref="IntakeException">The list cannot be read, or a line is wrong, names an item that the shipment does not hold, or measures a point of an item a second time.</exception>
    internal static MeasurementList Read(string file, KnownItems items, ListReading? reading = null)
    {
        var table = CsvTable.Read(file, "item", "point", "value");
        if (!table.Has("tolerance") && !table.Has("lower") && !table.Has("upper"))
        {
            throw new IntakeException($"{table.Name}(1): found none of the columns tolerance, lower, upper, wanted nominal and tolerance, or lower and upper");
        }

        var met = new HashSet<(string, string, string)>();
        var measured = table.Each(
            line => Measured(line, items) is var next && met.Add((next.Lot, next.Item, next.Point)) ? next
                : throw line.Wrong($"point '{CsvLine.Cut(next.Point)}' of item '{CsvLine.Cut(next.Item)}' a second time", "each point of an item once", "point"),
            reading,
            ["value", "nominal", "tolerance", "lower", "upper"],
            ["date"]);
        return new MeasurementList(table.Name, table.Sha256, measured);
    }

    private static Measurement Measured(CsvLine line, KnownItems items)
    {
        var (value, nominal, lower, upper) = (NotMeasured.Contains(line["value"].ToUpperInvariant()) ? null : line.Quantity("value"), line.Quantity("nominal"), line.Quantity("lower"), line.Quantity("upper"));
        var tolerance = line.Optional("tolerance") is null ? null : Tolerance.Read(line, "tolerance");
        var unit = Unit(line, [value?.Unit, nominal?.Unit, lower?.Unit, upper?.Unit, tolerance?.Unit]);
        var (least, most) = Limits(line, nominal?.Value, lower?.Value, upper?.Value, tolerance);
        var (lot, item) = items.ItemOf(line);
        return new Measurement(lot, item, line.Required("point"), nominal?.Value, least, most, unit, value?.Value, line.Optional("gauge")) { Date = line.Day("date") };
    }

    // Nothing is converted: numbers of a line are in one unit, wherever it is written.
    private static string? Unit(CsvLine line, IReadOnlyList<string?> written)
    {
        var units = written.Append(line.Optional("unit") is { } said ? Quantity.UnitOf(said) : null).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return units.Count <= 1 ? units.FirstOrDefault() : throw line.Wrong($"the units {string.Join(", ", units.Select(CsvLine.Cut))}", "one unit for all numbers of a line");
    }

    private static (decimal? Lower, decimal? Upper) Limits(CsvLine line, decimal? nominal, decimal? lower, decimal? upper, Tolerance? tolerance)
    {
        if (tolerance is not null)
        {
            return lower is not null || upper is not null ? throw line.Wrong("a tolerance and a limit", "one of the two", "tolerance")
                : nominal is { } wanted ? tolerance.Around(wanted)
                : throw line.Wrong($"tolerance '{CsvLine.Cut(line["tolerance"])}' without a nominal", "the nominal that it is around", "nominal");
        }

        return lower is null && upper is null ? throw line.Wrong("no limit", "a tolerance, or a lower or upper limit")
            : lower > upper ? throw line.Wrong($"lower '{CsvLine.Cut(line["lower"])}' above upper '{CsvLine.Cut(line["upper"])}'", "the lower limit not above the upper", "lower")
            : (lower, upper);
    }
}
