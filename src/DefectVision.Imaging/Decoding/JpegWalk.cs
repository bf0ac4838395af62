using System.Buffers.Binary;
using System.Numerics;

namespace DefectVision.Imaging.Decoding;

/// <summary>
/// Walks through the entropy-coded data of a JPEG, baseline or progressive, without making pixels. Decoders go on over damaged data, and what they show then looks like
/// a defect. Here every code must exist, every block have at most 64 coefficients, every mean lie in its range, every restart marker bear its number, and the data end
/// with the last block. Source: ITU-T T.81, annexes B, C, F and G.
/// </summary>
internal ref struct JpegWalk
{
    private const byte HuffmanTables = 0xC4;
    private const byte ArithmeticConditions = 0xCC;
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;
    private const byte QuantisationTables = 0xDB;
    private const byte RestartInterval = 0xDD;
    private const byte FirstRestart = 0xD0;
    private const int Coefficients = 64;

    /// <summary>Of a frame (table B.2).</summary>
    private const int MostProgressiveComponents = 4;

    /// <summary>Of a block's mean, eight bits a sample: 8 x 128.</summary>
    private const int GreatestMean = 1024;

    // Eight bits a sample (F.1.2.1, F.1.2.2).
    private const int GreatestDcSize = 11;
    private const int GreatestAcSize = 10;

    /// <summary>The marker that ends a picture.</summary>
    public static ReadOnlySpan<byte> End => [0xFF, EndOfImage];

    private readonly ReadOnlySpan<byte> _file;
    private readonly JpegHuffman?[] _dc = new JpegHuffman?[4];
    private readonly JpegHuffman?[] _ac = new JpegHuffman?[4];
    private readonly int[] _meanStep = new int[4];
    private readonly List<Component> _components = [];
    private readonly List<Range> _scans = [];
    private JpegBits _bits;
    private int _width;
    private int _height;
    private int _across = 1;
    private int _down = 1;
    private bool _isProgressive;
    private int _restartInterval;
    private int _ended;
    private string? _fault;

    private JpegWalk(ReadOnlySpan<byte> file)
    {
        _file = file;
        _bits = new JpegBits(file, 0);
    }

    /// <param name="jpeg">All bytes of the file.</param>
    /// <returns>What was found, and for damage what it is.</returns>
    public static (JpegState State, string? Fault) Of(ReadOnlySpan<byte> jpeg)
    {
        var walk = new JpegWalk(jpeg);
        return (walk.Walked(), walk._fault);
    }

    /// <summary>Where the coded data of each scan lies, without a byte that is none.</summary>
    /// <param name="jpeg">All bytes of the file.</param>
    /// <returns>Null where a block is missing, or something contradicts the standard.</returns>
    public static IReadOnlyList<Range>? Scans(ReadOnlySpan<byte> jpeg)
    {
        var walk = new JpegWalk(jpeg);
        return walk.Walked() is JpegState.Whole or JpegState.Unclosed ? walk._scans : null;
    }

    /// <summary>Whether a file is a JPEG of which the end marker alone is missing.</summary>
    public static bool IsUnclosed(ReadOnlySpan<byte> file) => FormatSniffer.Sniff(file) == PhotoFormat.Jpeg && Of(file).State == JpegState.Unclosed;

    private JpegState Walked()
    {
        try
        {
            return Segments();
        }
        catch (Exception fault) when (fault is IndexOutOfRangeException or ArgumentOutOfRangeException or ArgumentException)
        {
            return Damaged("a table or a length in it cannot be");
        }
    }

    private JpegState Segments()
    {
        for (var at = 2; ;)
        {
            while (at < _file.Length && _file[at] != 0xFF)
            {
                at++;
            }

            at = CodeOfMarker(at);
            if (at >= _file.Length)
            {
                return IsComplete() ? JpegState.Unclosed : JpegState.EndsEarly;
            }

            var marker = _file[at++];
            if (marker == EndOfImage)
            {
                return IsComplete() ? JpegState.Whole : JpegState.EndsEarly;
            }

            if (marker is 0 or 1 or (>= FirstRestart and <= 0xD8))
            {
                continue;
            }

            if (at + 2 > _file.Length || at + BinaryPrimitives.ReadUInt16BigEndian(_file[at..]) > _file.Length)
            {
                return JpegState.EndsEarly;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(_file[at..]);
            var segment = _file.Slice(at + 2, length - 2);
            at += length;
            switch (marker)
            {
                case 0xC0 or 0xC1 or 0xC2:
                    if (segment[0] != 8 || _components.Count > 0)
                    {
                        return JpegState.Unknown;
                    }

                    _isProgressive = marker == 0xC2;
                    ReadFrame(segment);
                    if (_height == 0 || (long)_width * _height > DecodeLimits.MostPixels)
                    {
                        return JpegState.Unknown;
                    }

                    if (_isProgressive && _components.Count > MostProgressiveComponents)
                    {
                        return Damaged($"a progressive frame of {_components.Count} components");
                    }

                    Lay();
                    break;
                case HuffmanTables:
                    ReadCodes(segment);
                    break;
                case QuantisationTables:
                    ReadSteps(segment);
                    break;
                case RestartInterval:
                    _restartInterval = BinaryPrimitives.ReadUInt16BigEndian(segment);
                    break;
                case StartOfScan:
                    if (_components.Count == 0)
                    {
                        return Damaged("a scan comes before the frame");
                    }

                    if (Scan(segment, at) is { } ended)
                    {
                        return ended;
                    }

                    at = _ended;
                    break;
                case ArithmeticConditions or (>= 0xC3 and <= 0xCF):
                    return JpegState.Unknown;
            }
        }
    }

    // Behind any number of FF.
    private readonly int CodeOfMarker(int at)
    {
        while (at < _file.Length && _file[at] == 0xFF)
        {
            at++;
        }

        return at;
    }

    // Of a progressive picture every coefficient that was sent must have been refined to its last bit.
    private readonly bool IsComplete() => _components.Count > 0 && _components.TrueForAll(component => component.HasMean && !component.Unrefined.AsSpan().ContainsAnyExcept((byte)0));

    private void ReadFrame(ReadOnlySpan<byte> frame)
    {
        (_height, _width) = (BinaryPrimitives.ReadUInt16BigEndian(frame[1..]), BinaryPrimitives.ReadUInt16BigEndian(frame[3..]));
        for (var at = 6; at < 6 + (3 * frame[5]); at += 3)
        {
            var component = new Component(frame[at], frame[at + 1] >> 4, frame[at + 1] & 15, frame[at + 2] & 3);
            (_across, _down) = (Math.Max(_across, component.Across), Math.Max(_down, component.Down));
            _components.Add(component);
        }
    }

    // Memory is taken for a progressive picture alone: a bit a coefficient.
    private readonly void Lay()
    {
        foreach (var component in _components)
        {
            component.Columns = Blocks(_width, component.Across, _across);
            component.Rows = Blocks(_height, component.Down, _down);
            component.Stride = Units(_width, _across) * component.Across;
            if (_isProgressive)
            {
                component.Present = new ulong[component.Stride * Units(_height, _down) * component.Down];
            }
        }
    }

    private static int Blocks(int side, int factor, int greatest) => (((side * factor) + greatest - 1) / greatest + 7) / 8;

    private static int Units(int side, int greatest) => (side + (8 * greatest) - 1) / (8 * greatest);

    private readonly void ReadCodes(ReadOnlySpan<byte> segment)
    {
        while (!segment.IsEmpty)
        {
            var count = 0;
            foreach (var ofLength in segment.Slice(1, 16))
            {
                count += ofLength;
            }

            ((segment[0] >> 4) == 0 ? _dc : _ac)[segment[0] & 3] = new JpegHuffman(segment.Slice(1, 16), segment.Slice(17, count));
            segment = segment[(17 + count)..];
        }
    }

    private readonly void ReadSteps(ReadOnlySpan<byte> segment)
    {
        while (!segment.IsEmpty)
        {
            var isWide = segment[0] >> 4 != 0;
            _meanStep[segment[0] & 3] = isWide ? BinaryPrimitives.ReadUInt16BigEndian(segment[1..]) : segment[1];
            segment = segment[(1 + (isWide ? 2 * Coefficients : Coefficients))..];
        }
    }

    // Null where the scan is whole.
    private JpegState? Scan(ReadOnlySpan<byte> header, int at)
    {
        var scan = new ScanHeader(header);
        var scanned = new Component[header[0]];
        for (var one = 0; one < scanned.Length; one++)
        {
            var (name, tables) = (header[1 + (2 * one)], header[2 + (2 * one)]);
            if (_components.Find(component => component.Name == name) is not { } found)
            {
                return Damaged("a scan names a component that is not there");
            }

            (found.DcTable, found.AcTable) = (tables >> 4, tables & 15);
            scanned[one] = found;
            found.Sent(scan, _isProgressive);
        }

        _bits.Resume(at);
        var isAlone = scanned.Length == 1;
        var (columns, rows) = isAlone ? (scanned[0].Columns, scanned[0].Rows) : (Units(_width, _across), Units(_height, _down));
        var untilRestart = _restartInterval;
        var restarts = 0;
        var run = 0;
        Array.ForEach(scanned, component => component.Mean = 0);
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                if (_restartInterval > 0 && untilRestart-- == 0)
                {
                    if (Restart(restarts++) is { } broken)
                    {
                        return broken;
                    }

                    run = 0;
                    untilRestart = _restartInterval - 1;
                    Array.ForEach(scanned, component => component.Mean = 0);
                }

                foreach (var component in scanned)
                {
                    var (down, across) = isAlone ? (1, 1) : (component.Down, component.Across);
                    for (var block = 0; block < down * across; block++)
                    {
                        var place = (((row * down) + (block / across)) * component.Stride) + (column * across) + (block % across);
                        if (!(_isProgressive ? Progressive(component, scan, place, ref run) : Sequential(component)))
                        {
                            return _bits.IsPastEnd ? Broken() : JpegState.Damaged;
                        }
                    }
                }

                if (_bits.IsPastEnd)
                {
                    return Broken();
                }
            }
        }

        if (run > 0)
        {
            return Damaged("it counts more empty blocks than there are");
        }

        if (_bits.LeftOver is var left and > 0)
        {
            return Damaged($"{left} bytes of coded data are left over behind the last block");
        }

        _bits.ToMarker();
        _ended = _bits.At;
        _scans.Add(at.._ended);
        return null;
    }

    // The data ended inside a block: what comes next tells a cut file from one with a foreign marker in it.
    private JpegState Broken()
    {
        var at = CodeOfMarker(_bits.At);
        return at >= _file.Length || _file[at] == EndOfImage ? JpegState.EndsEarly
            : Damaged($"a marker (FF {_file[at]:X2}) stands within its coded data");
    }

    private JpegState? Restart(int number)
    {
        if (_bits.LeftOver is var left and > 0)
        {
            return Damaged($"{left} bytes of coded data are left over before a restart marker");
        }

        _bits.ToMarker();
        var at = CodeOfMarker(_bits.At);
        if (at >= _file.Length || _file[at] == EndOfImage)
        {
            return JpegState.EndsEarly;
        }

        if (_file[at] != FirstRestart + (number & 7))
        {
            return Damaged($"found marker FF {_file[at]:X2}, expected restart marker FF {FirstRestart + (number & 7):X2}");
        }

        _bits.Resume(at + 1);
        return null;
    }

    private bool Sequential(Component component)
    {
        if (!Mean(component, 0))
        {
            return false;
        }

        var codes = Codes(_ac, component.AcTable);
        for (var at = 1; at < Coefficients; at++)
        {
            var symbol = codes.NextWithValue(ref _bits);
            if (symbol < 0)
            {
                return Fault("a code in it does not exist");
            }

            var size = symbol & 15;
            if (size == 0)
            {
                if (symbol == 0)
                {
                    return true;
                }

                if (symbol != 0xF0)
                {
                    return Fault("a code in it stands for nothing");
                }

                at += 15;
                continue;
            }

            at += symbol >> 4;
            if (at >= Coefficients)
            {
                return Fault("a block has more than 64 coefficients");
            }

            if (size > GreatestAcSize)
            {
                return Fault("a coefficient is too large");
            }
        }

        return true;
    }

    private bool Progressive(Component component, ScanHeader scan, int place, ref int run)
    {
        if (scan.From == 0)
        {
            if (scan.IsFirst)
            {
                return Mean(component, scan.Low);
            }

            _bits.Take(1);
            return true;
        }

        ref var present = ref component.Present[place];
        return scan.IsFirst ? First(component, scan, ref present, ref run) : Refined(component, scan, ref present, ref run);
    }

    // G.1.2.2
    private bool First(Component component, ScanHeader scan, ref ulong present, ref int run)
    {
        if (run > 0)
        {
            run--;
            return true;
        }

        var codes = Codes(_ac, component.AcTable);
        for (var at = scan.From; at <= scan.To; at++)
        {
            var symbol = codes.Next(ref _bits);
            if (symbol < 0)
            {
                return Fault("a code in it does not exist");
            }

            var (zeros, size) = (symbol >> 4, symbol & 15);
            if (size == 0)
            {
                if (zeros < 15)
                {
                    run = (1 << zeros) - 1 + _bits.Take(zeros);
                    return true;
                }

                at += 15;
                continue;
            }

            at += zeros;
            if (at > scan.To)
            {
                return Fault("a block has more coefficients than its scan holds");
            }

            if (size > GreatestAcSize)
            {
                return Fault("a coefficient is too large");
            }

            _bits.Take(size);
            present |= 1UL << at;
        }

        return true;
    }

    // G.1.2.3: a bit for each coefficient that was there before, between the new ones.
    private bool Refined(Component component, ScanHeader scan, ref ulong present, ref int run)
    {
        var at = scan.From;
        if (run == 0)
        {
            var codes = Codes(_ac, component.AcTable);
            for (; at <= scan.To; at++)
            {
                var symbol = codes.Next(ref _bits);
                if (symbol < 0)
                {
                    return Fault("a code in it does not exist");
                }

                var (zeros, size) = (symbol >> 4, symbol & 15);
                if (size == 0 && zeros < 15)
                {
                    run = (1 << zeros) + _bits.Take(zeros);
                    break;
                }

                if (size > 1)
                {
                    return Fault("a refinement is larger than a bit");
                }

                if (size == 1)
                {
                    _bits.Take(1);
                }

                for (; at <= scan.To; at++)
                {
                    if ((present & (1UL << at)) != 0)
                    {
                        _bits.Take(1);
                    }
                    else if (zeros-- == 0)
                    {
                        break;
                    }
                }

                if (size == 1)
                {
                    if (at > scan.To)
                    {
                        return Fault("a block has more coefficients than its scan holds");
                    }

                    present |= 1UL << at;
                }
            }
        }

        if (run > 0)
        {
            var rest = at > scan.To ? 0 : present & (ulong.MaxValue << at) & (ulong.MaxValue >> (Coefficients - 1 - scan.To));
            for (var bits = BitOperations.PopCount(rest); bits > 0; bits--)
            {
                _bits.Take(1);
            }

            run--;
        }

        return true;
    }

    private bool Mean(Component component, int low)
    {
        var size = Codes(_dc, component.DcTable).Next(ref _bits);
        if (size is < 0 or > GreatestDcSize)
        {
            return Fault(size < 0 ? "a code in it does not exist" : "the step between two blocks is too large");
        }

        var bits = _bits.Take(size);
        component.Mean += size == 0 ? 0 : bits < 1 << (size - 1) ? bits - (1 << size) + 1 : bits;
        var step = _meanStep[component.StepTable] << low;
        return Math.Abs(component.Mean * step) <= GreatestMean + step || Fault("a block is brighter than white or darker than black");
    }

    private static JpegHuffman Codes(JpegHuffman?[] tables, int number) => tables[number] ?? throw new ArgumentException("found no table of this number");

    private bool Fault(string fault)
    {
        _fault ??= fault;
        return false;
    }

    private JpegState Damaged(string fault)
    {
        _fault = fault;
        return JpegState.Damaged;
    }

    private readonly struct ScanHeader(ReadOnlySpan<byte> header)
    {
        public int From { get; } = header[1 + (2 * header[0])];

        public int To { get; } = header[2 + (2 * header[0])];

        /// <summary>The bit that its values begin with.</summary>
        public int Low { get; } = header[3 + (2 * header[0])] & 15;

        public bool IsFirst { get; } = header[3 + (2 * header[0])] >> 4 == 0;
    }

    private sealed class Component(byte name, int across, int down, int stepTable)
    {
        public byte Name { get; } = name;

        public int Across { get; } = across;

        public int Down { get; } = down;

        public int StepTable { get; } = stepTable;

        public int DcTable { get; set; }

        public int AcTable { get; set; }

        /// <summary>Blocks that show something, across and down.</summary>
        public int Columns { get; set; }

        public int Rows { get; set; }

        /// <summary>Blocks of a row with those that only fill up a unit.</summary>
        public int Stride { get; set; }

        /// <summary>Of each block, which coefficients are not zero.</summary>
        public ulong[] Present { get; set; } = [];

        public int Mean { get; set; }

        public bool HasMean { get; private set; }

        /// <summary>Bits that are still to come of each coefficient.</summary>
        public byte[] Unrefined { get; } = new byte[Coefficients];

        public void Sent(ScanHeader scan, bool isProgressive)
        {
            HasMean |= !isProgressive || scan.From == 0;
            if (isProgressive)
            {
                Unrefined.AsSpan(scan.From..(scan.To + 1)).Fill((byte)scan.Low);
            }
        }
    }
}
