namespace DefectVision.Evidence.Packets;

/// <summary>
/// The packed bytes of one file in a zip. The last of them are given one at a time: whoever unpacks asks for as many as he needs, so that it shows whether all were needed,
/// and whether they were enough. Programs differ in what they make of bytes behind the end of packed data.
/// </summary>
/// <param name="archive">Readable anywhere; stays open.</param>
/// <param name="at">Where they begin.</param>
/// <param name="count">How many there are.</param>
internal sealed class PackedStream(Stream archive, long at, long count) : Stream
{
    private const int OneByOne = 64;

    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => count;

    public override long Position { get => _read; set => throw new NotSupportedException(); }

    /// <summary>Every byte was asked for, and none behind them.</summary>
    public bool IsUsedUp => _read == count && !_wasShort;

    private bool _wasShort;

    public override int Read(Span<byte> buffer)
    {
        var left = count - _read;
        _wasShort |= left == 0 && buffer.Length > 0;
        var wanted = (int)Math.Min(buffer.Length, left > OneByOne ? left - OneByOne : Math.Min(left, 1));
        if (wanted == 0)
        {
            return 0;
        }

        archive.Position = at + _read;
        var read = archive.Read(buffer[..wanted]);
        _read += read;
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
