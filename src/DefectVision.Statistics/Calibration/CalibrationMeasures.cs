namespace DefectVision.Statistics.Calibration;

/// <summary>How far forecast probabilities are from what happened. The binned errors are biased upwards and depend on the bins: print them with bins and items.</summary>
/// <param name="Items">Number of forecasts.</param>
/// <param name="Bins">Number of bins of the binned errors.</param>
/// <param name="Brier">Mean squared difference, 0..1 (Brier 1950).</param>
/// <param name="LogLoss">Mean negative log-likelihood in nats; forecasts are kept 1e-15 away from 0 and 1.</param>
/// <param name="ExpectedErrorEqualWidth">Mean gap between forecast and outcome over equal-width bins, weighted by items (Guo et al. 2017).</param>
/// <param name="LargestErrorEqualWidth">The largest such gap.</param>
/// <param name="ExpectedErrorEqualMass">The same mean over bins of equally many items (Nixon et al. 2019).</param>
/// <param name="CalibrationInTheLarge">Mean outcome minus mean forecast.</param>
public sealed record CalibrationMeasures(
    int Items,
    int Bins,
    double Brier,
    double LogLoss,
    double ExpectedErrorEqualWidth,
    double LargestErrorEqualWidth,
    double ExpectedErrorEqualMass,
    double CalibrationInTheLarge)
{
    private const double LogLossClip = 1e-15;

    /// <param name="forecasts">At least one.</param>
    /// <param name="bins">1 or more.</param>
    public static CalibrationMeasures Of(IReadOnlyList<Forecast> forecasts, int bins)
    {
        ArgumentOutOfRangeException.ThrowIfZero(forecasts.Count);
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        var equalWidth = ReliabilityTable.EqualWidth(forecasts, bins);
        var equalMass = ReliabilityTable.EqualMass(forecasts, bins);
        return new CalibrationMeasures(
            forecasts.Count,
            bins,
            forecasts.Average(SquaredError),
            forecasts.Average(NegativeLogLikelihood),
            Expected(equalWidth, forecasts.Count),
            equalWidth.Max(bin => Math.Abs(bin.Gap)),
            Expected(equalMass, forecasts.Count),
            forecasts.Average(Outcome) - forecasts.Average(forecast => forecast.Probability.Value));
    }

    private static double Expected(IEnumerable<ReliabilityBin> bins, int items) =>
        bins.Sum(bin => bin.Nonconforming.Total * Math.Abs(bin.Gap)) / items;

    private static double Outcome(Forecast forecast) => forecast.Nonconforming ? 1 : 0;

    private static double SquaredError(Forecast forecast)
    {
        var error = forecast.Probability.Value - Outcome(forecast);
        return error * error;
    }

    private static double NegativeLogLikelihood(Forecast forecast)
    {
        var p = Math.Clamp(forecast.Probability.Value, LogLossClip, 1 - LogLossClip);
        return forecast.Nonconforming ? -Math.Log(p) : -Tails.Elementary.Log1p(-p);
    }
}
