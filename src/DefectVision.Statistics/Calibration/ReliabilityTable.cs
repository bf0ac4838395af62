using DefectVision.Statistics.Intervals;

namespace DefectVision.Statistics.Calibration;

/// <summary>Forecasts of about one size, and how often they came true.</summary>
/// <param name="MeanForecast">Mean forecast probability of the bin's items.</param>
/// <param name="Nonconforming">Nonconforming of the bin's items, at least one item.</param>
public sealed record ReliabilityBin(Probability MeanForecast, Tally Nonconforming)
{
    /// <summary>Observed share minus mean forecast.</summary>
    public double Gap => Nonconforming.Share - MeanForecast.Value;

    /// <summary>Clopper-Pearson interval of the observed share.</summary>
    public RateInterval TwoSided(ConfidenceLevel confidence) =>
        ClopperPearson.Bound(Nonconforming.Count, Nonconforming.Total, confidence, Side.TwoSided);
}

/// <summary>Forecasts in bins, empty bins left out.</summary>
public static class ReliabilityTable
{
    /// <summary>Bins of equal width, closed on the right; the first also holds 0.</summary>
    public static IReadOnlyList<ReliabilityBin> EqualWidth(IEnumerable<Forecast> forecasts, int bins) =>
        [.. forecasts
            .GroupBy(forecast => Math.Max(1, (int)Math.Ceiling(forecast.Probability.Value * bins)))
            .OrderBy(bin => bin.Key)
            .Select(bin => Bin([.. bin]))];

    /// <summary>Bins of equally many forecasts in rising order, ties in the order given; the first ones hold one more where it does not divide.</summary>
    public static IReadOnlyList<ReliabilityBin> EqualMass(IEnumerable<Forecast> forecasts, int bins)
    {
        var sorted = forecasts.OrderBy(forecast => forecast.Probability).ToArray();
        var table = new List<ReliabilityBin>();
        var start = 0;
        for (var bin = 0; bin < bins; bin++)
        {
            var size = sorted.Length / bins + (bin < sorted.Length % bins ? 1 : 0);
            if (size > 0)
                table.Add(Bin(sorted[start..(start + size)]));
            start += size;
        }
        return table;
    }

    private static ReliabilityBin Bin(Forecast[] forecasts) => new(
        Probability.Clamped(forecasts.Average(forecast => forecast.Probability.Value)),
        new Tally(forecasts.Count(forecast => forecast.Nonconforming), forecasts.Length));
}
