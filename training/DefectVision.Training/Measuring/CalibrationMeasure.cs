using DefectVision.Inference;
using DefectVision.Statistics.Calibration;

namespace DefectVision.Training.Measuring;

/// <summary>How far a model's probabilities are from what was found (class A).</summary>
/// <param name="Measures">Over bins of equal width and of equal mass.</param>
/// <param name="Bins">Of equal width, empty ones left out.</param>
public sealed record CalibrationMeasure(CalibrationMeasures Measures, IReadOnlyList<ReliabilityBin> Bins)
{
    /// <summary>Few enough that the bins of a hold-out of some hundred photos are not all but empty.</summary>
    private const int BinCount = 10;

    internal static CalibrationMeasure Of(Calibration calibration, IEnumerable<ScoredPhoto> photos)
    {
        Forecast[] forecasts = [.. photos.Select(photo => new Forecast(calibration.At(photo.Score), !photo.Photo.IsGood))];
        return new CalibrationMeasure(CalibrationMeasures.Of(forecasts, BinCount), ReliabilityTable.EqualWidth(forecasts, BinCount));
    }
}
