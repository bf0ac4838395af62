using System.ComponentModel;
using System.Diagnostics;

namespace DefectVision.Evidence.Tests.Packets;

/// <summary>A program that is not ours, if it is installed.</summary>
internal static class Tool
{
    public static void SkipWithout(params string[] names)
    {
        foreach (var name in names)
        {
            Skip.IfNot(IsInstalled(name), $"{name} is not installed, so the check with tools that are not ours was not repeated");
        }
    }

    public static (int ExitCode, string Said) Run(string folder, string name, params string[] arguments)
    {
        var start = new ProcessStartInfo(name, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadToEnd() + error.GetAwaiter().GetResult();
        process.WaitForExit();
        return (process.ExitCode, said);
    }

    public static string Succeeds(string folder, string name, params string[] arguments)
    {
        var (exitCode, said) = Run(folder, name, arguments);
        Assert.True(exitCode == 0, $"{name} {string.Join(' ', arguments)}: found exit code {exitCode}, wanted 0\n{said}");
        return said;
    }

    private static bool IsInstalled(string name)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(name, name == "openssl" ? "version" : "--version") { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
