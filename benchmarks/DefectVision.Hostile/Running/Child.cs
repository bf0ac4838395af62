using System.Diagnostics;
using System.Globalization;

namespace DefectVision.Hostile.Running;

/// <summary>The built command in a process of its own, with what it is given and how it is watched.</summary>
/// <param name="Arguments">Of the command.</param>
internal sealed record Child(IReadOnlyList<string> Arguments)
{
    private const int Killed = 137;

    private static readonly TimeSpan EveryLook = TimeSpan.FromMilliseconds(20);

    /// <summary>Programs to run it by, the outermost first, such as <c>prlimit --nofile=40</c>; each puts the next in its place, so that the process stays one.</summary>
    public IReadOnlyList<string> By { get; init; } = [];

    /// <summary>Variables of the command alone, and of none of the programs that it is run by.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>Where it may keep temporary files.</summary>
    public required string Temporary { get; init; }

    /// <summary>After it the child is taken for hung, and killed.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>When it is killed, whatever it does; null: it is left to end.</summary>
    public TimeSpan? KilledAfter { get; init; }

    /// <summary>Runs it to its end, as a normal user.</summary>
    public ChildEnd Run()
    {
        List<string> line = ["nice", "-n", "10", .. By, .. NormalUser.Switch, "env", .. Variables.Select(variable => $"{variable.Key}={variable.Value}"), "dotnet", Place.Command, .. Arguments];
        var start = new ProcessStartInfo(line[0], line[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        start.Environment["TMPDIR"] = Temporary;
        start.Environment["HOME"] = Temporary;
        start.Environment["TZ"] = "UTC";
        var begun = Stopwatch.GetTimestamp();
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{line[0]}: could not be started");
        process.StandardInput.Close();
        var (answer, remarks) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        long peak = 0;
        var (isKilled, isHung) = (false, false);
        while (!process.WaitForExit(KilledAfter is null ? EveryLook : TimeSpan.FromMilliseconds(1)))
        {
            peak = Math.Max(peak, PeakOf(process.Id));
            var elapsed = Stopwatch.GetElapsedTime(begun);
            if (!isKilled && !isHung && (elapsed > KilledAfter || elapsed > Longest))
            {
                (isKilled, isHung) = (elapsed > KilledAfter, !(elapsed > KilledAfter));
                process.Kill();
            }
        }

        process.WaitForExit();
        return new ChildEnd(process.ExitCode, isKilled && process.ExitCode == Killed, isHung, peak, Stopwatch.GetElapsedTime(begun), answer.Result, remarks.Result);
    }

    // Peak of resident memory so far, bytes; 0 when the process is gone.
    private static long PeakOf(int process)
    {
        try
        {
            return File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)) is { } line
                ? 1024 * long.Parse(line.AsSpan(6).Trim()[..^3], CultureInfo.InvariantCulture)
                : 0;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
