using System.Text.Json;
using DefectVision.Hostile.Running;

namespace DefectVision.Hostile.Attacks;

/// <summary>Machines that give little: few open files, little memory, no threads, outputs that cannot be written, a clock that goes back. Each ends by an exit code of the README, and goes on without the limit.</summary>
internal static class LimitAttack
{
    private const string FakeClock = "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1";

    /// <param name="photos">Of the shipment.</param>
    /// <returns>Whether all of it held.</returns>
    public static bool Run(int photos)
    {
        var result = new ResultFile("Limits", "The command under limits of the machine. It has to end by a code that the README names (never by a fault of its own, 70, nor by a crash), and without the limit the same command has to go on to the outputs of an uninterrupted run. Where the runtime itself does not start or is ended by the system, no code of ours can be given: such rows are named.");
        using var place = new Workplace(photos);
        var whole = place.Dated("whole").Run();
        var wanted = Outputs.Of(Path.Combine(place.Out, "whole"));
        var faults = new List<string>();
        result.Say($"{photos} files, exit code {whole.Code} without limits.");
        result.Say(string.Empty);
        result.Say("| limit | exit code | what it says first | without the limit |");
        result.Say("|---|---|---|---|");
        foreach (var (name, limited, isOfRuntime) in Limits(place))
        {
            var folder = Path.Combine(place.Out, name);
            Directory.CreateDirectory(folder);
            NormalUser.Give(folder);
            var end = limited(name).Run();
            var holds = isOfRuntime || (end.IsNamed && !end.IsHung);
            if (!holds)
            {
                faults.Add(FormattableString.Invariant($"{name}: exit code {end.Code}, {end.LastWord}"));
            }

            var again = place.Dated(name).Run();
            var differing = again.Code == whole.Code ? Outputs.Differing(wanted, Outputs.Of(folder)) : [FormattableString.Invariant($"exit code {again.Code}, {again.LastWord}")];
            faults.AddRange(differing.Select(path => $"{name}, without the limit: {path}"));
            result.Say($"| {name} | {end.Code}{(isOfRuntime && !end.IsNamed ? " (the runtime's)" : string.Empty)} | {end.LastWord.Replace("|", "/", StringComparison.Ordinal)[..Math.Min(160, end.LastWord.Length)]} | {(differing.Count == 0 ? "same bytes" : "other bytes")} |");
        }

        faults.AddRange(ReadOnlyFaults(place, whole, result));
        faults.AddRange(ClockFaults(place, result));
        result.SayFaults(faults);
        result.Write("limits");
        return faults.Count == 0;
    }

    private static IEnumerable<(string Name, Func<string, Child> Limited, bool IsOfRuntime)> Limits(Workplace place)
    {
        // Below about 30 open files the runtime finds no compiler.
        foreach (var files in (int[])[20, 30, 40, 60, 80, 100, 120, 140, 160, 200, 256])
        {
            yield return (FormattableString.Invariant($"open files {files}"), By("prlimit", FormattableString.Invariant($"--nofile={files}:{files}")), files < 40);
        }

        foreach (var megabytes in (int[])[8, 16, 24, 32, 48, 64, 96, 128, 200])
        {
            yield return (FormattableString.Invariant($"managed memory {megabytes} MiB"), name => place.Dated(name) with { Variables = new Dictionary<string, string> { ["DOTNET_GCHeapHardLimit"] = FormattableString.Invariant($"{megabytes << 20:X}") } }, false);
        }

        foreach (var megabytes in (int[])[200, 1_000, 2_000, 4_000, 300_000])
        {
            yield return (FormattableString.Invariant($"address space {megabytes} MiB"), By("prlimit", FormattableString.Invariant($"--as={(long)megabytes << 20}")), true);
        }

        foreach (var kilobytes in (int[])[1, 20, 200, 1_000])
        {
            yield return (FormattableString.Invariant($"files of {kilobytes} KiB"), By("prlimit", FormattableString.Invariant($"--fsize={kilobytes << 10}")), true);
        }

        foreach (var seconds in (int[])[1, 3])
        {
            yield return (FormattableString.Invariant($"CPU seconds {seconds}"), By("prlimit", FormattableString.Invariant($"--cpu={seconds}")), true);
        }

        yield return ("temporary folder that is not there", name => place.Dated(name) with { Temporary = "/nowhere" }, false);
        yield return ("temporary folder that may not be written", name => place.Dated(name) with { Temporary = "/usr" }, false);

        Func<string, Child> By(params string[] program) => name => place.Dated(name) with { By = program };
    }

    private static IEnumerable<string> ReadOnlyFaults(Workplace place, ChildEnd whole, ResultFile result)
    {
        const UnixFileMode ReadOnly = UnixFileMode.UserRead | UnixFileMode.UserExecute;
        const UnixFileMode Writable = ReadOnly | UnixFileMode.UserWrite;
        foreach (var (name, begun) in new (string, bool)[] { ("read-only outputs, empty", false), ("read-only outputs of an inspection", true) })
        {
            var folder = Path.Combine(place.Out, name);
            Directory.CreateDirectory(folder);
            NormalUser.Give(folder);
            if (begun)
            {
                _ = place.Dated(name).Run();
            }

            var before = Outputs.Of(folder);
            File.SetUnixFileMode(folder, ReadOnly);
            var end = place.Dated(name).Run();
            File.SetUnixFileMode(folder, Writable);
            var kept = Outputs.Differing(before, Outputs.Of(folder)).Count == 0;
            result.Say($"| {name} | {end.Code} | {end.LastWord} | {(kept ? "nothing changed" : "changed")} |");
            if (end.Code != 74 || !kept)
            {
                yield return FormattableString.Invariant($"{name}: exit code {end.Code}, {end.LastWord}{(kept ? string.Empty : ", and outputs changed")}");
            }

            if (place.Dated(name).Run().Code != whole.Code)
            {
                yield return $"{name}: does not go on when it is writable again";
            }
        }
    }

    // Killed on the 24th, resumed on the 20th: the outputs bear the date of the first start.
    private static IEnumerable<string> ClockFaults(Workplace place, ResultFile result)
    {
        if (!File.Exists(FakeClock))
        {
            result.Say("| a clock that goes back | not run: libfaketime is not installed | | |");
            yield break;
        }

        var alone = At("2026-11-24 08:00:00", "clock, alone").Run();
        var broken = (At("2026-11-24 08:00:00", "clock, back") with { KilledAfter = alone.Time * 0.6 }).Run();
        var end = At("2026-11-20 08:00:00", "clock, back").Run();
        if (!end.IsDone)
        {
            yield return FormattableString.Invariant($"a clock that goes back: exit code {end.Code}, {end.LastWord}");
            yield break;
        }

        // The second of the first start is not known beforehand: it is read from the outputs, and an uninterrupted run is given the same.
        using var summary = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(place.Out, "clock, back", "summary.json")));
        var date = summary.RootElement.GetProperty("as_of").GetString()!;
        _ = place.Inspection("clock, whole", "--as-of", date).Run();
        List<string> differing = [.. Outputs.Differing(Outputs.Of(Path.Combine(place.Out, "clock, whole")), Outputs.Of(Path.Combine(place.Out, "clock, back"))), .. date.StartsWith("2026-11-24", StringComparison.Ordinal) ? Array.Empty<string>() : [$"the date {date}"]];
        result.Say($"| a clock that goes back by four days between a kill and the next run | {end.Code} | {(broken.IsKilled ? "killed" : "ended before it could be killed")} | {(differing.Count == 0 ? "same bytes" : string.Join(", ", differing))} |");
        foreach (var path in differing)
        {
            yield return $"a clock that goes back: {path}";
        }

        // Within a run: an hour back with every second.
        var wild = (place.Dated("clock, wild") with { Variables = Clock("2026-11-24 08:00:00 x-3600") }).Run();
        var others = wild.IsDone ? Outputs.Differing(Outputs.Of(Path.Combine(place.Out, "whole")), Outputs.Of(Path.Combine(place.Out, "clock, wild"))) : [FormattableString.Invariant($"exit code {wild.Code}, {wild.LastWord}")];
        result.Say($"| a clock that runs back by an hour every second | {wild.Code} | | {(others.Count == 0 ? "same bytes" : string.Join(", ", others))} |");
        foreach (var path in others)
        {
            yield return $"a clock that runs back: {path}";
        }

        Child At(string time, string name) => place.Inspection(name) with { Variables = Clock($"@{time}") };

        Dictionary<string, string> Clock(string time) => new() { ["LD_PRELOAD"] = FakeClock, ["FAKETIME"] = time, ["FAKETIME_DONT_FAKE_MONOTONIC"] = "1" };
    }
}
