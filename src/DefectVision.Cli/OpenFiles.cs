using System.Runtime.InteropServices;

namespace DefectVision.Cli;

/// <summary>
/// How many files this process may have open (setrlimit(2), RLIMIT_NOFILE; the runtime has already raised the soft limit to the hard one). The runtime keeps every assembly
/// open; where it may not, it aborts at any place, without a word that helps.
/// </summary>
internal static unsafe partial class OpenFiles
{
    /// <summary>The most that a command was seen to have open at once is 185 (<c>review</c>); <c>inspect</c> needs 145.</summary>
    private const ulong Fewest = 256;

    private const int Limit = 7;

    private const int StandardError = 2;

    /// <summary>Whether there are enough; where there are not, stderr says so.</summary>
    public static bool AreEnough()
    {
        ulong* limits = stackalloc ulong[2];
        if (!OperatingSystem.IsLinux() || GetLimit(Limit, limits) != 0 || limits[0] >= Fewest)
        {
            return true;
        }

        // Not by the console, which has assemblies of its own.
        var message = "error: too few open files are allowed, expected at least 256: raise the limit (ulimit -n 256) and run again\n"u8;
        fixed (byte* text = message)
        {
            _ = Write(StandardError, text, (nuint)message.Length);
        }

        return false;
    }

    [LibraryImport("libc", EntryPoint = "getrlimit")]
    private static partial int GetLimit(int resource, ulong* limits);

    [LibraryImport("libc", EntryPoint = "write")]
    private static partial nint Write(int descriptor, byte* text, nuint length);
}
