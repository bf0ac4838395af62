using DefectVision.Hostile.Running;
using DefectVision.Statistics;

namespace DefectVision.Hostile.Attacks;

/// <summary>Two runs at once: of one inspection, where one has to give way, and of two, which have to be the same.</summary>
internal static class TwiceAttack
{
    private const int Busy = 75;

    /// <param name="rounds">How often each.</param>
    /// <param name="photos">Of the shipment.</param>
    /// <param name="seed">Of the moments.</param>
    /// <returns>Whether all of it held.</returns>
    public static bool Run(int rounds, int photos, ulong seed)
    {
        var result = new ResultFile("Two runs at once", "The same command twice at the same time or a moment later. On one outputs' folder each ends as it would alone or with 75, and the outputs are those of one run; on two folders both have the same bytes.");
        using var place = new Workplace(photos);
        var whole = place.Dated("whole").Run();
        var wanted = Outputs.Of(Path.Combine(place.Out, "whole"));
        var random = new PinnedGenerator(seed, 1);
        var faults = new List<string>();
        var codes = new SortedDictionary<int, int>();
        for (var round = 0; round < 2 * rounds; round++)
        {
            var shared = round % 2 == 0;
            string[] names = [FormattableString.Invariant($"round {round}"), shared ? FormattableString.Invariant($"round {round}") : FormattableString.Invariant($"round {round}, other")];
            var one = Task.Run(place.Dated(names[0]).Run);
            Thread.Sleep(round < 4 ? TimeSpan.Zero : whole.Time * random.NextDouble());
            var other = Task.Run(place.Dated(names[1]).Run);
            ChildEnd[] ends = [one.GetAwaiter().GetResult(), other.GetAwaiter().GetResult()];
            foreach (var end in ends)
            {
                codes[end.Code] = codes.GetValueOrDefault(end.Code) + 1;
                if (end.Code != whole.Code && !(shared && end.Code == Busy))
                {
                    faults.Add(FormattableString.Invariant($"{names[0]}: exit code {end.Code}, {end.LastWord}"));
                }
            }

            if (ends.All(end => end.Code == Busy))
            {
                faults.Add($"{names[0]}: both gave way");
            }

            foreach (var name in names.Distinct())
            {
                faults.AddRange(Outputs.Differing(wanted, Outputs.Of(Path.Combine(place.Out, name))).Select(path => $"{name}: {path}"));
                Directory.Delete(Path.Combine(place.Out, name), recursive: true);
            }
        }

        result.Say($"{photos} files. Seed {seed}.");
        result.Say(string.Empty);
        result.Say("| pairs on one folder | pairs on two | exit codes | lost |");
        result.Say("|---|---|---|---|");
        result.Say($"| {rounds} | {rounds} | {string.Join(", ", codes.Select(code => $"{code.Value} times {code.Key}"))} | {faults.Select(fault => fault.Split(':')[0]).Distinct().Count()} |");
        result.SayFaults(faults);
        result.Write("twice");
        return faults.Count == 0;
    }
}
