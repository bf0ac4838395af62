using System.Runtime.CompilerServices;

namespace DefectVision.Imaging.Decoding;

/// <summary>A canonical code of a JPEG (ITU-T T.81, C.2): short codes by one look into a table, long ones by length.</summary>
internal sealed class JpegHuffman
{
    private const int Short = 9;
    private const int Longest = 16;
    private const int None = -1;

    // Length in the high byte, symbol in the low one; zero where a longer code begins so, or none.
    private readonly ushort[] _short = new ushort[1 << Short];
    private readonly int[] _first = new int[Longest + 1];
    private readonly int[] _count = new int[Longest + 1];
    private readonly int[] _start = new int[Longest + 1];
    private readonly byte[] _symbols;

    /// <param name="counts">How many codes of each length from 1 to 16.</param>
    /// <param name="symbols">In the order of their codes.</param>
    public JpegHuffman(ReadOnlySpan<byte> counts, ReadOnlySpan<byte> symbols)
    {
        _symbols = symbols.ToArray();
        int code = 0, position = 0;
        for (var length = 1; length <= Longest; length++)
        {
            (_first[length], _count[length], _start[length]) = (code, counts[length - 1], position);
            for (var one = 0; one < counts[length - 1] && length <= Short && code + one < 1 << length; one++)
            {
                _short.AsSpan((code + one) << (Short - length), 1 << (Short - length)).Fill((ushort)((length << 8) | _symbols[position + one]));
            }

            code = (code + counts[length - 1]) << 1;
            position += counts[length - 1];
        }
    }

    /// <summary>Takes the next symbol.</summary>
    /// <returns>-1 where no code begins with these bits.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Next(ref JpegBits bits)
    {
        var found = Find(bits.Peek(Longest));
        bits.Drop(found >> 8);
        return found == 0 ? None : found & 0xFF;
    }

    /// <summary>Takes the next symbol and the value behind it, whose size in bits is the symbol's low half.</summary>
    /// <returns>-1 where no code begins with these bits.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int NextWithValue(ref JpegBits bits)
    {
        var found = Find(bits.Peek(Longest));
        bits.Drop((found >> 8) + (found & 15));
        return found == 0 ? None : found & 0xFF;
    }

    // Length in the high byte, symbol in the low one; zero where there is no such code.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Find(int ahead) => _short[ahead >> (Longest - Short)] is var found and not 0 ? found : FindLong(ahead);

    private int FindLong(int ahead)
    {
        for (var length = Short + 1; length <= Longest; length++)
        {
            var offset = (ahead >> (Longest - length)) - _first[length];
            if (offset >= 0 && offset < _count[length])
            {
                return (length << 8) | _symbols[_start[length] + offset];
            }
        }

        return 0;
    }
}
