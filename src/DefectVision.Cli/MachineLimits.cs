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

    /// <summary>Of addresses, not of memory used: the runtime reserves far more than it uses. With 2 GiB ONNX Runtime does not load, with 3 it may abort.</summary>
    private const ulong LeastAddresses = 4UL << 30;

    private const int OpenFiles = 7;

    private const int Addresses = 9;

    private const int StandardError = 2;

    /// <summary>Whether there is enough; where there is not, stderr says what.</summary>
    public static bool AreEnough() =>
        Allows(OpenFiles) < FewestFiles ? Say("error: too few open files are allowed, expected at least 256: raise the limit (ulimit -n 256) and run again\n"u8)
        : Allows(Addresses) < LeastAddresses ? Say("error: too little virtual memory is allowed, expected at least 4 GiB: raise the limit (ulimit -v 4194304) and run again\n"u8)
        : GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >= LeastMemory || Say("error: too little memory is allowed, expected at least 64 MiB for objects: give more and run again\n"u8);

    // The runtime has already raised the soft limit of open files to the hard one (getrlimit(2), RLIMIT_NOFILE and RLIMIT_AS).
    private static ulong Allows(int resource)
    {
        ulong* limits = stackalloc ulong[2];
        return OperatingSystem.IsLinux() && GetLimit(resource, limits) == 0 ? limits[0] : ulong.MaxValue;
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
