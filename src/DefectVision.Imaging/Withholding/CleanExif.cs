using System.Buffers.Binary;
using DefectVision.Imaging.Decoding;

namespace DefectVision.Imaging.Withholding;

/// <summary>EXIF written anew, field by field, in the byte order that it had (TIFF 6.0, section 2; EXIF 2.32, section 4.5).</summary>
internal static class CleanExif
{
    private const ushort LongType = 4;
    private const int HeaderBytes = 8;
    private const int EntryBytes = 12;
    private const int InEntry = 4;

    /// <param name="tiff">From its first byte; broken structure gives the fields that can be read.</param>
    /// <param name="kinds">Their fields are left out.</param>
    /// <returns>Empty where no field stays.</returns>
    public static byte[] Of(ReadOnlySpan<byte> tiff, MetadataKinds kinds)
    {
        var source = new TiffDirectory(tiff);
        var main = Fields(source, source.First, ExifFields.Main, kinds);
        var photo = Fields(source, source.Find(source.First, ExifFields.PhotoDirectory) ?? 0, ExifFields.Photo, kinds);
        var position = kinds.HasFlag(MetadataKinds.Gps) ? [] : Fields(source, source.Find(source.First, ExifFields.PositionDirectory) ?? 0, ExifFields.Position, kinds);
        if (main.Count + photo.Count + position.Count == 0)
        {
            return [];
        }

        var isLittle = tiff[0] == 'I';
        var pointers = new List<Field>();
        foreach (var (tag, fields) in new[] { (ExifFields.PhotoDirectory, photo), (ExifFields.PositionDirectory, position) }.Where(one => one.Item2.Count > 0))
        {
            pointers.Add(new Field(tag, LongType, 1, new byte[InEntry]));
            main.Add(pointers[^1]);
        }

        main.Sort((one, other) => one.Tag.CompareTo(other.Tag));
        var at = HeaderBytes + Bytes(main);
        foreach (var pointer in pointers)
        {
            Long(pointer.Values, (uint)at, isLittle);
            at += Bytes(pointer.Tag == ExifFields.PhotoDirectory ? photo : position);
        }

        var copy = new byte[at];
        tiff[..2].CopyTo(copy);
        Short(copy.AsSpan(2), 42, isLittle);
        Long(copy.AsSpan(4), HeaderBytes, isLittle);
        var next = HeaderBytes;
        foreach (var directory in new[] { main, photo, position }.Where(directory => directory.Count > 0))
        {
            Write(copy, next, directory, isLittle);
            next += Bytes(directory);
        }

        return copy;
    }

    private static List<Field> Fields(TiffDirectory source, uint directory, ExifField[] wanted, MetadataKinds kinds)
    {
        var fields = new List<Field>();
        foreach (var field in wanted.Where(field => (field.Of & kinds) == 0))
        {
            var values = source.Values(directory, field.Tag, out var type, out var size);
            if (field.Kept(type, size, values) is { Length: > 0 } kept)
            {
                fields.Add(new Field(field.Tag, type, kept.Length / size, kept));
            }
        }

        return fields;
    }

    // A value of more than four bytes lies behind its directory, at an even place.
    private static int Bytes(List<Field> directory) => 2 + (directory.Count * EntryBytes) + 4 + directory.Sum(field => Outside(field.Values));

    private static int Outside(byte[] values) => values.Length > InEntry ? values.Length + (values.Length & 1) : 0;

    private static void Write(Span<byte> copy, int start, List<Field> directory, bool isLittle)
    {
        Short(copy[start..], (ushort)directory.Count, isLittle);
        var (at, values) = (start + 2, start + 2 + (directory.Count * EntryBytes) + 4);
        foreach (var field in directory)
        {
            Short(copy[at..], field.Tag, isLittle);
            Short(copy[(at + 2)..], field.Type, isLittle);
            Long(copy[(at + 4)..], (uint)field.Count, isLittle);
            if (field.Values.Length > InEntry)
            {
                Long(copy[(at + 8)..], (uint)values, isLittle);
            }

            field.Values.CopyTo(copy[(field.Values.Length > InEntry ? values : at + 8)..]);
            (at, values) = (at + EntryBytes, values + Outside(field.Values));
        }
    }

    private static void Short(Span<byte> bytes, ushort value, bool isLittle) =>
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, isLittle ? value : BinaryPrimitives.ReverseEndianness(value));

    private static void Long(Span<byte> bytes, uint value, bool isLittle) =>
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, isLittle ? value : BinaryPrimitives.ReverseEndianness(value));

    private sealed record Field(ushort Tag, ushort Type, int Count, byte[] Values);
}
