using DefectVision.Imaging;
using DefectVision.Imaging.Withholding;

namespace DefectVision.Fuzz.Targets;

/// <summary>A photo: its format, its header, its EXIF, its pixels, whether it is whole, and what may be withheld of it. It documents no exception at all.</summary>
internal static class PhotoTarget
{
    private const MetadataKinds Every = (MetadataKinds)int.MaxValue;

    /// <summary>Of a header that promises more nothing is decoded: the time goes into the readers, not into blank pixels.</summary>
    private static readonly DecodeLimits Limits = DecodeLimits.Default with { MaxPixels = 1_000_000 };

    private static readonly PhotoReader Reader = new(Limits);

    public static FuzzTarget Make() => new("photos", Read);

    private static void Read(byte[] file)
    {
        CaptureFacts.Of(file);
        PhotoReader.ReadHeader(file);
        if (Reader.ReadPicture(file, 64).Reading is PhotoReading.Readable)
        {
            Reader.Look();
            Reader.Picture(32);
            Reader.CloseUp(0.9, 0.1, 0.2, 16);
            Reader.Grey(file, 64);
        }

        CleanPhoto.Of(file, Every, Reader);
    }
}
