using DefectVision.Statistics.Tails;

namespace DefectVision.Statistics.Cartons;

/// <summary>
/// The beta-binomial likelihood of cartons, as rising factorials taken term by term and multiplied by the correlation: exact from independent to
/// all-or-nothing cartons, where the usual beta functions cancel. Equal terms of different cartons are counted once.
/// </summary>
internal sealed class CartonLikelihood
{
    private readonly int[] _nonconforming;
    private readonly int[] _conforming;
    private readonly int[] _items;
    private readonly double _logChoices;

    public CartonLikelihood(IReadOnlyList<Tally> cartons)
    {
        _nonconforming = HoldingMoreThan([.. cartons.Select(carton => carton.Count)]);
        _conforming = HoldingMoreThan([.. cartons.Select(carton => carton.Rest)]);
        _items = HoldingMoreThan([.. cartons.Select(carton => carton.Total)]);
        _logChoices = cartons.Sum(carton => SaddlePoint.LogFactorial(carton.Total) - SaddlePoint.LogFactorial(carton.Count) - SaddlePoint.LogFactorial(carton.Rest));
    }

    public double Log(double mean, double correlation) => _logChoices
        + Factors(_nonconforming, mean * (1 - correlation), correlation)
        + Factors(_conforming, (1 - mean) * (1 - correlation), correlation)
        - Factors(_items, 1 - correlation, correlation);

    private static double Factors(int[] cartons, double first, double step)
    {
        var sum = 0.0;
        for (var i = 0; i < cartons.Length; i++)
            sum += cartons[i] * Math.Log(first + i * step);
        return sum;
    }

    /// <summary>For i = 0, 1, … how many cartons hold more than i.</summary>
    private static int[] HoldingMoreThan(long[] counts) =>
        [.. Enumerable.Range(0, (int)counts.DefaultIfEmpty(0).Max()).Select(i => counts.Count(count => count > i))];
}
