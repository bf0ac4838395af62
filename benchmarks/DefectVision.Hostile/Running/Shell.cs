using System.Diagnostics;

namespace DefectVision.Hostile.Running;

/// <summary>Programs of the system.</summary>
internal static class Shell
{
    /// <summary>Runs one to its end.</summary>
    /// <returns>Its stdout.</returns>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, StandardOutputEncoding = System.Text.Encoding.Latin1 })
            ?? throw new InvalidOperationException($"{program}: could not be started");
        var answer = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? answer : throw new InvalidOperationException(FormattableString.Invariant($"{program} {string.Join(' ', arguments)}: ended with exit code {process.ExitCode}, wanted 0"));
    }

    /// <summary>Whether a program is installed.</summary>
    public static bool Has(string program) => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(':').Append("/usr/sbin").Any(folder => File.Exists(Path.Combine(folder, program)));
}
