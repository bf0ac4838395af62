namespace DefectVision.Evidence.Documents.Print;

/// <summary>
/// A stream that a native library writes to. An exception may not pass through native code (it would end the process), so a fault is kept, the rest of the writing
/// goes nowhere, and <see cref="ThrowIfFaulted"/> hands the fault on.
/// </summary>
internal sealed class NativeSink(Stream target) : Stream
{
    private IOException? _fault;
    private long _written;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _written;

    public override long Position
    {
        get => _written;
        set => throw new NotSupportedException();
    }

    public void ThrowIfFaulted()
    {
        if (_fault is not null)
        {
            throw new IOException(_fault.Message, _fault);
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        // The library counts by this where it is, so it counts what went nowhere, too.
        _written += buffer.Length;
        if (_fault is not null)
        {
            return;
        }

        try
        {
            target.Write(buffer);
        }
        catch (IOException fault)
        {
            _fault = fault;
        }
    }

    public override void Flush()
    {
        // The owner of the target flushes it, where a fault can be told.
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
