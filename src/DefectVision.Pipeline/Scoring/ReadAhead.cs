using DefectVision.Imaging;

namespace DefectVision.Pipeline.Scoring;

/// <summary>
/// The bytes of files that are read and not yet done. A reader waits when they are many: a folder of files at the limit of size would else fill the memory, several
/// at a time. Those of phones' photos never wait.
/// </summary>
internal static class ReadAhead
{
    private const long Largest = 128L << 20;
    private const long OfWorker = 24L << 20;

    /// <summary>At once the largest file that is read by default, or two photos of 12 MiB for each worker.</summary>
    /// <param name="workers">Threads that take what is read.</param>
    public static ByteBudget For(int workers) => new(Math.Max(Largest, workers * OfWorker));
}
