using System.Buffers.Binary;
using System.Text;

namespace DefectVision.Fixtures;

/// <summary>A directory of EXIF as a writer lays it out (TIFF 6.0, section 2): fields, directories that fields lead to, and the next directory.</summary>
internal sealed class ExifBlock
{
    private readonly List<(ushort Tag, ushort Type, byte[]? Values, ExifBlock? Leads)> _fields = [];

    public ExifBlock? Next { get; init; }

    public ExifBlock Text(ushort tag, string words) => Add(tag, 2, Encoding.ASCII.GetBytes(words + "\0"));

    public ExifBlock Bytes(ushort tag, string words) => Add(tag, 7, Encoding.ASCII.GetBytes(words));

    /// <summary>Values of any type, in the byte order of the block.</summary>
    public ExifBlock Add(ushort tag, ushort type, byte[] values)
    {
        _fields.Add((tag, type, values, null));
        return this;
    }

    public ExifBlock Leads(ushort tag, ExifBlock directory)
    {
        _fields.Add((tag, 4, null, directory));
        return this;
    }

    /// <summary>The block from its first byte, and a remark behind it that no field leads to.</summary>
    public byte[] ToBytes(bool isLittle, string slack = "")
    {
        var bytes = new List<byte>([.. isLittle ? "II*\0"u8 : "MM\0*"u8, .. Long(8, isLittle)]);
        Append(bytes, isLittle);
        return [.. bytes, .. Encoding.ASCII.GetBytes(slack)];
    }

    private void Append(List<byte> block, bool isLittle)
    {
        var start = block.Count;
        block.AddRange(new byte[2 + (12 * _fields.Count) + 4]);
        Put(start, Short((ushort)_fields.Count, isLittle));
        for (var at = 0; at < _fields.Count; at++)
        {
            var (tag, type, values, leads) = _fields[at];
            var entry = start + 2 + (12 * at);
            var size = type switch { 3 => 2, 4 or 9 => 4, 5 or 10 => 8, _ => 1 };
            Put(entry, [.. Short(tag, isLittle), .. Short(type, isLittle), .. Long(leads is null ? values!.Length / size : 1, isLittle)]);
            if (leads is null && values!.Length <= 4)
            {
                Put(entry + 8, values);
                continue;
            }

            Put(entry + 8, Long(block.Count, isLittle));
            if (leads is null)
            {
                block.AddRange(values!);
            }
            else
            {
                leads.Append(block, isLittle);
            }
        }

        if (Next is not null)
        {
            Put(start + 2 + (12 * _fields.Count), Long(block.Count, isLittle));
            Next.Append(block, isLittle);
        }

        void Put(int at, byte[] bytes)
        {
            for (var one = 0; one < bytes.Length; one++)
            {
                block[at + one] = bytes[one];
            }
        }
    }

    public static byte[] Short(ushort value, bool isLittle)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, isLittle ? value : BinaryPrimitives.ReverseEndianness(value));
        return bytes;
    }

    public static byte[] Long(int value, bool isLittle)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, isLittle ? value : BinaryPrimitives.ReverseEndianness(value));
        return bytes;
    }
}
