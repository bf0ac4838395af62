using System.Globalization;
using DefectVision.Benchmarks.Coverage;

namespace DefectVision.Benchmarks;

/// <summary>Prints, for every class-G method, the smallest coverage over its grid. Fails when one falls short.</summary>
internal static class CoverageCommand
{
    private const int Repetitions = 10_000;

    public static int Run(TextWriter output)
    {
        output.WriteLine($"{"method",-40} {"side",-9} {"nominal",7} {"minimum",9} {"at least",9} {"points",8}  where");
        var held = true;
        foreach (var scan in CoverageScans.All(Repetitions))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{scan.Method,-40} {scan.Side,-9} {scan.Nominal,7:0.###} {scan.Minimum,9:0.00000} {scan.Required,9:0.00000} {scan.Points,8}  {scan.Where}{(scan.Holds ? "" : "  FALLS SHORT")}"));
            held &= scan.Holds;
        }
        output.WriteLine($"Exact methods are enumerated; the others are simulated with a fixed seed, {Repetitions} samples a point, and may fall three standard errors below nominal.");
        return held ? 0 : 1;
    }
}
