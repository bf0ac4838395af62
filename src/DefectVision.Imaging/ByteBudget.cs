namespace DefectVision.Imaging;

/// <summary>Memory that several threads share: who wants more than is left waits until others give theirs back.</summary>
/// <param name="most">At once, bytes. One that wants more gets it when nobody else has any.</param>
public sealed class ByteBudget(long most)
{
    private readonly object _door = new();
    private long _held;
    private bool _isClosed;

    /// <summary>Takes so many bytes.</summary>
    /// <param name="bytes">Counted until they are given back.</param>
    /// <param name="waits">False: taken at once, however many are held.</param>
    public void Take(long bytes, bool waits = true)
    {
        lock (_door)
        {
            while (waits && _held > 0 && _held + bytes > most && !_isClosed)
            {
                Monitor.Wait(_door);
            }

            _held += bytes;
        }
    }

    /// <summary>Gives bytes back that were taken.</summary>
    public void Give(long bytes)
    {
        lock (_door)
        {
            _held -= bytes;
            Monitor.PulseAll(_door);
        }
    }

    /// <summary>Nobody waits any more: the work has stopped, and what is held is never given back.</summary>
    public void Close()
    {
        lock (_door)
        {
            _isClosed = true;
            Monitor.PulseAll(_door);
        }
    }
}
