using DefectVision.Inspection.Imported;

namespace DefectVision.Pipeline.Intake;

/// <summary>
/// <c>measurements.csv</c>: dimensions that somebody measured. Columns item, point and value; the limits as lower and upper (either may be empty), or as nominal
/// and tolerance (±0.5, or +0.3/-0.1); where known lot, nominal, unit, gauge and date. An empty value is one that was not measured.
/// </summary>
public static class Measurements
{
    /// <summary>Its name in a shipment's folder.</summary>
    public const string FileName = "measurements.csv";

    /// <exception cref="IntakeException">A line is wrong, names an item that the shipment does not hold, or measures a point of an item a second time.</exception>
    internal static MeasurementList Read(string file, KnownItems items)
    {
        var table = CsvTable.Read(file, "item", "point", "value");
        if (!table.Has("tolerance") && !table.Has("lower") && !table.Has("upper"))
        {
            throw new IntakeException($"{table.Name}(1): found none of the columns tolerance, lower, upper, wanted nominal and tolerance, or lower and upper");
        }

        var met = new HashSet<(string, string, string)>();
        var measured = new List<Measurement>();
        foreach (var line in table.Lines)
        {
            var next = Measured(line, items);
            if (!met.Add((next.Lot, next.Item, next.Point)))
            {
                throw line.Wrong($"point '{next.Point}' of item '{next.Item}' a second time", "each point of an item once");
            }

            measured.Add(next);
        }

        return new MeasurementList(table.Name, table.Sha256, measured);
    }

    private static Measurement Measured(CsvLine line, KnownItems items)
    {
        var item = line.Required("item");
        var nominal = line.Measure("nominal");
        var (lower, upper) = Limits(line, nominal);
        return new Measurement(items.LotOf(line, item), item, line.Required("point"), nominal, lower, upper, line.Optional("unit"), line.Measure("value"), line.Optional("gauge"))
        {
            Date = line.Day("date"),
        };
    }

    private static (decimal? Lower, decimal? Upper) Limits(CsvLine line, decimal? nominal)
    {
        var (lower, upper) = (line.Measure("lower"), line.Measure("upper"));
        if (line.Optional("tolerance") is { } tolerance)
        {
            var (below, above) = Tolerance(line, tolerance);
            return lower is not null || upper is not null ? throw line.Wrong("a tolerance and a limit", "one of the two")
                : nominal is { } wanted ? (wanted - below, wanted + above)
                : throw line.Wrong($"tolerance '{tolerance}' without a nominal", "the nominal that it is around");
        }

        return lower is null && upper is null ? throw line.Wrong("no limit", "a tolerance, or a lower or upper limit")
            : lower > upper ? throw line.Wrong($"lower '{line["lower"]}' above upper '{line["upper"]}'", "the lower limit not above the upper")
            : (lower, upper);
    }

    // "0.5", "±0.5", "+-0.5" and "+/-0.5" reach as far both ways; "+0.3/-0.1" says each way, in either order.
    private static (decimal Below, decimal Above) Tolerance(CsvLine line, string text)
    {
        var plain = text.Replace(" ", string.Empty, StringComparison.Ordinal);
        foreach (var sign in (string[])["+/-", "±", "+-"])
        {
            if (plain.StartsWith(sign, StringComparison.Ordinal))
            {
                plain = plain[sign.Length..];
                break;
            }
        }

        var ways = plain.Split('/').Select(part => line.Measure("tolerance", part)).ToList();
        return ways switch
        {
            [var both] when both >= 0 && plain[0] != '+' => (both, both),
            [var above, var below] when above >= 0 && below <= 0 && plain[0] == '+' => (-below, above),
            [var below, var above] when above >= 0 && below <= 0 && plain[0] == '-' => (-below, above),
            _ => throw line.Wrong($"tolerance '{text}'", "one such as ±0.5, or +0.3/-0.1"),
        };
    }
}
