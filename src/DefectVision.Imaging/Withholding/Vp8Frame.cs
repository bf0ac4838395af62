using System.Buffers.Binary;

namespace DefectVision.Imaging.Withholding;

/// <summary>How the coded data of a lossy WebP is parted (RFC 6386, sections 9.1 to 9.6 and 19.2): a first partition of a stated length, then one or more of coefficients.</summary>
internal static class Vp8Frame
{
    private const int TagBytes = 3;
    private const int StartBytes = 10;
    private const int Segments = 4;
    private const int Deltas = 4;

    /// <summary>Partitions of coefficients: 1, 2, 4 or 8.</summary>
    /// <param name="frame">All bytes of the chunk.</param>
    /// <returns>Null where it is no key frame, or ends within its header.</returns>
    public static int? Partitions(ReadOnlySpan<byte> frame)
    {
        if (frame.Length < StartBytes || (frame[0] & 1) != 0 || FirstLength(frame) is var first && (first == 0 || first > frame.Length - StartBytes))
        {
            return null;
        }

        var bits = new BoolBits(frame.Slice(StartBytes, first));
        bits.Take(2); // colours, clamping
        if (bits.Take(1) == 1)
        {
            var (hasMap, hasData) = (bits.Take(1), bits.Take(1));
            if (hasData == 1)
            {
                bits.Take(1);
                bits.TakeGiven(Segments, 7 + 1);
                bits.TakeGiven(Segments, 6 + 1);
            }

            bits.TakeGiven(hasMap == 1 ? 3 : 0, 8);
        }

        bits.Take(1 + 6 + 3); // kind, strength and sharpness of the filter
        if (bits.Take(1) == 1 && bits.Take(1) == 1)
        {
            bits.TakeGiven(2 * Deltas, 6 + 1);
        }

        return 1 << bits.Take(2);
    }

    /// <summary>The frame with a first partition that is shorter by so many bytes, one at least staying.</summary>
    public static byte[] WithoutEndOfFirst(byte[] frame, int bytes)
    {
        var whole = FirstLength(frame);
        var length = Math.Max(1, whole - bytes);
        var tag = (frame[0] & 0x1F) | (length << 5);
        return [(byte)tag, (byte)(tag >> 8), (byte)(tag >> 16), .. frame.AsSpan(TagBytes, StartBytes - TagBytes + length), .. frame.AsSpan(StartBytes + whole)];
    }

    private static int FirstLength(ReadOnlySpan<byte> frame) => (int)((BinaryPrimitives.ReadUInt32LittleEndian(frame) & 0xFFFFFF) >> 5);

    // Section 7.3, for bits that are as often 0 as 1.
    private ref struct BoolBits(ReadOnlySpan<byte> data)
    {
        private readonly ReadOnlySpan<byte> _data = data;
        private int _at;
        private uint _value;
        private uint _range = 255;
        private int _held = -8;

        public int Take(int count)
        {
            var taken = 0;
            for (; count > 0; count--)
            {
                taken = (taken << 1) | Next();
            }

            return taken;
        }

        /// <summary>Values of which each is there only where the bit before it says so.</summary>
        public void TakeGiven(int values, int bits)
        {
            for (; values > 0; values--)
            {
                Take(Take(1) * bits);
            }
        }

        private int Next()
        {
            for (; _held < 0; _held += 8)
            {
                _value = (_value << 8) | (_at < _data.Length ? _data[_at] : (byte)0);
                _at++;
            }

            var split = 1 + (((_range - 1) * 128) >> 8);
            var isSet = _value >> _held >= split;
            if (isSet)
            {
                _value -= split << _held;
                _range -= split;
            }
            else
            {
                _range = split;
            }

            while (_range < 128)
            {
                _range <<= 1;
                _held--;
            }

            return isSet ? 1 : 0;
        }
    }
}
