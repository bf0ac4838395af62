using System.Runtime.InteropServices;

namespace DefectVision.Cli;

/// <summary>
/// What the machine has to allow this process before anything else is loaded: the runtime keeps every assembly open, and where it may not, or has hardly any memory, it
/// aborts at any place, without a word that helps.
/// </summary>
internal static unsafe partial class MachineLimits
{
    /// <summary>The most that a command was seen to have open at once is 185 (<c>review</c>); <c>inspect</c> needs 145.</summary>
    private const ulong FewestFiles = 256;

    /// <summary>For objects, bytes: with 16 MiB the runtime crashes, with 24 a small shipment is inspected.</summary>
    private const long LeastMemory = 64L << 20;

    private const int OpenFiles = 7;

    private const int StandardError = 2;

    /// <summary>Whether there is enough; where there is not, stderr says what.</summary>
    public static bool AreEnough() =>
        AllowsFewFiles() ? Say("error: too few open files are allowed, expected at least 256: raise the limit (ulimit -n 256) and run again\n"u8)
        : GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >= LeastMemory || Say("error: too little memory is allowed, expected at least 64 MiB for objects: give more and run again\n"u8);

    // The runtime has already raised the soft limit to the hard one (setrlimit(2), RLIMIT_NOFILE).
    private static bool AllowsFewFiles()
    {
        ulong* limits = stackalloc ulong[2];
        return OperatingSystem.IsLinux() && GetLimit(OpenFiles, limits) == 0 && limits[0] < FewestFiles;
    }

    // Not by the console, which has assemblies of its own.
    private static bool Say(ReadOnlySpan<byte> message)
    {
        if (OperatingSystem.IsLinux())
        {
            fixed (byte* text = message)
            {
                _ = Write(StandardError, text, (nuint)message.Length);
            }
        }

        return false;
    }

    [LibraryImport("libc", EntryPoint = "getrlimit")]
    private static partial int GetLimit(int resource, ulong* limits);

    [LibraryImport("libc", EntryPoint = "write")]
    private static partial nint Write(int descriptor, byte* text, nuint length);
}
