namespace DefectVision.Pipeline.Scoring;

/// <summary>
/// The bytes of files that are read and not yet done. A reader waits when they are many: a folder of files at the limit of size would else fill the memory, several
/// at a time. Those of phones' photos never wait.
/// </summary>
/// <param name="workers">Threads that take what is read.</param>
internal sealed class ReadAhead(int workers)
{
    /// <summary>At once, bytes: the largest file that is read by default, or two photos of 12 MiB for each worker.</summary>
    private readonly long _most = Math.Max(128L << 20, workers * (24L << 20));

    private readonly object _door = new();
    private long _held;
    private bool _isClosed;

    /// <summary>Waits until so many bytes may be read; more than the most alone.</summary>
    public void Take(int bytes)
    {
        lock (_door)
        {
            while (_held > 0 && _held + bytes > _most && !_isClosed)
            {
                Monitor.Wait(_door);
            }

            _held += bytes;
        }
    }

    /// <summary>Bytes are done with.</summary>
    public void Give(int bytes)
    {
        lock (_door)
        {
            _held -= bytes;
            Monitor.PulseAll(_door);
        }
    }

    /// <summary>Nobody waits any more: the line has stopped, and what it held is never given back.</summary>
    public void Close()
    {
        lock (_door)
        {
            _isClosed = true;
            Monitor.PulseAll(_door);
        }
    }
}
