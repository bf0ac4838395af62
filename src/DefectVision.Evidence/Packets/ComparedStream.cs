namespace DefectVision.Evidence.Packets;

/// <summary>Takes what is written and keeps none of it: it tells whether a file holds the same bytes at the same places. What is written twice counts as it was written last.</summary>
/// <param name="found">The file.</param>
internal sealed class ComparedStream(Stream found) : Stream
{
    // What a packer corrects afterwards (sizes and check value before a file's bytes) are a few places; more that differ are another file.
    private const int MostOpen = 4096;

    private readonly HashSet<long> _different = [];
    private readonly byte[] _buffer = new byte[1 << 16];
    private bool _isOther;
    private long _length;

    public override bool CanRead => false;

    public override bool CanSeek => true;

    public override bool CanWrite => true;

    public override long Length => _length;

    public override long Position { get; set; }

    /// <summary>What was written is the file, from its first byte to its last.</summary>
    public bool IsSame => !_isOther && _different.Count == 0 && _length == found.Length;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        for (var rest = buffer; rest.Length > 0 && !_isOther;)
        {
            var piece = rest[..Math.Min(rest.Length, _buffer.Length)];
            Compare(piece, Position + buffer.Length - rest.Length);
            rest = rest[piece.Length..];
        }

        Position += buffer.Length;
        _length = Math.Max(_length, Position);
    }

    private void Compare(ReadOnlySpan<byte> piece, long at)
    {
        var there = _buffer.AsSpan(0, piece.Length);
        found.Position = at;
        var read = found.ReadAtLeast(there, there.Length, throwOnEndOfStream: false);
        if (read == piece.Length && there.SequenceEqual(piece) && _different.Count == 0)
        {
            return;
        }

        for (var index = 0; index < piece.Length && !_isOther; index++)
        {
            _ = index < read && there[index] == piece[index] ? _different.Remove(at + index) : _different.Add(at + index);
            _isOther = _different.Count > MostOpen;
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) =>
        Position = offset + origin switch { SeekOrigin.Begin => 0, SeekOrigin.Current => Position, _ => _length };

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
