using ImageMagick;
using ImageMagick.Configuration;
using SkiaSharp;

namespace DefectVision.Imaging.Decoding;

/// <summary>
/// Photos in formats that Skia does not read, by ImageMagick: HEIC and AVIF as phones write them, TIFF and GIF (the first page or frame). It reads nothing else, writes
/// nothing, starts no other program and takes no more memory than one photo within the limits needs.
/// </summary>
internal static class OtherFormats
{
    private const int MostFrames = 1024;

    /// <summary>Rows that are copied at a time.</summary>
    private const int StripRows = 64;

    // A decoder of a phone's photo ends in a second or two.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private static readonly Lazy<bool> Started = new(Start);

    /// <summary>Whether this machine can read them: the library has natives for x64 Linux and Windows.</summary>
    public static bool AreHere => Started.Value;

    /// <summary>Whether a format is one of them.</summary>
    public static bool Holds(PhotoFormat format) => format is PhotoFormat.Heif or PhotoFormat.Avif or PhotoFormat.Tiff or PhotoFormat.Gif;

    /// <summary>What the header says; nothing is decoded.</summary>
    /// <returns>The header, or why there is none.</returns>
    public static (PhotoHeader? Header, string? Fault) Header(ReadOnlySpan<byte> file, PhotoFormat format)
    {
        try
        {
            using var image = new MagickImage();
            image.Ping(file, Settings(format));
            return (new PhotoHeader(format, (int)image.Width, (int)image.Height, Oriented(format, image)), null);
        }
        catch (MagickException fault)
        {
            return (null, Words(fault));
        }
    }

    /// <summary>Decodes a photo whole, its colours brought to sRGB by the profile that it carries.</summary>
    /// <param name="file">All bytes of the file.</param>
    /// <param name="header">What <see cref="Header"/> said.</param>
    /// <param name="pixels">Makes what it is decoded to, RGBA, by width and height; called when the library's own memory for decoding is free again.</param>
    /// <returns>Null where it was decoded; else what is wrong with it.</returns>
    public static string? Decode(ReadOnlySpan<byte> file, PhotoHeader header, Func<int, int, SKBitmap> pixels)
    {
        string? warned = null;
        try
        {
            using var image = new MagickImage();
            var begun = TimeProvider.System.GetTimestamp();
            image.Warning += (_, warning) => warned ??= warning.Exception is MagickCorruptImageWarningException ? Words(warning.Exception) : null;
            image.Progress += (_, progress) => progress.Cancel = TimeProvider.System.GetElapsedTime(begun) > Longest;
            image.Read(file, Settings(header.Format));
            if (((int)image.Width, (int)image.Height) != (header.Width, header.Height))
            {
                return $"found {image.Width} x {image.Height} px, the header says {header.Width} x {header.Height} px";
            }

            if (image.GetColorProfile() is not null)
            {
                image.TransformColorSpace(ColorProfiles.SRGB);
            }

            image.ColorSpace = ColorSpace.sRGB;
            using var stored = image.GetPixelsUnsafe();
            var target = pixels(header.Width, header.Height).GetPixelSpan();
            for (var row = 0; row < header.Height; row += StripRows)
            {
                var rows = Math.Min(StripRows, header.Height - row);
                stored.ToByteArray(0, row, image.Width, (uint)rows, PixelMapping.RGBA)!.CopyTo(target[(4 * row * header.Width)..]);
            }

            return warned;
        }
        catch (MagickException fault)
        {
            return Words(fault);
        }
    }

    // HEIC and AVIF are turned upright by their own boxes, which the library obeys.
    private static int Oriented(PhotoFormat format, MagickImage image) => format is PhotoFormat.Heif or PhotoFormat.Avif ? 1 : Math.Clamp((int)image.Orientation, 1, 8);

    private static MagickReadSettings Settings(PhotoFormat format) => new()
    {
        Format = format switch
        {
            PhotoFormat.Heif => MagickFormat.Heic,
            PhotoFormat.Avif => MagickFormat.Avif,
            PhotoFormat.Tiff => MagickFormat.Tiff,
            _ => MagickFormat.Gif,
        },
        FrameIndex = 0,
        FrameCount = 1,
    };

    // "improper image header `' @ error/gif.c/ReadGIFImage/1031": what lies before the place in its sources.
    private static string Words(MagickException fault) => fault.Message.Split('`', '@')[0].Trim();

    private static bool Start()
    {
        try
        {
            var files = ConfigurationFiles.Default;
            files.Policy.Data = """
                <policymap>
                  <policy domain="delegate" rights="none" pattern="*"/>
                  <policy domain="filter" rights="none" pattern="*"/>
                  <policy domain="path" rights="none" pattern="@*"/>
                  <policy domain="coder" rights="none" pattern="*"/>
                  <policy domain="coder" rights="read" pattern="{HEIC,AVIF,TIFF,GIF}"/>
                </policymap>
                """;

            // The library reads its rules from files, which it writes for itself and leaves behind.
            var written = MagickNET.Initialize(files);
            AppDomain.CurrentDomain.ProcessExit += (_, _) => Delete(written);
            ResourceLimits.Area = DecodeLimits.MostPixels;
            ResourceLimits.Memory = 4 * DecodeLimits.MostPixels;
            ResourceLimits.Disk = 0;
            ResourceLimits.Width = (ulong)DecodeLimits.Default.MaxSide;
            ResourceLimits.Height = (ulong)DecodeLimits.Default.MaxSide;
            ResourceLimits.ListLength = MostFrames;
            ResourceLimits.Thread = 1;
            return true;
        }
        catch (Exception fault) when (fault is DllNotFoundException or TypeInitializationException or BadImageFormatException)
        {
            return false;
        }
    }

    private static void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // It lies in the temporary folder, which the system clears.
        }
    }
}
