namespace DefectVision.Evidence.Packets;

/// <summary>The bytes of a zip entry, no more than its size says, and at the end held against its check value.</summary>
/// <param name="inner">As they are unpacked.</param>
/// <param name="name">Of the entry, for errors.</param>
/// <param name="size">That the archive gives.</param>
/// <param name="wanted">Check value that the archive gives.</param>
/// <param name="packed">What they are unpacked from; null where they are stored as they are.</param>
internal sealed class EntryStream(Stream inner, string name, long size, uint wanted, PackedStream? packed) : Stream
{
    private long _read;
    private uint _crc;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => _read; set => throw new NotSupportedException(); }

    /// <exception cref="InvalidDataException">It holds more or fewer bytes than its size says, or others than its check value says.</exception>
    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        _crc = Crc32.Of(buffer[..read], _crc);
        _read += read;
        return _read > size ? throw new InvalidDataException(FormattableString.Invariant($"{name}: found more than the {size:N0} bytes that the archive gives it"))
            : read > 0 || buffer.Length == 0 ? read
            : _read < size ? throw new InvalidDataException(FormattableString.Invariant($"{name}: found {_read:N0} bytes, wanted the {size:N0} that the archive gives it"))
            : _crc != wanted ? throw new InvalidDataException(FormattableString.Invariant($"{name}: found CRC-32 {_crc:x8}, wanted {wanted:x8} as the archive gives it"))
            : packed is { IsUsedUp: false } ? throw new InvalidDataException($"{name}: its packed bytes do not end with the file: some programs unpack what lies behind")
            : 0;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
