using System.Buffers.Binary;

namespace DefectVision.Imaging.Decoding;

/// <summary>
/// The segments of a JPEG (ITU-T T.81, annex B.1.1): marker, length, body. Fill bytes and markers that stand alone are stepped over, and the coded data of a
/// scan where the walk goes on after it. It ends at the end of the picture, or where no marker is.
/// </summary>
/// <param name="jpeg">All bytes of the file.</param>
internal ref struct JpegSegments(ReadOnlySpan<byte> jpeg)
{
    public const byte StartOfScan = 0xDA;
    public const byte EndOfPicture = 0xD9;
    private const byte Mark = 0xFF;
    private const int MarkBytes = 2;
    private const int HeadBytes = 4;

    private readonly ReadOnlySpan<byte> _jpeg = jpeg;
    private int _next = MarkBytes;

    /// <summary>Of the segment that the walk stands at; <see cref="EndOfPicture"/> once the picture has ended.</summary>
    public byte Marker { get; private set; }

    /// <summary>Where its body begins; after <see cref="EndOfPicture"/> what follows the picture.</summary>
    public int Start { get; private set; }

    /// <summary>Its body, cut off where the file ends.</summary>
    public readonly ReadOnlySpan<byte> Body => _jpeg[Start..Math.Min(_jpeg.Length, Math.Max(Start, _next))];

    /// <summary>False where a segment says less than its own head or more than the file holds, and where a marker was to stand and none did.</summary>
    public bool IsWhole { get; private set; } = true;

    /// <summary>Goes to the next segment; false at the end of the picture or of the file, and where the structure breaks.</summary>
    public bool MoveNext()
    {
        if (Marker == StartOfScan)
        {
            _next = AfterScan(_next);
        }

        for (; IsWhole && Marker != EndOfPicture && _next + 1 < _jpeg.Length; _next += Marker == Mark ? 1 : MarkBytes)
        {
            if (_jpeg[_next] != Mark)
            {
                IsWhole = false;
                return false;
            }

            Marker = _jpeg[_next + 1];
            if (Marker == EndOfPicture)
            {
                Start = _next + MarkBytes;
                return false;
            }

            if (Marker is not (Mark or 0x01 or (>= 0xD0 and <= 0xD7)))
            {
                return Enter();
            }
        }

        return false;
    }

    private bool Enter()
    {
        Start = Math.Min(_jpeg.Length, _next + HeadBytes);
        var length = _next + HeadBytes <= _jpeg.Length ? BinaryPrimitives.ReadUInt16BigEndian(_jpeg[(_next + MarkBytes)..]) : 0;
        IsWhole = length >= MarkBytes && _next + MarkBytes + length <= _jpeg.Length;
        _next += MarkBytes + length;
        return length >= MarkBytes;
    }

    // Within coded data FF is followed by 0, or by a restart marker.
    private readonly int AfterScan(int at)
    {
        while (at + 1 < _jpeg.Length && !(_jpeg[at] == Mark && _jpeg[at + 1] is not (0 or Mark or (>= 0xD0 and <= 0xD7))))
        {
            at++;
        }

        return at;
    }
}
