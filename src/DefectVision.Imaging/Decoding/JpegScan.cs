using System.Buffers.Binary;

namespace DefectVision.Imaging.Decoding;

/// <summary>
/// Counts the coded blocks of a baseline JPEG. A decoder that meets the end marker too early fills the rest with grey and reports success; only the
/// entropy-coded data itself tells. Source: ITU-T T.81, annexes B, C and F.
/// </summary>
internal ref struct JpegScan
{
    private const byte BaselineFrame = 0xC0;
    private const byte ExtendedFrame = 0xC1;
    private const byte HuffmanTables = 0xC4;
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;
    private const byte RestartInterval = 0xDD;

    private readonly ReadOnlySpan<byte> _file;
    private readonly Huffman?[] _tables = new Huffman?[8];
    private readonly Dictionary<byte, int> _blocksOfComponent = [];
    private long _units;
    private int _restartInterval;
    private int _at = 2;
    private uint _bits;
    private int _bitCount;

    private JpegScan(ReadOnlySpan<byte> file) => _file = file;

    /// <summary>True or false when the file is baseline with one scan; null when it is coded in another way and cannot be told.</summary>
    public static bool? HoldsEveryBlock(ReadOnlySpan<byte> jpeg)
    {
        try
        {
            return new JpegScan(jpeg).Count();
        }
        catch (Exception fault) when (fault is IndexOutOfRangeException or ArgumentOutOfRangeException)
        {
            return false;
        }
    }

    private bool? Count()
    {
        while (true)
        {
            while (_file[_at] != 0xFF || _file[_at + 1] is 0xFF or 0)
            {
                _at++;
            }

            var marker = _file[_at + 1];
            _at += 2;
            if (marker is >= 0xD0 and <= 0xD8)
            {
                continue;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(_file[_at..]);
            var segment = _file.Slice(_at + 2, length - 2);
            _at += length;
            switch (marker)
            {
                case BaselineFrame or ExtendedFrame:
                    ReadFrame(segment);
                    break;
                case HuffmanTables:
                    ReadTables(segment);
                    break;
                case RestartInterval:
                    _restartInterval = BinaryPrimitives.ReadUInt16BigEndian(segment);
                    break;
                case StartOfScan:
                    return _blocksOfComponent.Count > 0 && segment[0] == _blocksOfComponent.Count ? Walk(segment) : null;
                case EndOfImage:
                    return false;
                case >= 0xC2 and <= 0xCF:
                    return null;
            }
        }
    }

    private void ReadFrame(ReadOnlySpan<byte> frame)
    {
        int height = BinaryPrimitives.ReadUInt16BigEndian(frame[1..]), width = BinaryPrimitives.ReadUInt16BigEndian(frame[3..]);
        int across = 1, down = 1;
        for (var component = 0; component < frame[5]; component++)
        {
            var entry = frame.Slice(6 + (3 * component), 3);
            int wide = entry[1] >> 4, high = entry[1] & 15;
            (across, down) = (Math.Max(across, wide), Math.Max(down, high));
            _blocksOfComponent[entry[0]] = wide * high;
        }

        if (_blocksOfComponent.Count == 1)
        {
            // A lone component is coded block by block, whatever its sampling says.
            (across, down) = (1, 1);
            _blocksOfComponent[_blocksOfComponent.Keys.First()] = 1;
        }

        _units = (long)((width + (8 * across) - 1) / (8 * across)) * ((height + (8 * down) - 1) / (8 * down));
    }

    private readonly void ReadTables(ReadOnlySpan<byte> segment)
    {
        while (!segment.IsEmpty)
        {
            var count = 0;
            foreach (var ofLength in segment.Slice(1, 16))
            {
                count += ofLength;
            }

            _tables[((segment[0] >> 4) * 4) + (segment[0] & 3)] = new Huffman(segment.Slice(1, 16), segment.Slice(17, count));
            segment = segment[(17 + count)..];
        }
    }

    private bool Walk(ReadOnlySpan<byte> header)
    {
        for (long unit = 0; unit < _units; unit++)
        {
            if (_restartInterval > 0 && unit > 0 && unit % _restartInterval == 0 && !Restart())
            {
                return false;
            }

            for (var component = 0; component < header[0]; component++)
            {
                var (id, table) = (header[1 + (2 * component)], header[2 + (2 * component)]);
                for (var block = 0; block < _blocksOfComponent[id]; block++)
                {
                    if (_tables[table >> 4] is not { } dc || _tables[4 + (table & 3)] is not { } ac || !Block(dc, ac))
                    {
                        return false;
                    }
                }
            }
        }

        return true;
    }

    private bool Block(Huffman dc, Huffman ac)
    {
        if (!Symbol(dc, out var size) || !Skip(size))
        {
            return false;
        }

        for (var coefficient = 1; coefficient < 64; coefficient++)
        {
            if (!Symbol(ac, out var run))
            {
                return false;
            }

            if ((run & 15) == 0)
            {
                if (run != 0xF0)
                {
                    return true;
                }

                coefficient += 15;
                continue;
            }

            coefficient += run >> 4;
            if (!Skip(run & 15))
            {
                return false;
            }
        }

        return true;
    }

    private bool Symbol(Huffman table, out int symbol)
    {
        var code = 0;
        for (var length = 1; length <= 16; length++)
        {
            if (!Bit(out var bit))
            {
                break;
            }

            code = (code << 1) | bit;
            if (table.TryFind(code, length, out symbol))
            {
                return true;
            }
        }

        symbol = 0;
        return false;
    }

    private bool Skip(int count)
    {
        for (; count > 0; count--)
        {
            if (!Bit(out _))
            {
                return false;
            }
        }

        return true;
    }

    private bool Bit(out int bit)
    {
        bit = 0;
        if (_bitCount == 0)
        {
            if (_at >= _file.Length || (_file[_at] == 0xFF && (_at + 1 >= _file.Length || _file[_at + 1] != 0)))
            {
                return false;
            }

            _bits = _file[_at];
            _at += _bits == 0xFF ? 2 : 1;
            _bitCount = 8;
        }

        bit = (int)(_bits >> --_bitCount) & 1;
        return true;
    }

    private bool Restart()
    {
        _bitCount = 0;
        if (_at + 1 < _file.Length && _file[_at] == 0xFF && _file[_at + 1] is >= 0xD0 and <= 0xD7)
        {
            _at += 2;
            return true;
        }

        return false;
    }

    /// <summary>A canonical code (T.81, C.2): of each length the first code and where its symbols begin.</summary>
    private sealed class Huffman
    {
        private readonly int[] _first = new int[17];
        private readonly int[] _count = new int[17];
        private readonly int[] _start = new int[17];
        private readonly byte[] _symbols;

        public Huffman(ReadOnlySpan<byte> counts, ReadOnlySpan<byte> symbols)
        {
            _symbols = symbols.ToArray();
            int code = 0, position = 0;
            for (var length = 1; length <= 16; length++)
            {
                (_first[length], _count[length], _start[length]) = (code, counts[length - 1], position);
                code = (code + counts[length - 1]) << 1;
                position += counts[length - 1];
            }
        }

        public bool TryFind(int code, int length, out int symbol)
        {
            var offset = code - _first[length];
            var found = offset >= 0 && offset < _count[length];
            symbol = found ? _symbols[_start[length] + offset] : 0;
            return found;
        }
    }
}
