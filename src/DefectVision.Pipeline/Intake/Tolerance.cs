using System.Text.RegularExpressions;

namespace DefectVision.Pipeline.Intake;

/// <summary>How far a dimension may be from its nominal.</summary>
/// <param name="Below">Zero or more.</param>
/// <param name="Above">Zero or more.</param>
/// <param name="IsPercent">Of the nominal; otherwise in its unit.</param>
/// <param name="Unit">As written; null where none is.</param>
internal sealed partial record Tolerance(decimal Below, decimal Above, bool IsPercent, string? Unit)
{
    private const string Percent = "%";

    /// <summary>"0.5", "±0.5", "+-0.5" and "+/-0.5" reach as far both ways; "+0.3/-0.1" says each way, in either order.</summary>
    /// <exception cref="IntakeException">It is no tolerance.</exception>
    public static Tolerance Read(CsvLine line, string column)
    {
        var text = Quantity.Plain(line[column]);
        if (BothWays().Match(text) is { Success: true } both)
        {
            var reach = line.Quantity(column, both.Groups["reach"].Value);
            return Of(line, column, reach, reach);
        }

        if (EachWay().Match(text) is not { Success: true } each || each.Groups["first"].Value[0] == each.Groups["second"].Value[0])
        {
            throw line.WrongCell(column, "one such as ±0.5, or +0.3/-0.1");
        }

        var (first, second) = (line.Quantity(column, each.Groups["first"].Value[1..]), line.Quantity(column, each.Groups["second"].Value[1..]));
        return each.Groups["first"].Value[0] == '-' ? Of(line, column, first, second) : Of(line, column, second, first);
    }

    /// <summary>The least and the most that pass.</summary>
    public (decimal Lower, decimal Upper) Around(decimal nominal)
    {
        var of = IsPercent ? Math.Abs(nominal) / 100 : 1;
        return (nominal - (of * Below), nominal + (of * Above));
    }

    private static Tolerance Of(CsvLine line, string column, Quantity below, Quantity above)
    {
        // "+0.3/-0.1 cm" gives the unit once, for both.
        var units = ((string?[])[below.Unit, above.Unit]).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return units.Count > 1
            ? throw line.WrongCell(column, "one such as ±0.5, or +0.3/-0.1, in one unit")
            : new Tolerance(below.Value, above.Value, units is [Percent], units is [Percent] ? null : units.FirstOrDefault());
    }

    [GeneratedRegex(@"^(?:\+\s*/\s*-|±|\+\s*-)?\s*(?<reach>[0-9.,].*)$")]
    private static partial Regex BothWays();

    [GeneratedRegex(@"^(?<first>[+-][^+-]+?)\s*[/;,\s]?\s*(?<second>[+-][^+-]+)$")]
    private static partial Regex EachWay();
}
