using System.Globalization;
using DefectVision.Inspection;

namespace DefectVision.Benchmarks.Verdicts;

/// <summary>How often each verdict came over simulated lots.</summary>
internal sealed class Shares
{
    private readonly Dictionary<Verdict, int> _lots = [];

    public int Lots => _lots.Values.Sum();

    public double Of(Verdict verdict) => (double)_lots.GetValueOrDefault(verdict) / Lots;

    public void Add(Verdict verdict) => _lots[verdict] = _lots.GetValueOrDefault(verdict) + 1;

    /// <summary>Whether at most this share is rejected, three standard errors of the simulation allowed for.</summary>
    public bool RejectsAtMost(double share) => Of(Verdict.Reject) <= share + (3 * Math.Sqrt(share * (1 - share) / Lots));

    /// <summary>Percent of accept, hold and reject.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{100 * Of(Verdict.Accept),5:0.0} {100 * Of(Verdict.Hold),5:0.0} {100 * Of(Verdict.Reject),5:0.00}");
}
