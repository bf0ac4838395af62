using DefectVision.Statistics;

namespace DefectVision.Benchmarks.Coverage;

/// <summary>The smallest coverage of one method over a grid of true states.</summary>
/// <param name="Method">The method's name.</param>
/// <param name="Side">The end that was claimed.</param>
/// <param name="Nominal">What it promises.</param>
/// <param name="Repetitions">Samples per point; 0 when every sample was enumerated.</param>
internal sealed record CoverageScan(string Method, string Side, double Nominal, int Repetitions)
{
    public double Minimum { get; private set; } = 1;

    public string Where { get; private set; } = "nowhere below 1";

    public int Points { get; private set; }

    /// <summary>Nominal, less rounding when enumerated and less three standard errors when simulated.</summary>
    public double Required => Nominal - (Repetitions == 0 ? 1e-9 : 3 * Math.Sqrt(Nominal * (1 - Nominal) / Repetitions));

    public bool Holds => Minimum >= Required;

    /// <summary>Adds a point of the grid.</summary>
    public void Add(double coverage, FormattableString where)
    {
        Points++;
        if (!(coverage < Minimum))
            return;
        Minimum = coverage;
        Where = FormattableString.Invariant(where);
    }

    /// <summary>Adds a point by drawing samples.</summary>
    public void Simulate(FormattableString where, ulong stream, Func<PinnedGenerator, bool> covers)
    {
        var generator = new PinnedGenerator(20261124, stream);
        var covered = 0;
        for (var i = 0; i < Repetitions; i++)
        {
            if (covers(generator))
                covered++;
        }
        Add((double)covered / Repetitions, where);
    }
}
