using DefectVision.Hostile.Making;
using DefectVision.Hostile.Running;

namespace DefectVision.Hostile.Attacks;

/// <summary>A folder of every kind of trouble, inspected by a normal user: every file has one outcome, and nothing else happens.</summary>
internal static class FolderAttack
{
    private const long MostMemory = 600_000_000;

    private const int RestlessRuns = 5;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(60);

    /// <param name="files">How many.</param>
    /// <param name="seed">Of the random ones.</param>
    /// <returns>Whether all of it held.</returns>
    public static bool Run(int files, ulong seed)
    {
        var result = new ResultFile("A hostile folder", "Files of every kind of trouble in one shipment. Each has to end as one outcome; nothing outside the outputs may change; peak memory is at most 600 MB; with one worker and with two the outputs are the same bytes.");
        using var place = new Workplace();
        var photos = new Photos(Place.Sample);
        var outside = Path.Combine(place.Around, "outside.jpg");
        File.WriteAllBytes(outside, photos.Original(0));
        var shelf = new Shelf(place.Shipment);
        var held = HostileFolder.Fill(shelf, photos, outside, files, seed, NormalUser.IsAdministrator);
        place.Give();
        result.Say($"{shelf.Count} files by seed {seed}: {string.Join(", ", shelf.Kinds.Select(kind => $"{kind.Key} {kind.Value}"))}.");
        result.Say(string.Empty);
        result.Say("| run | exit code | files in the record | peak memory, MB | seconds |");
        result.Say("|---|---|---|---|---|");
        var faults = new List<string>();
        var before = Snapshot.Of(place.Around);
        var ends = ((string Name, string[] More)[])[("two workers", ["--workers", "2"]), ("one worker", ["--workers", "1"]), ("two workers, no model", ["--workers", "2", "--without", "model"])];
        foreach (var (name, more) in ends)
        {
            var end = (place.Dated(name, [.. more, "--no-pdf"]) with { Longest = Patience }).Run();
            faults.AddRange(Judged(name, end, place, shelf, []));
            result.Say($"| {name} | {end.Code} | {(end.IsDone ? Accounts.Outcomes(Path.Combine(place.Out, name)).Values.Sum() : 0)} | {end.Peak / 1e6:0} | {end.Time.TotalSeconds:0} |");
        }

        faults.AddRange(Snapshot.Changes(before, Snapshot.Of(place.Around)).Select(line => $"changed outside the outputs: {line}"));
        if (faults.Count == 0)
        {
            faults.AddRange(Outputs.Differing(Outputs.Of(Path.Combine(place.Out, ends[0].Name)), Outputs.Of(Path.Combine(place.Out, ends[1].Name))).Select(path => $"other bytes with one worker: {path}"));
        }

        held.ForEach(one => one.Dispose());
        faults.AddRange(RestlessFaults(photos, result));
        SayOutcomes(result, Path.Combine(place.Out, ends[0].Name));
        result.SayFaults(faults);
        result.Write("hostile-folder");
        return faults.Count == 0;
    }

    // Whole photos beside files that never rest.
    private static List<string> RestlessFaults(Photos photos, ResultFile result)
    {
        var faults = new List<string>();
        using var place = new Workplace();
        var outside = Path.Combine(place.Root, "outside.jpg");
        File.WriteAllBytes(outside, photos.Original(0));
        var shelf = new Shelf(place.Shipment);
        for (var number = 0; number < 60; number++)
        {
            shelf.Put("whole", FormattableString.Invariant($"LOT-A/{number:00}_front.jpg"), photos.Fresh(number));
        }

        place.Give();
        using var restless = new Restless(Path.Combine(place.Shipment, "LOT-A", "restless"), photos, outside);
        for (var run = 1; run <= RestlessRuns; run++)
        {
            var name = FormattableString.Invariant($"restless {run}");
            var end = place.Inspection(name, "--no-pdf").Run();
            faults.AddRange(Judged(name, end, place, shelf, [.. restless.Paths.Select(path => Path.GetRelativePath(place.Shipment, path))]));
            result.Say($"| files that grow, shrink, vanish, turn into pipes and links while they are read, {run} | {end.Code} | {(end.IsDone ? Accounts.Outcomes(Path.Combine(place.Out, name)).Values.Sum() : 0)} | {end.Peak / 1e6:0} | {end.Time.TotalSeconds:0} |");
        }

        return faults;
    }

    private static List<string> Judged(string name, ChildEnd end, Workplace place, Shelf shelf, IReadOnlyCollection<string> perhaps) =>
    [
        .. end.IsHung ? [$"{name}: hung"] : !end.IsDone ? [FormattableString.Invariant($"{name}: exit code {end.Code}, {end.LastWord}")] : Accounts.Wrong(Path.Combine(place.Out, name), shelf, perhaps).Select(fault => $"{name}: {fault}"),
        .. end.Peak <= MostMemory ? Array.Empty<string>() : [FormattableString.Invariant($"{name}: {end.Peak / 1e6:0} MB of memory")],
        .. Directory.EnumerateFileSystemEntries(place.Temporary, "*", SearchOption.AllDirectories).Select(path => $"{name}: left behind {path}"),
    ];

    private static void SayOutcomes(ResultFile result, string outFolder)
    {
        if (File.Exists(Path.Combine(outFolder, "record.json")))
        {
            result.Say(string.Empty);
            result.Say($"Outcomes: {string.Join(", ", Accounts.Outcomes(outFolder).Select(outcome => $"{outcome.Key} {outcome.Value}"))}.");
        }
    }
}
