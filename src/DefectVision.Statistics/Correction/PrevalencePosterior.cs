using DefectVision.Statistics.Tails;

namespace DefectVision.Statistics.Correction;

/// <summary>
/// The posterior distribution of the rate of defects given flags, with beta priors: uniform on sensitivity and specificity, chosen on the rate. For internal
/// decisions; a prior is easily called a thumb on the scale.
/// </summary>
/// <remarks>
/// Quadrature, no simulation: Gauss-Legendre over the quantiles of sensitivity and of the false-alarm rate; the rate as sine squared of an angle, which takes the poles of
/// the prior away, by a coarse pass that finds where the posterior is and a fine one there. Good to 3e-4 where lot and validation items contradict each other, far better elsewhere.
/// </remarks>
public sealed class PrevalencePosterior
{
    private const int Nodes = 64;
    private const int CoarseCells = 60;
    private const int FineCells = 200;
    private const double NegligibleLogDensity = -30;

    private readonly double _firstAngle;
    private readonly double _cellWidth;
    private readonly double[] _density;
    private readonly double[] _cumulative = new double[FineCells + 1];

    /// <param name="flagged">Flagged of the items inspected in the lot.</param>
    /// <param name="sensitivity">Flagged of the known nonconforming items.</param>
    /// <param name="specificity">Unflagged of the known conforming items.</param>
    /// <param name="priorA">First parameter of the beta prior on the rate, one half or more; 1 for uniform.</param>
    /// <param name="priorB">Second parameter, one half or more; 1 for uniform.</param>
    public PrevalencePosterior(Tally flagged, Tally sensitivity, Tally specificity, double priorA, double priorB)
    {
        if (!(priorA >= 0.5 && priorB >= 0.5))
            throw new ArgumentOutOfRangeException(nameof(priorA), $"{priorA}, {priorB}", "Wanted prior parameters of one half or more.");
        var (_, weights) = GaussLegendre.OnUnitInterval(Nodes);
        var density = new Density(flagged, Quantiles(sensitivity), Quantiles(specificity.Complement), weights, priorA, priorB);

        const double CoarseWidth = Math.PI / 2 / CoarseCells;
        var coarse = density.LogOnGrid(0, CoarseWidth, CoarseCells);
        var (first, last) = (Array.FindIndex(coarse, value => value > NegligibleLogDensity), Array.FindLastIndex(coarse, value => value > NegligibleLogDensity));
        _firstAngle = Math.Max(0, first - 1) * CoarseWidth;
        _cellWidth = (Math.Min(CoarseCells, last + 2) * CoarseWidth - _firstAngle) / FineCells;

        _density = [.. density.LogOnGrid(_firstAngle, _cellWidth, FineCells).Select(Math.Exp)];
        var sum = 0.0;
        for (var i = 0; i < FineCells; i++)
        {
            sum += _density[i];
            // Sums of middles, with the Euler-Maclaurin term for where they end.
            _cumulative[i + 1] = i + 1 < FineCells ? sum + (_density[i + 1] - _density[i]) / 24 : sum;
        }
        Mean = Rate.Clamped(_density.Select((weight, i) => weight * RateAt(i + 0.5)).Sum() / _cumulative[FineCells]);
    }

    public Rate Mean { get; }

    public Rate Median => Quantile(new Probability(0.5));

    /// <summary>The rate below which the posterior holds this probability.</summary>
    public Rate Quantile(Probability below)
    {
        var wanted = below.Value * _cumulative[FineCells];
        var cell = Array.FindIndex(_cumulative, 1, value => value >= wanted) - 1;
        if (cell < 0)
            return Rate.One;
        // Inside the cell the density is a straight line; a few rounds settle where its integral is met.
        var slope = (_density[Math.Min(cell + 1, FineCells - 1)] - _density[Math.Max(cell - 1, 0)]) / 2;
        var (mass, rest) = (_cumulative[cell + 1] - _cumulative[cell], wanted - _cumulative[cell]);
        var within = rest / mass;
        for (var round = 0; round < 4; round++)
            within = (rest - slope * (within * within - within) / 2) / mass;
        return Rate.Clamped(RateAt(cell + Math.Clamp(within, 0, 1)));
    }

    /// <summary>Equal-tailed credible limits.</summary>
    public RateInterval Interval(ConfidenceLevel credibility, Side side)
    {
        var alpha = credibility.AlphaPerEnd(side);
        return RateInterval.For(side,
            () => Quantile(new Probability(alpha)).Value,
            () => Quantile(new Probability(1 - alpha)).Value,
            Guarantee.Approximate, "Bayesian, beta priors", "1");
    }

    private double RateAt(double cell) => SineSquared(_firstAngle + cell * _cellWidth);

    private static double SineSquared(double angle) => Math.Sin(angle) * Math.Sin(angle);

    private static double[] Quantiles(Tally tally) =>
        [.. GaussLegendre.OnUnitInterval(Nodes).Nodes.Select(u => BetaTail.LowerQuantile(u, tally.Count + 1.0, tally.Rest + 1.0))];

    /// <summary>The unnormalised posterior over the angle, sensitivity and false-alarm rate integrated out.</summary>
    private sealed class Density(Tally flagged, double[] sensitivities, double[] falseAlarms, double[] weights, double priorA, double priorB)
    {
        private readonly double _peak = flagged.Total == 0 ? 0 : LogLikelihood(flagged, flagged.Share);

        /// <summary>ln of the density at the middle of each cell, the highest one 0.</summary>
        public double[] LogOnGrid(double firstAngle, double cellWidth, int cells)
        {
            var logs = new double[cells];
            for (var i = 0; i < cells; i++)
            {
                var angle = firstAngle + (i + 0.5) * cellWidth;
                logs[i] = Math.Log(Likelihood(SineSquared(angle))) + (2 * priorA - 1) * Math.Log(Math.Sin(angle)) + (2 * priorB - 1) * Math.Log(Math.Cos(angle));
            }
            var highest = logs.Max();
            return [.. logs.Select(log => log - highest)];
        }

        private double Likelihood(double rate)
        {
            var sum = 0.0;
            for (var i = 0; i < sensitivities.Length; i++)
            {
                for (var j = 0; j < falseAlarms.Length; j++)
                    sum += weights[i] * weights[j] * Math.Exp(LogLikelihood(flagged, rate * sensitivities[i] + (1 - rate) * falseAlarms[j]) - _peak);
            }
            return sum;
        }

        private static double LogLikelihood(Tally flagged, double apparent) =>
            (flagged.Count == 0 ? 0 : flagged.Count * Math.Log(apparent)) + (flagged.Rest == 0 ? 0 : flagged.Rest * Math.Log(1 - apparent));
    }
}
