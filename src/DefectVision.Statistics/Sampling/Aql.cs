using System.Collections.Immutable;
using System.Globalization;

namespace DefectVision.Statistics.Sampling;

/// <summary>
/// An acceptance quality limit of the preferred series, in per cent nonconforming (per 100 items above 10).
/// A value that is not in the series is an error: the tables have no plan for it and rounding would choose a side.
/// </summary>
/// <remarks>Source: ISO 2859-1:1999, clause 5.4 and Tables 2.</remarks>
public readonly record struct Aql
{
    private static readonly ImmutableArray<decimal> Values =
    [
        0.010m, 0.015m, 0.025m, 0.040m, 0.065m, 0.10m, 0.15m, 0.25m, 0.40m, 0.65m, 1.0m, 1.5m, 2.5m,
        4.0m, 6.5m, 10m, 15m, 25m, 40m, 65m, 100m, 150m, 250m, 400m, 650m, 1000m,
    ];

    private Aql(int column) => Column = column;

    /// <param name="percent">One of the series, for example 2.5.</param>
    public Aql(decimal percent)
    {
        Column = Values.IndexOf(percent);
        if (Column < 0)
            throw new ArgumentOutOfRangeException(nameof(percent), percent, Wanted);
    }

    /// <summary>The whole series, rising.</summary>
    public static ImmutableArray<Aql> Series { get; } = [.. Values.Select((_, column) => new Aql(column))];

    /// <summary>Per cent nonconforming, or nonconformities per 100 items above 10.</summary>
    public decimal Percent => Values[Column];

    /// <summary>True up to 10 per cent. The columns above count nonconformities per 100 items, which an item may have several of.</summary>
    public bool CountsNonconformingItems => Percent <= 10m;

    /// <summary>Column of the master tables, 0 for 0.010 per cent.</summary>
    internal int Column { get; }

    private static string Wanted => "wanted one of the series " + string.Join(", ", Series) + ".";

    /// <summary>The most nonconforming items a lot of this quality may hold: AQL times lot size, rounded down.</summary>
    public long NonconformingIn(long lotSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lotSize, 1);
        return Math.Min(lotSize, (long)decimal.Floor(Percent * lotSize / 100m));
    }

    /// <summary>Reads "2.5" or "2.50"; always with a point, whatever the culture.</summary>
    /// <exception cref="FormatException">The text is not a number of the series; the message names the series.</exception>
    public static Aql Parse(string text) =>
        TryParse(text, out var aql) ? aql : throw new FormatException($"AQL: found \"{text}\", {Wanted}");

    public static bool TryParse(string? text, out Aql aql)
    {
        var known = decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent);
        var column = known ? Values.IndexOf(percent) : -1;
        aql = column < 0 ? default : new Aql(column);
        return column >= 0;
    }

    /// <summary>As the standard prints it: "0.10", "2.5", "10".</summary>
    public override string ToString() => Percent.ToString(CultureInfo.InvariantCulture);
}
