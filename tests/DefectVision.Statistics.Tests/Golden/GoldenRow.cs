using System.Globalization;

namespace DefectVision.Statistics.Tests.Golden;

/// <summary>One row of reference values: reads its inputs and notes what differs from its outputs.</summary>
internal sealed class GoldenRow(Dictionary<string, string> cells)
{
    private readonly List<string> _failures = [];

    public IReadOnlyList<string> Failures => _failures;

    public ConfidenceLevel Confidence => new(Number("conf"));

    public string Text(string column) =>
        cells.TryGetValue(column, out var text) ? text : throw new KeyNotFoundException($"{cells["id"]}: no column {column}.");

    public bool IsEmpty(string column) => Text(column).Length == 0;

    public double Number(string column) => ParseNumber(Text(column));

    public decimal Decimal(string column) => decimal.Parse(Text(column), NumberStyles.Number, CultureInfo.InvariantCulture);

    /// <summary>A whole number; also when it is written 1e+07.</summary>
    public long Count(string column) => (long)decimal.Parse(Text(column), NumberStyles.Float, CultureInfo.InvariantCulture);

    public bool Flag(string column) => bool.Parse(Text(column));

    public string[] Texts(string column) => IsEmpty(column) ? [] : Text(column).Split(';');

    public double[] Numbers(string column) => [.. Texts(column).Select(ParseNumber)];

    /// <summary>Cells of the form a:b;a:b.</summary>
    public double[][] Tuples(string column, char separator) => [.. Texts(column).Select(text => text.Split(separator).Select(ParseNumber).ToArray())];

    /// <summary>Cells of the form x/n;x/n.</summary>
    public Tally[] Tallies(string column) => [.. Tuples(column, '/').Select(pair => new Tally((long)pair[0], (long)pair[1]))];

    /// <summary>Half a unit of the last decimal that the cell prints.</summary>
    public double HalfDigit(string column)
    {
        var point = Text(column).IndexOf('.', StringComparison.Ordinal);
        return point < 0 ? 0.5 : 0.5 * Math.Pow(10, point + 1 - Text(column).Length) * (1 + 1e-6);
    }

    public void Near(string column, double found, double relative, double absolute)
    {
        if (!IsEmpty(column))
            NearValue(column, found, Number(column), relative, absolute);
    }

    public void Near(string column, IReadOnlyList<double> found, double relative, double absolute)
    {
        var wanted = Numbers(column);
        if (wanted.Length != found.Count)
            Fail(column, $"{found.Count} values", $"{wanted.Length} values");
        for (var i = 0; i < Math.Min(wanted.Length, found.Count); i++)
            NearValue($"{column}[{i}]", found[i], wanted[i], relative, absolute);
    }

    public void Same(string column, long found)
    {
        if (found != Count(column))
            Fail(column, found.ToString(CultureInfo.InvariantCulture), Text(column));
    }

    public void Same(string column, bool found) => Same(column, found ? "true" : "false");

    public void Same(string column, string found)
    {
        if (found != Text(column))
            Fail(column, found, Text(column));
    }

    private void NearValue(string column, double found, double wanted, double relative, double absolute)
    {
        var same = found.Equals(wanted) || Math.Abs(found - wanted) <= Math.Max(absolute, relative * Math.Abs(wanted));
        if (!same)
            Fail(column, found.ToString("R", CultureInfo.InvariantCulture), wanted.ToString("R", CultureInfo.InvariantCulture));
    }

    private void Fail(string column, string found, string wanted) =>
        _failures.Add($"{cells["id"]} {column}: found {found}, wanted {wanted}");

    private static double ParseNumber(string text) => text switch
    {
        "NaN" => double.NaN,
        "Infinity" => double.PositiveInfinity,
        "-Infinity" => double.NegativeInfinity,
        _ => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
    };
}
