using System.Globalization;
using DefectVision.Benchmarks.Verdicts;

namespace DefectVision.Benchmarks;

/// <summary>Prints how often flags that nobody has read accept, hold and reject lots. Fails when more lots at the AQL than 5 % are rejected, or more than a few perfect ones.</summary>
internal static class VerdictsCommand
{
    private const double MostAtAql = 0.05;
    private const double MostPerfect = 0.005;

    private static readonly int[] LotSizes = [125, 280, 3_200];
    private static readonly double[] Sensitivities = [0.3, 0.8, 1];

    public static int Run(TextWriter output, int lots)
    {
        output.WriteLine($"{"",59}  percent of lots: accept, hold, reject");
        output.WriteLine($"{"lot",5} {"sample",6} {"views",5} {"dependence",10} {"threshold set on",-20} {"perfect",-17}  at AQL 2.5, sensitivity 0.3, 0.8, 1.0");
        var held = true;
        var stream = 0UL;
        foreach (var size in LotSizes)
        {
            var simulation = new LotSimulation(size);
            foreach (var situation in Situation.All)
            {
                var perfect = simulation.Run(situation, 0, 0, lots, stream++);
                var atAql = Sensitivities.Select(sensitivity => simulation.Run(situation, simulation.AtAql, sensitivity, lots, stream++)).ToList();
                var head = string.Create(CultureInfo.InvariantCulture,
                    $"{size,5} {simulation.Sample,6} {situation.Views,5} {situation.Dependence,10:0.0} {$"{situation.Good} {situation.InWords}",-20}");
                if (perfect.Lots == 0)
                {
                    output.WriteLine($"{head} orders only: nothing is flagged");
                    continue;
                }

                var holds = perfect.RejectsAtMost(MostPerfect) && atAql.TrueForAll(shares => shares.RejectsAtMost(MostAtAql));
                output.WriteLine($"{head} {perfect}  {string.Join("  ", atAql)}{(holds ? string.Empty : "  BROKEN")}");
                held &= holds;
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{lots} lots each, flags unread, ISO 2859-1 general level II. Wanted: at most {100 * MostAtAql} % of the lots at the AQL rejected, at most {100 * MostPerfect} % of the perfect ones."));
        return held ? 0 : 1;
    }
}
