using System.Runtime.InteropServices;

namespace DefectVision.Pipeline.Tests;

/// <summary>Work whose access to files is that of a user without privileges, whoever runs the tests: root may read everything, and so sees no permission at work.</summary>
internal static partial class Unprivileged
{
    private const uint Nobody = 65534;

    // Linux changes the user of files for one thread alone (setfsuid(2)), and takes its privileges over files away with it; the thread ends with the work.
    public static void Run(Action work)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            work();
            return;
        }

        Task.Factory.StartNew(
            () =>
            {
                _ = SetUserOfFiles(Nobody);
                work();
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).GetAwaiter().GetResult();
    }

    [LibraryImport("libc", EntryPoint = "setfsuid")]
    private static partial int SetUserOfFiles(uint user);
}
