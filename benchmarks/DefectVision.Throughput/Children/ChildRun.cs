using System.Diagnostics;
using DefectVision.Throughput.Measuring;

namespace DefectVision.Throughput.Children;

/// <summary>A measured run in a process of its own: a peak of memory belongs to a process, and can be taken once.</summary>
/// <param name="File">The program.</param>
/// <param name="Arguments">Must make it answer one measurement as JSON on stdout.</param>
internal sealed record ChildRun(string File, IReadOnlyList<string> Arguments)
{
    /// <summary>This program's own <c>folder</c>.</summary>
    public static ChildRun OfFolder(string folder, string model, int workers, bool searchesForCodes = true) => OfAssembly(
        typeof(ChildRun).Assembly.Location,
        ["folder", folder, "--model", model, "--workers", FormattableString.Invariant($"{workers}"), "--format", "json", .. searchesForCodes ? Array.Empty<string>() : ["--no-codes"]]);

    /// <summary>Another program, built as a .NET assembly.</summary>
    public static ChildRun OfAssembly(string assembly, IReadOnlyList<string> arguments) => new("dotnet", [assembly, .. arguments]);

    /// <exception cref="InvalidOperationException">The program failed.</exception>
    public Measurement Execute()
    {
        var start = new ProcessStartInfo(File, Arguments) { RedirectStandardOutput = true };
        // Both sides alike: no telemetry from the runtime that both use.
        start.Environment["ORT_DISABLE_TELEMETRY"] = "1";
        using var child = Process.Start(start) ?? throw new InvalidOperationException($"{File}: could not be started");
        var answer = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        return child.ExitCode == 0
            ? Measurement.FromJson(answer)
            : throw new InvalidOperationException(FormattableString.Invariant($"{File} {string.Join(' ', Arguments)}: ended with exit code {child.ExitCode}, wanted 0"));
    }
}
