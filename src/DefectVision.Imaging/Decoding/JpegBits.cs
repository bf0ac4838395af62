using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace DefectVision.Imaging.Decoding;

/// <summary>The bits of entropy-coded data (ITU-T T.81, F.2.2.5), the highest first, up to the next marker. Past its end come zeros, and <see cref="IsPastEnd"/>.</summary>
/// <param name="file">All bytes.</param>
/// <param name="at">Where the data begins.</param>
internal ref struct JpegBits(ReadOnlySpan<byte> file, int at)
{
    private const int LeastHeld = 32;

    private readonly ReadOnlySpan<byte> _file = file;
    private ulong _held;
    private int _count;

    // Bits that were made up because the data had ended.
    private int _lent;

    /// <summary>Of the next byte that is not held.</summary>
    public int At { get; private set; } = at;

    /// <summary>More was taken than there is.</summary>
    public readonly bool IsPastEnd => _lent > _count;

    /// <summary>Whole bytes of data that lie before the next marker and were not taken; those of an end that fills the last byte are none.</summary>
    public readonly int LeftOver
    {
        get
        {
            var left = Math.Max(0, _count - _lent) / 8;
            for (var at = At; at < _file.Length && !IsMarker(at); at++)
            {
                left += _file[at] == 0xFF ? 0 : 1;
            }

            return left;
        }
    }

    /// <summary>The next bits; of what follows, 32 in all are held.</summary>
    /// <param name="count">1 to 16.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Peek(int count)
    {
        if (_count < LeastHeld)
        {
            Fill();
        }

        return (int)(_held >> (_count - count)) & ((1 << count) - 1);
    }

    /// <param name="count">No more than are held after a look.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Drop(int count) => _count -= count;

    /// <param name="count">0 to 16.</param>
    public int Take(int count)
    {
        if (count == 0)
        {
            return 0;
        }

        var bits = Peek(count);
        Drop(count);
        return bits;
    }

    /// <summary>Leaves the rest of the data, as far as the next marker.</summary>
    public void ToMarker()
    {
        (_count, _lent) = (0, 0);
        while (At < _file.Length && !IsMarker(At))
        {
            At++;
        }
    }

    /// <summary>Goes on behind a marker.</summary>
    public void Resume(int at)
    {
        (_held, _count, _lent) = (0, 0, 0);
        At = at;
    }

    // "FF 00" is the byte FF; any other byte but FF behind FF makes a marker.
    private readonly bool IsMarker(int at) => _file[at] == 0xFF && at + 1 < _file.Length && _file[at + 1] != 0;

    private void Fill()
    {
        if (At + 4 <= _file.Length && BinaryPrimitives.ReadUInt32BigEndian(_file[At..]) is var four && ((~four - 0x01010101) & four & 0x80808080) == 0)
        {
            // None of the four is FF.
            _held = (_held << 32) | four;
            _count += 32;
            At += 4;
            return;
        }

        while (_count < LeastHeld)
        {
            if (At >= _file.Length || (_file[At] == 0xFF && (At + 1 >= _file.Length || _file[At + 1] != 0)))
            {
                _held <<= 8;
                _lent += 8;
            }
            else
            {
                var next = _file[At];
                _held = (_held << 8) | next;
                At += next == 0xFF ? 2 : 1;
            }

            _count += 8;
        }
    }
}
