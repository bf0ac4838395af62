namespace DefectVision.Imaging.Withholding;

/// <summary>
/// The segments of which a JPEG's picture is made (ITU-T T.81, B.2): tables, frame, scans. Each says what the standard has in it and nothing else; a table that no scan
/// uses is not written, and no coefficient may be sent twice, since the first would be seen by nobody.
/// </summary>
internal sealed class JpegPicture
{
    private const byte Codes = 0xC4;
    private const byte Steps = 0xDB;
    private const byte RestartInterval = 0xDD;
    private const byte Scanned = 0xDA;
    private const int Coefficients = 64;
    private const int CodeLengths = 16;
    private const int GreatestSymbols = 256;
    private const int NotSent = -1;

    private readonly List<Segment> _segments = [];
    private readonly Table?[] _steps = new Table?[4];

    // Those of means, then those of the other coefficients.
    private readonly Table?[] _codes = new Table?[8];
    private readonly List<Component> _components = [];
    private bool _isProgressive;

    /// <summary>What decoders take where Adobe's segment names no transform that there is: YCbCr of three components, YCCK of four.</summary>
    public byte UsualTransform => (byte)(_components.Count == 4 ? 2 : 1);

    /// <summary>Takes a segment that is no scan; one that is none of the picture is passed over.</summary>
    /// <returns>False where it is not as the standard has it.</returns>
    public bool Take(byte marker, ReadOnlySpan<byte> body) => marker switch
    {
        Steps => TakeTables(marker, body, StepsOf),
        Codes => TakeTables(marker, body, CodesOf),
        0xC0 or 0xC1 or 0xC2 => TakeFrame(marker, body),
        RestartInterval => body.Length == 2 && Add(marker, new Table(body.ToArray()) { IsUsed = true }),
        _ => true,
    };

    /// <param name="header">Body of its segment.</param>
    /// <param name="data">Coded, with its restart markers.</param>
    /// <returns>False where it is not as the standard has it, or sends again what was sent.</returns>
    public bool Scan(ReadOnlySpan<byte> header, ReadOnlySpan<byte> data)
    {
        if (header is not [var count and >= 1 and <= 4, ..] || header.Length != 4 + (2 * count))
        {
            return false;
        }

        // Of a sequential picture the last three bytes can say one thing only (B.2.3).
        var body = header.ToArray();
        ((ReadOnlySpan<byte>)(_isProgressive ? body.AsSpan(^3) : [0, Coefficients - 1, 0])).CopyTo(body.AsSpan(^3));
        var (from, to, high, low) = (body[^3], body[^2], body[^1] >> 4, body[^1] & 15);
        if (!(from <= to && to < Coefficients && (!_isProgressive || (from == 0 ? to == 0 : count == 1))))
        {
            return false;
        }

        for (var at = 1; at <= 2 * count; at += 2)
        {
            var (mean, other) = (body[at + 1] >> 4, body[at + 1] & 15);
            if (mean > 3 || other > 3 || _components.Find(component => component.Name == body[at]) is not { } found || !found.Send(from, to, high, low))
            {
                return false;
            }

            found.UseSteps(_steps[found.StepTable]);
            Use(from == 0 && high == 0, mean);
            Use(to > 0, 4 + other);
        }

        return Add(Scanned, new Table(body) { IsUsed = true }, Unfilled(data));
    }

    public void WriteTo(Stream copy)
    {
        foreach (var segment in _segments)
        {
            CleanJpeg.Put(copy, segment.Marker, [.. segment.Tables.Where(table => table.IsUsed).SelectMany(table => table.Bytes)]);
            copy.Write(segment.Data);
        }
    }

    private void Use(bool isNeeded, int table)
    {
        if (isNeeded && _codes[table] is { } used)
        {
            used.IsUsed = true;
        }
    }

    private bool Add(byte marker, Table table, byte[]? data = null)
    {
        _segments.Add(new Segment(marker, [table], data ?? []));
        return true;
    }

    private bool TakeTables(byte marker, ReadOnlySpan<byte> body, TableReader read)
    {
        var tables = new List<Table>();
        while (!body.IsEmpty)
        {
            if (read(body) is not { } table)
            {
                return false;
            }

            tables.Add(table);
            body = body[table.Bytes.Length..];
        }

        _segments.Add(new Segment(marker, tables, []));
        return true;
    }

    private Table? StepsOf(ReadOnlySpan<byte> body)
    {
        var length = 1 + (Coefficients * (1 + (body[0] >> 4)));
        return body[0] >> 4 <= 1 && (body[0] & 15) <= 3 && body.Length >= length ? _steps[body[0] & 15] = new Table(body[..length].ToArray()) : null;
    }

    private Table? CodesOf(ReadOnlySpan<byte> body)
    {
        if (body.Length <= CodeLengths || body[0] >> 4 > 1 || (body[0] & 15) > 3)
        {
            return null;
        }

        int count = 0, free = 1;
        foreach (var ofLength in body.Slice(1, CodeLengths))
        {
            (count, free) = (count + ofLength, (2 * free) - ofLength);
            if (free < 0)
            {
                return null;
            }
        }

        var length = 1 + CodeLengths + count;
        return count <= GreatestSymbols && body.Length >= length && body[(1 + CodeLengths)..length].ToArray().Distinct().Count() == count
            ? _codes[(4 * (body[0] >> 4)) + (body[0] & 15)] = new Table(body[..length].ToArray()) : null;
    }

    private bool TakeFrame(byte marker, ReadOnlySpan<byte> body)
    {
        if (_components.Count > 0 || body.Length < 6 || body[5] is not (>= 1 and <= 4) || body.Length != 6 + (3 * body[5]))
        {
            return false;
        }

        _isProgressive = marker == 0xC2;
        for (var at = 6; at < body.Length; at += 3)
        {
            _components.Add(new Component(body[at], body[at + 2]));
        }

        return _components.TrueForAll(component => component.StepTable <= 3) && Add(marker, new Table(body.ToArray()) { IsUsed = true });
    }

    // FF may fill up before a restart marker, any number of times; without them the decoder reads the same.
    private static byte[] Unfilled(ReadOnlySpan<byte> data)
    {
        if (data.IndexOf([(byte)0xFF, (byte)0xFF]) < 0)
        {
            return data.ToArray();
        }

        var kept = new List<byte>(data.Length);
        for (var at = 0; at < data.Length; at++)
        {
            if (!(data[at] == 0xFF && at + 1 < data.Length && data[at + 1] == 0xFF))
            {
                kept.Add(data[at]);
            }
        }

        return [.. kept];
    }

    private delegate Table? TableReader(ReadOnlySpan<byte> body);

    private sealed record Segment(byte Marker, List<Table> Tables, byte[] Data);

    private sealed record Table(byte[] Bytes)
    {
        public bool IsUsed { get; set; }
    }

    private sealed class Component(byte name, byte stepTable)
    {
        private readonly int[] _lowest = [.. Enumerable.Repeat(NotSent, Coefficients)];
        private bool _hasSteps;

        public byte Name { get; } = name;

        public byte StepTable { get; } = stepTable;

        /// <summary>The steps that stand in the table when its first scan comes are its own to the end.</summary>
        public void UseSteps(Table? steps)
        {
            if (!_hasSteps && steps is not null)
            {
                steps.IsUsed = true;
            }

            _hasSteps = true;
        }

        /// <summary>False where a coefficient comes twice, or a bit of it out of turn (G.1.1.1).</summary>
        public bool Send(int from, int to, int high, int low)
        {
            var sent = _lowest.AsSpan(from..(to + 1));
            var isNext = !sent.ContainsAnyExcept(high == 0 ? NotSent : high) && (high == 0 || low == high - 1);
            sent.Fill(low);
            return isNext;
        }
    }
}
