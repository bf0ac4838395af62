using System.Text.RegularExpressions;

namespace DefectVision.Imaging.Withholding;

/// <summary>All that the EXIF of a copy may say (EXIF 2.32, tables 4 to 15), each directory in ascending order of its tags. What is not here is never copied: makers' notes, thumbnails, other directories.</summary>
internal static partial class ExifFields
{
    public const ushort PhotoDirectory = 0x8769;
    public const ushort PositionDirectory = 0x8825;

    private const ushort Byte = 1;
    private const ushort Ascii = 2;
    private const ushort Short = 3;
    private const ushort Long = 4;
    private const ushort Rational = 5;
    private const ushort Undefined = 7;
    private const ushort SignedRational = 10;

    // As far as the program itself reads a maker's name.
    private const int LongestName = 256;

    /// <summary>Of the file.</summary>
    public static readonly ExifField[] Main =
    [
        Said(0x010D), Said(0x010E), Name(0x010F), Name(0x0110),
        Number(Short, 0x0112),
        Number(Rational, 0x011A), Number(Rational, 0x011B), Number(Short, 0x0128),
        Said(0x0131), Text(0x0132, 20, Time()), Said(0x013B), Said(0x013C),
        Number(Short, 0x0213),
        Said(0x8298),
        Letters(0x9C9B), Letters(0x9C9C), Letters(0x9C9D), Letters(0x9C9E), Letters(0x9C9F),
        Serial(0xC62F),
    ];

    /// <summary>Of how the photo was taken.</summary>
    public static readonly ExifField[] Photo =
    [
        Number(Rational, 0x829A), Number(Rational, 0x829D), Number(Short, 0x8822),
        Number(Short, 0x8827, 3), Number(Short, 0x8830), Number(Long, 0x8831), Number(Long, 0x8832),
        Bytes(0x9000, 4, Digits()),
        Text(0x9003, 20, Time()), Text(0x9004, 20, Time()), Text(0x9010, 7, Offset()), Text(0x9011, 7, Offset()), Text(0x9012, 7, Offset()),
        Bytes(0x9101, 4, Components()), Number(Rational, 0x9102),
        Number(SignedRational, 0x9201), Number(Rational, 0x9202), Number(SignedRational, 0x9203), Number(SignedRational, 0x9204), Number(Rational, 0x9205), Number(Rational, 0x9206),
        Number(Short, 0x9207), Number(Short, 0x9208), Number(Short, 0x9209), Number(Rational, 0x920A),
        new ExifField(0x9286, [Undefined], 1, int.MaxValue) { Of = MetadataKinds.Personal },
        Text(0x9290, 10, Digits()), Text(0x9291, 10, Digits()), Text(0x9292, 10, Digits()),
        Bytes(0xA000, 4, Digits()), Number(Short, 0xA001), Size(0xA002), Size(0xA003),
        Number(Rational, 0xA20E), Number(Rational, 0xA20F), Number(Short, 0xA210), Number(Rational, 0xA215), Number(Short, 0xA217),
        Bytes(0xA300, 1, Source()), Bytes(0xA301, 1, Source()),
        Number(Short, 0xA401), Number(Short, 0xA402), Number(Short, 0xA403), Number(Rational, 0xA404), Number(Short, 0xA405), Number(Short, 0xA406),
        Number(Short, 0xA407), Number(Short, 0xA408), Number(Short, 0xA409), Number(Short, 0xA40A), Number(Short, 0xA40C),
        Said(0xA420), Said(0xA430), Serial(0xA431), new ExifField(0xA432, [Rational], 4, 4), Name(0xA433), Name(0xA434), Serial(0xA435),
        Number(Short, 0xA460),
    ];

    /// <summary>Of where the photo was taken.</summary>
    public static readonly ExifField[] Position =
    [
        new ExifField(0x00, [Byte], 4, 4),
        Letter(0x01), Number(Rational, 0x02, 3), Letter(0x03), Number(Rational, 0x04, 3), new ExifField(0x05, [Byte], 1, 1), Number(Rational, 0x06), Number(Rational, 0x07, 3),
        Letter(0x09), Letter(0x0A), Number(Rational, 0x0B), Letter(0x0C), Number(Rational, 0x0D), Letter(0x0E), Number(Rational, 0x0F),
        Letter(0x10), Number(Rational, 0x11), Text(0x12, 32, Datum()),
        Letter(0x13), Number(Rational, 0x14, 3), Letter(0x15), Number(Rational, 0x16, 3), Letter(0x17), Number(Rational, 0x18), Letter(0x19), Number(Rational, 0x1A),
        Remark(0x1B), Remark(0x1C), Text(0x1D, 11, Day()), Number(Short, 0x1E), Number(Rational, 0x1F),
    ];

    private static ExifField Number(ushort type, ushort tag, int most = 1) => new(tag, [type], type == Short ? 1 : most, most);

    // In pixels.
    private static ExifField Size(ushort tag) => new(tag, [Short, Long], 1, 1);

    private static ExifField Bytes(ushort tag, int count, Regex form) => new(tag, [Undefined], count, count) { Form = form };

    private static ExifField Text(ushort tag, int most, Regex form) => new(tag, [Ascii], 2, most) { Form = form };

    // Of a maker or a kind of thing.
    private static ExifField Name(ushort tag) => new(tag, [Ascii], 2, LongestName);

    private static ExifField Serial(ushort tag) => new(tag, [Ascii], 2, LongestName) { Of = MetadataKinds.ExifSerial };

    // By a person, or of one, of his computer and its programs.
    private static ExifField Said(ushort tag) => new(tag, [Ascii], 2, int.MaxValue) { Of = MetadataKinds.Personal };

    // The same, in two bytes a letter, as Windows has them.
    private static ExifField Letters(ushort tag) => new(tag, [Byte], 2, int.MaxValue) { Of = MetadataKinds.Personal };

    // How a place was found, and what it is called.
    private static ExifField Remark(ushort tag) => new(tag, [Undefined], 1, int.MaxValue) { Of = MetadataKinds.Personal };

    private static ExifField Letter(ushort tag) => new(tag, [Ascii], 2, 2) { Form = Capital() };

    [GeneratedRegex(@"^[0-9]{4}:[0-9]{2}:[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Time();

    [GeneratedRegex(@"^[0-9]{4}:[0-9]{2}:[0-9]{2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Day();

    [GeneratedRegex(@"^[+-][0-9]{2}:[0-9]{2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Offset();

    [GeneratedRegex(@"^[0-9]+ *\z", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex(@"^[\x00-\x06]{4}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Components();

    [GeneratedRegex(@"^[\x00-\x03]\z", RegexOptions.CultureInvariant)]
    private static partial Regex Source();

    [GeneratedRegex(@"^[A-Z0-9]\z", RegexOptions.CultureInvariant)]
    private static partial Regex Capital();

    [GeneratedRegex(@"^[A-Z0-9 -]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Datum();
}
