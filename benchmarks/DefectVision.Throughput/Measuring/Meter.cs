using System.Diagnostics;
using System.Globalization;

namespace DefectVision.Throughput.Measuring;

/// <summary>Reads this process's own counters.</summary>
internal static class Meter
{
    public static Measurement Read(string program, int photos, int scored)
    {
        using var process = Process.GetCurrentProcess();
        var seconds = (TimeProvider.System.GetLocalNow() - new DateTimeOffset(process.StartTime)).TotalSeconds;
        return new Measurement(program, photos, scored, seconds, process.TotalProcessorTime.TotalSeconds, PeakMiB(process));
    }

    // .NET reports 0 or the present working set as the peak on Linux; the kernel keeps the true one.
    private static double PeakMiB(Process process)
    {
        const string Status = "/proc/self/status";
        const string Field = "VmHWM:";
        return File.Exists(Status) && File.ReadLines(Status).FirstOrDefault(line => line.StartsWith(Field, StringComparison.Ordinal)) is { } line
            ? long.Parse(line[Field.Length..].Replace("kB", string.Empty, StringComparison.Ordinal), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture) / 1024.0
            : process.PeakWorkingSet64 / (1024.0 * 1024.0);
    }
}
