using System.Text;
using System.Text.RegularExpressions;

namespace DefectVision.Imaging.Withholding;

/// <summary>A field that the EXIF of a copy may have, with the form that EXIF 2.32 (section 4.6) gives it: a field of another form is left out.</summary>
/// <param name="Tag">Its number.</param>
/// <param name="Types">Field types that it may have, as TIFF numbers them.</param>
/// <param name="Least">Values at least, the NUL of a text among them.</param>
/// <param name="Most">Values at most.</param>
internal sealed record ExifField(ushort Tag, ushort[] Types, int Least, int Most)
{
    private const ushort Byte = 1;
    private const ushort Ascii = 2;

    /// <summary>Where one of these is withheld the field is left out.</summary>
    public MetadataKinds Of { get; init; }

    /// <summary>What its bytes must look like, as Latin letters without the NUL; null: anything.</summary>
    public Regex? Form { get; init; }

    /// <summary>The values as they go into the copy: texts end at their NUL.</summary>
    /// <param name="type">As the file has it.</param>
    /// <param name="size">Bytes of one value.</param>
    /// <param name="values">As the file has them.</param>
    /// <returns>Nothing where they are not of this field's form.</returns>
    public byte[] Kept(ushort type, int size, ReadOnlySpan<byte> values)
    {
        if (!Types.Contains(type))
        {
            return [];
        }

        var text = type == Ascii ? Until(values, 1) : type == Byte && Most == int.MaxValue ? Until(values, 2) : values;
        if (text.IsEmpty || Form?.IsMatch(Encoding.Latin1.GetString(text)) == false)
        {
            return [];
        }

        byte[] kept = type == Ascii ? [.. text, 0] : text.ToArray();
        return kept.Length / size is var count && count >= Least && count <= Most ? kept : [];
    }

    // Up to the first letter that is zero.
    private static ReadOnlySpan<byte> Until(ReadOnlySpan<byte> values, int letter)
    {
        for (var at = 0; at + letter <= values.Length; at += letter)
        {
            if (!values.Slice(at, letter).ContainsAnyExcept((byte)0))
            {
                return values[..at];
            }
        }

        return values;
    }
}
