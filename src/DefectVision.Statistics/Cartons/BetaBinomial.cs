namespace DefectVision.Statistics.Cartons;

/// <summary>
/// Cartons whose own rates vary by a beta distribution, given by mean and intra-carton correlation. Only to plan with: the correlation is estimated
/// from earlier lots and says how many cartons to open.
/// </summary>
/// <param name="Mean">Mean rate.</param>
/// <param name="Correlation">0 for independent items, 1 for cartons that are all or nothing.</param>
public sealed record BetaBinomial(Rate Mean, Rate Correlation)
{
    private const int Steps = 44;

    /// <summary>ln of the probability of these cartons.</summary>
    public double LogLikelihood(IReadOnlyList<Tally> cartons) => new CartonLikelihood(cartons).Log(Mean.Value, Correlation.Value);

    /// <summary>
    /// The parameters that make the cartons most probable. Null with status AllSame when no item or every item is nonconforming, with status
    /// Degenerate when the likelihood is highest at a correlation of 0 or 1.
    /// </summary>
    public static (BetaBinomial? Estimate, BoundStatus Status) Fit(IReadOnlyList<Tally> cartons)
    {
        if (cartons.All(carton => carton.Count == 0) || cartons.All(carton => carton.Rest == 0))
            return (null, BoundStatus.AllSame);
        var likelihood = new CartonLikelihood(cartons);
        var correlation = HighestAt(rho => likelihood.Log(BestMean(rho), rho));
        if (correlation is < 1e-6 or > 1 - 1e-6)
            return (null, BoundStatus.Degenerate);
        return (new BetaBinomial(new Rate(BestMean(correlation)), new Rate(correlation)), BoundStatus.Ok);

        double BestMean(double rho) => HighestAt(mean => likelihood.Log(mean, rho));
    }

    /// <summary>Where in (0, 1) a function with one peak is highest, by golden section.</summary>
    private static double HighestAt(Func<double, double> function)
    {
        const double Golden = 0.6180339887498949;
        var (low, high) = (0.0, 1.0);
        var (left, right) = (high - Golden, low + Golden);
        var (atLeft, atRight) = (function(left), function(right));
        for (var i = 0; i < Steps; i++)
        {
            if (atLeft >= atRight)
            {
                (high, right, atRight) = (right, left, atLeft);
                left = high - Golden * (high - low);
                atLeft = function(left);
            }
            else
            {
                (low, left, atLeft) = (left, right, atRight);
                right = low + Golden * (high - low);
                atRight = function(right);
            }
        }
        return (low + high) / 2;
    }
}
