using System.ComponentModel;
using System.Diagnostics;

namespace DefectVision.Cli.Terminal;

/// <summary>The browser of whoever sits at this machine.</summary>
internal static class Browser
{
    /// <summary>Opens an address where there is a screen and a browser; elsewhere the person opens it himself.</summary>
    /// <param name="address">Of a page of ours: it goes to another program as it is.</param>
    public static void Open(string address)
    {
        if (OperatingSystem.IsLinux() && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("DISPLAY")) && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("WAYLAND_DISPLAY")))
        {
            return;
        }

        try
        {
            var start = OperatingSystem.IsWindows() ? new ProcessStartInfo(address) { UseShellExecute = true }
                : new ProcessStartInfo(OperatingSystem.IsMacOS() ? "open" : "xdg-open", [address]) { RedirectStandardOutput = true, RedirectStandardError = true };
            using var started = Process.Start(start);
        }
        catch (Exception fault) when (fault is Win32Exception or InvalidOperationException or PlatformNotSupportedException or FileNotFoundException)
        {
            // The address stands on the terminal.
        }
    }
}
