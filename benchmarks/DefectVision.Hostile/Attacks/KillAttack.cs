using DefectVision.Hostile.Running;
using DefectVision.Statistics;

namespace DefectVision.Hostile.Attacks;

/// <summary><c>kill -9</c> at random moments. What was broken off is gone on with until it ends, and has the outputs of a run that nobody broke off.</summary>
internal static class KillAttack
{
    private const int MostInARow = 4;

    /// <param name="kills">How many.</param>
    /// <param name="photos">Of the shipment.</param>
    /// <param name="seed">Of the moments.</param>
    /// <returns>Whether all of it held.</returns>
    public static bool Run(int kills, int photos, ulong seed)
    {
        var result = new ResultFile("kill -9", "An inspection is killed at random moments, one to four times in a row, then run to its end. Its outputs, all but the journal's order and the places on this machine, have to be those of an uninterrupted run.");
        using var place = new Workplace(photos);
        var whole = place.Dated("whole").Run();
        var wanted = Outputs.Of(Path.Combine(place.Out, "whole"));
        var random = new PinnedGenerator(seed, 1);
        var faults = new List<string>();
        var (done, tooLate, inspections, lines) = (0, 0, 0, new SortedDictionary<int, int>());
        while (done < kills)
        {
            var name = FormattableString.Invariant($"killed {++inspections}");
            for (var left = Math.Min(1 + random.NextInt(MostInARow), kills - done); left > 0; left--)
            {
                var moment = whole.Time * (0.02 + (0.98 * random.NextDouble()));
                var broken = (place.Dated(name) with { KilledAfter = moment }).Run();
                (done, tooLate) = broken.IsKilled ? (done + 1, tooLate) : (done, tooLate + 1);
                if (broken is { IsKilled: false, IsDone: false })
                {
                    faults.Add(FormattableString.Invariant($"{name}: exit code {broken.Code}, {broken.LastWord}"));
                }

                var journal = Path.Combine(place.Out, name, "journal.jsonl");
                var tenth = File.Exists(journal) ? Math.Min(10, 10 * File.ReadLines(journal).Count() / Math.Max(1, photos)) : 0;
                lines[tenth] = lines.GetValueOrDefault(tenth) + 1;
            }

            var end = place.Dated(name).Run();
            var differing = end.Code == whole.Code ? Outputs.Differing(wanted, Outputs.Of(Path.Combine(place.Out, name))) : [FormattableString.Invariant($"exit code {end.Code}, {end.LastWord}")];
            faults.AddRange(differing.Select(path => $"{name}: {path}"));
            Directory.Delete(Path.Combine(place.Out, name), recursive: true);
        }

        result.Say($"{photos} files; an uninterrupted run takes {whole.Time.TotalSeconds:0.0} s, {whole.Peak / 1e6:0} MB, exit code {whole.Code}, {wanted.Count} outputs compared. Seed {seed}.");
        result.Say(string.Empty);
        result.Say("| kills | inspections | ended before they could be killed | resumed to the same bytes | lost |");
        result.Say("|---|---|---|---|---|");
        var lost = faults.Select(fault => fault.Split(':')[0]).Distinct().Count();
        result.Say($"| {done} | {inspections} | {tooLate} | {inspections - lost} | {lost} |");
        result.Say(string.Empty);
        result.Say($"Killed with so many tenths of the photos in the journal: {string.Join(", ", lines.Select(line => $"{line.Key}: {line.Value}"))}.");
        result.SayFaults(faults);
        result.Write("kills");
        return faults.Count == 0;
    }
}
