using System.Runtime.InteropServices;
using System.Security.Cryptography;
using DefectVision.Imaging.Codes;
using DefectVision.Imaging.Decoding;
using DefectVision.Imaging.Likeness;
using DefectVision.Imaging.Locating;
using DefectVision.Imaging.Withholding;
using SkiaSharp;

namespace DefectVision.Imaging;

/// <summary>Reads photos into a network's input. Holds its buffers between photos: one reader a thread, disposed at the end.</summary>
public sealed class PhotoReader(DecodeLimits limits) : IDisposable
{
    private static readonly float[] JpegScales = [1 / 8f, 1 / 4f, 1 / 2f];

    /// <summary>Red, green, blue and alpha, from the lowest byte.</summary>
    private const uint Black = 0xFF000000;

    private readonly PixelGrid _grid = new();

    /// <summary>Of a photo of more pixels a smaller picture stays when it was read, for what is asked of it afterwards.</summary>
    private const long BigPixels = 40_000_000;

    /// <summary>Side in pixels of the square that <see cref="Look"/> is made of.</summary>
    private const int LookSide = 3 * Fingerprint.Side;

    /// <summary>Rows that are decoded at a time where only grey values are wanted.</summary>
    private const int StripRows = 16;

    // Apart, because a grid keeps what it worked out for one pair of sizes.
    private readonly PixelGrid _pictureGrid = new();
    private readonly PixelGrid _lookGrid = new();
    private readonly float[] _look = new float[3 * LookSide * LookSide];

    // Kept from picture to picture: a new one for each would pile up faster than it is collected.
    private float[] _planes = [];
    private SKBitmap? _scratch;

    // Of the photo whose pixels stand in the scratch bitmap; null when they are not whole.
    private PhotoHeader? _header;

    // Bytes that this reader holds of what all readers may.
    private long _held;

    // The most that it held of one photo.
    private long _most;

    private bool _keeps;

    /// <summary>
    /// Keeps what is decoded next counted among what all readers may hold at once, until the answer is disposed: for who asks for pictures of a photo after it was read.
    /// Until then the reader must not wait for another one.
    /// </summary>
    public IDisposable Photo()
    {
        _keeps = true;
        return new PhotoEnd(this);
    }

    /// <summary>Reads one photo whole and brings the recipe's window of it to the working size.</summary>
    /// <param name="file">All bytes of the file.</param>
    /// <param name="recipe">The network's input.</param>
    /// <param name="input">Receives <see cref="InputRecipe.Length"/> floats, 0..1; its content is undefined unless the reading is readable.</param>
    public PhotoReading Read(ReadOnlySpan<byte> file, InputRecipe recipe, Span<float> input)
    {
        try
        {
            return Looked(file, recipe, input);
        }
        finally
        {
            LetGo();
        }
    }

    private PhotoReading Looked(ReadOnlySpan<byte> file, InputRecipe recipe, Span<float> input)
    {
        var usual = recipe.Locate?.Usual ?? Window.Whole;
        var reading = Decode(file, _ => ((int)Math.Ceiling(recipe.Width / usual.Width), (int)Math.Ceiling(recipe.Height / usual.Height)));
        if (reading is not PhotoReading.Readable(var header) readable)
        {
            return reading;
        }

        var (window, isLocated) = recipe.Locate is null ? (usual, true)
            : recipe.Locate.Look(Taken(header, Window.Whole, Fit((header.UprightWidth, header.UprightHeight), Locator.LongSide)), (double)recipe.Width / recipe.Height);
        var taken = input[..recipe.Length];
        Reduce(_grid, header, window, (recipe.Width, recipe.Height), taken);
        var sum = 0.0;
        foreach (ref var value in taken)
        {
            value /= 255f;
            sum += value;
        }

        return readable with
        {
            Window = window,
            IsLocated = isLocated,
            Brightness = sum / recipe.Length,
        };
    }

    /// <summary>Reads one photo whole as an upright picture whose longer side is at most <paramref name="longSide"/> pixels; sides keep their ratio.</summary>
    /// <returns>The reading, and the picture when it is readable.</returns>
    public (PhotoReading Reading, RgbImage? Picture) ReadPicture(ReadOnlySpan<byte> file, int longSide)
    {
        try
        {
            var reading = Decode(file, upright => Fit(upright, longSide));
            return (reading, reading is PhotoReading.Readable(var header) ? Taken(header, Window.Whole, Fit((header.UprightWidth, header.UprightHeight), longSide)) : null);
        }
        finally
        {
            LetGo();
        }
    }

    /// <summary>The photo that was read last, upright, from the pixels that it was decoded to.</summary>
    /// <param name="longSide">Of the picture, in pixels; it is smaller where fewer were decoded.</param>
    /// <exception cref="InvalidOperationException">No photo was read, or it was not readable.</exception>
    public RgbImage Picture(int longSide)
    {
        var header = LastRead();
        return Taken(header, Window.Whole, Fit(AtHand(header), longSide));
    }

    /// <summary>By what the photo that was read last is known when it comes again (null where it is one even area), and how well it shows its subject.</summary>
    /// <exception cref="InvalidOperationException">No photo was read, or it was not readable.</exception>
    public (Fingerprint? Print, Clarity Clarity) Look()
    {
        const int Plane = LookSide * LookSide;
        Reduce(_lookGrid, LastRead(), Window.Whole, (LookSide, LookSide), _look);
        for (var at = 0; at < Plane; at++)
        {
            // Luma by Rec. ITU-R BT.601, as JPEG has it.
            _look[at] = (0.299f * _look[at]) + (0.587f * _look[Plane + at]) + (0.114f * _look[(2 * Plane) + at]);
        }

        var grey = _look.AsSpan(0, Plane);
        return (Fingerprint.Of(grey, LookSide), Clarity.Of(grey, LookSide));
    }

    /// <summary>A square of the photo that was read last, round a place, upright; its side is a share of the photo's shorter one.</summary>
    /// <param name="x">The place as a share of the upright photo's width; near an edge the square is moved into the photo.</param>
    /// <param name="y">As a share of its height.</param>
    /// <param name="share">0 to 1.</param>
    /// <param name="side">Of the picture, in pixels; where fewer were decoded they are enlarged.</param>
    /// <exception cref="InvalidOperationException">No photo was read, or it was not readable.</exception>
    public RgbImage CloseUp(double x, double y, double share, int side)
    {
        var header = LastRead();
        var (width, height) = AtHand(header);
        var pixels = Math.Max(1, Math.Round(share * Math.Min(width, height)));
        double across = pixels / width, down = pixels / height;
        var window = new Window(Math.Clamp(x - (across / 2), 0, 1 - across), Math.Clamp(y - (down / 2), 0, 1 - down), across, down);
        return Taken(header, window, (side, side));
    }

    /// <summary>The grey values of the photo that was read last, as stored, not turned upright.</summary>
    /// <param name="file">All bytes of the same file, which is decoded again where fewer pixels stand ready than are wanted.</param>
    /// <param name="longSide">Wanted of the longer side, in pixels, where the photo has them; 0: what stands ready.</param>
    /// <returns>Null when the photo cannot be decoded so far.</returns>
    /// <exception cref="InvalidOperationException">No photo was read, or it was not readable.</exception>
    public Luminance? Grey(ReadOnlySpan<byte> file, int longSide)
    {
        var header = LastRead();
        return Math.Max(_scratch!.Width, _scratch.Height) >= Math.Min(longSide, Math.Max(header.Width, header.Height)) ? GreyAtHand()
            : header.Format == PhotoFormat.Jpeg ? GreyStrips(file, longSide)
            : ReadGrey(file, longSide);
    }

    /// <summary>Reads one photo whole as grey values, as stored, not turned upright.</summary>
    /// <param name="file">All bytes of the file.</param>
    /// <param name="longSide">At least, in pixels, where the photo has them.</param>
    /// <returns>Null when the photo is not readable.</returns>
    public Luminance? ReadGrey(ReadOnlySpan<byte> file, int longSide)
    {
        try
        {
            if (Decode(file, upright => Fit(upright, longSide)) is not PhotoReading.Readable)
            {
                return null;
            }

            // Of a big photo the smaller picture is enough, and another of its size would be too much.
            LetGo();
            return GreyAtHand();
        }
        finally
        {
            LetGo();
        }
    }

    // A strip of rows at a time: of the large picture only the grey values are ever in memory. Whether the photo is whole was told when it was read.
    private unsafe Luminance? GreyStrips(ReadOnlySpan<byte> file, int longSide)
    {
        fixed (byte* start = file)
        {
            using var data = SKData.Create((IntPtr)start, file.Length);
            using var codec = SKCodec.Create(data);
            if (codec is null)
            {
                return null;
            }

            var header = HeaderOf(codec, PhotoFormat.Jpeg, file);
            var (width, height) = Scaled(codec, header, Fit((header.Width, header.Height), longSide));
            var info = new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Unpremul);
            if (Refusal(header, DecodedMemory.Of(header, file, (width, height))) is not null || codec.StartScanlineDecode(info) != SKCodecResult.Success)
            {
                return null;
            }

            var (strip, values) = (new byte[StripRows * info.RowBytes], new byte[width * height]);
            for (var row = 0; row < height; row += StripRows)
            {
                var rows = Math.Min(StripRows, height - row);
                fixed (byte* pixels = strip)
                {
                    if (codec.GetScanlines((IntPtr)pixels, rows, info.RowBytes) < rows)
                    {
                        return null;
                    }
                }

                Luminance.Convert(strip, values.AsSpan(row * width, rows * width));
            }

            return new Luminance(width, height, values);
        }
    }

    private Luminance GreyAtHand() => Luminance.Of(_scratch!.GetPixelSpan(), _scratch.Width);

    /// <summary>Lower-case hex SHA-256 of the decoded pixels: stored rows from the top, not turned upright, four bytes a pixel (red, green, blue, alpha).</summary>
    /// <param name="file">All bytes of the file.</param>
    /// <returns>Null when the photo cannot be read whole.</returns>
    public string? PixelDigest(ReadOnlySpan<byte> file)
    {
        try
        {
            return Decode(file, upright => upright) is PhotoReading.Readable ? Convert.ToHexStringLower(SHA256.HashData(_scratch!.GetPixelSpan())) : null;
        }
        finally
        {
            LetGo();
        }
    }

    /// <summary>The whole photo upright, with black in place of some regions, as PNG: without loss, and without anything else that the file said.</summary>
    /// <param name="file">All bytes of the file.</param>
    /// <param name="regions">Each inside the upright photo.</param>
    /// <returns>Null when the photo cannot be read whole.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A region lies outside.</exception>
    public byte[]? Blackened(ReadOnlySpan<byte> file, IReadOnlyList<PhotoRegion> regions)
    {
        try
        {
            return WithBlack(file, regions);
        }
        finally
        {
            LetGo();
        }
    }

    private byte[]? WithBlack(ReadOnlySpan<byte> file, IReadOnlyList<PhotoRegion> regions)
    {
        if (Decode(file, upright => upright) is not PhotoReading.Readable(var header))
        {
            return null;
        }

        using var bitmap = new SKBitmap(new SKImageInfo(header.UprightWidth, header.UprightHeight, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        var stored = MemoryMarshal.Cast<byte, uint>(_scratch!.GetPixelSpan());
        var upright = MemoryMarshal.Cast<byte, uint>(bitmap.GetPixelSpan());
        for (var at = 0; at < stored.Length; at++)
        {
            upright[Orientation.UprightIndex(header.Orientation, at % header.Width, at / header.Width, header.Width, header.Height)] = stored[at];
        }

        foreach (var region in regions)
        {
            if (!region.IsInside(bitmap.Width, bitmap.Height))
            {
                throw new ArgumentOutOfRangeException(nameof(regions), region, $"found a region outside {bitmap.Width} x {bitmap.Height} px");
            }

            for (var row = region.Y; row < region.Y + region.Height; row++)
            {
                upright.Slice((row * bitmap.Width) + region.X, region.Width).Fill(Black);
            }
        }

        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    /// <summary>The header alone; nothing is decoded.</summary>
    /// <param name="file">All bytes of the file.</param>
    /// <returns>Null when the content is no photo that is read.</returns>
    public static unsafe PhotoHeader? ReadHeader(ReadOnlySpan<byte> file)
    {
        var format = FormatSniffer.Sniff(file);
        if (!FormatSniffer.IsRead(format))
        {
            return null;
        }

        if (OtherFormats.Holds(format))
        {
            return OtherFormats.Header(file, format).Header;
        }

        fixed (byte* start = file)
        {
            using var data = SKData.Create((IntPtr)start, file.Length);
            using var codec = SKCodec.Create(data);
            return codec is null ? null : HeaderOf(codec, format, file);
        }
    }

    public void Dispose()
    {
        LetGo();
        _scratch?.Dispose();
    }

    /// <summary>The refusal of a file for its size in bytes, for those who know the size before they read.</summary>
    public static PhotoReading TooManyBytes(long found, DecodeLimits limits) =>
        new PhotoReading.TooLarge(FormattableString.Invariant($"found {found:N0} bytes, wanted at most {limits.MaxBytes:N0}"));

    private static (int Width, int Height) Fit((int Width, int Height) upright, int longSide)
    {
        var scale = Math.Min(1.0, (double)longSide / Math.Max(upright.Width, upright.Height));
        return (Math.Max(1, (int)Math.Round(upright.Width * scale)), Math.Max(1, (int)Math.Round(upright.Height * scale)));
    }

    private PhotoHeader LastRead() =>
        _header ?? throw new InvalidOperationException("found no readable photo, expected one to be read first");

    private (int Width, int Height) AtHand(PhotoHeader header) =>
        Orientation.SwapsSides(header.Orientation) ? (_scratch!.Height, _scratch.Width) : (_scratch!.Width, _scratch.Height);

    // Leaves the stored pixels, scaled or whole, in the scratch bitmap.
    private PhotoReading Decode(ReadOnlySpan<byte> file, Func<(int Width, int Height), (int Width, int Height)> workingSize)
    {
        _header = null;
        var reading = Decoded(file, workingSize);
        if (reading is PhotoReading.Truncated { Header.Width: > 0 } && JpegWalk.IsUnclosed(file))
        {
            // The decoder takes the missing end marker for missing rows.
            reading = Decoded([.. file, .. JpegWalk.End], workingSize);
            reading = reading is PhotoReading.Readable readable ? readable with { Remark = "its end marker is missing; every block of the picture is there" } : reading;
        }

        _header = (reading as PhotoReading.Readable)?.Header;
        return reading;
    }

    private unsafe PhotoReading Decoded(ReadOnlySpan<byte> file, Func<(int Width, int Height), (int Width, int Height)> workingSize)
    {
        if (file.Length > limits.MaxBytes)
        {
            return TooManyBytes(file.Length, limits);
        }

        var format = FormatSniffer.Sniff(file);
        if (!FormatSniffer.IsRead(format))
        {
            return format == PhotoFormat.Unknown
                ? new PhotoReading.Unreadable(NoPhoto.Reason(file))
                : new PhotoReading.Unsupported(format);
        }

        if (OtherFormats.Holds(format))
        {
            return DecodedOther(file, format);
        }

        fixed (byte* start = file)
        {
            using var data = SKData.Create((IntPtr)start, file.Length);
            using var stream = new SKMemoryStream(data);
            using var codec = SKCodec.Create(stream, out var opened);
            if (codec is null)
            {
                return opened == SKCodecResult.IncompleteInput
                    ? new PhotoReading.Truncated(new PhotoHeader(format, 0, 0, 1), "the file ends within its header")
                    : new PhotoReading.Unreadable($"the {format} header is broken ({opened})");
            }

            var header = HeaderOf(codec, format, file);
            var working = workingSize((header.UprightWidth, header.UprightHeight));
            var size = Scaled(codec, header, Orientation.SwapsSides(header.Orientation) ? (working.Height, working.Width) : working);
            var held = DecodedMemory.Of(header, file, size);
            if (Refusal(header, held) is { } refused)
            {
                return refused;
            }

            Take(held);
            var pixels = Pixels(codec, header, file, size);
            return Wholeness.Of(header, file, pixels, _scratch!.GetPixelSpan(), _scratch.Width);
        }
    }

    private PhotoReading DecodedOther(ReadOnlySpan<byte> file, PhotoFormat format)
    {
        var (header, fault) = OtherFormats.Header(file, format);
        if (header is null)
        {
            return new PhotoReading.Unreadable($"the {format} header is broken ({fault})");
        }

        var held = DecodedMemory.Of(header, file, (header.Width, header.Height));
        if (Refusal(header, held) is { } refused)
        {
            return refused;
        }

        Take(held);
        return OtherFormats.Decode(file, header, Scratch) is { } broken
            ? new PhotoReading.Damaged(header, $"the {format} data is broken ({broken})")
            : Wholeness.Of(header, file, SKCodecResult.Success, _scratch!.GetPixelSpan(), _scratch.Width);
    }

    // The codec does not read the EXIF of a PNG.
    private static PhotoHeader HeaderOf(SKCodec codec, PhotoFormat format, ReadOnlySpan<byte> file) =>
        new(format, codec.Info.Width, codec.Info.Height, Math.Clamp(format == PhotoFormat.Png ? Exif.Of(file).Orientation ?? 1 : (int)codec.EncodedOrigin, 1, 8)) { JpegQuality = format == PhotoFormat.Jpeg ? JpegTables.Quality(file) : null };

    // What counts is the memory that it takes: a large JPEG is decoded at a fraction of its size.
    private PhotoReading? Refusal(PhotoHeader header, long held)
    {
        var found = FormattableString.Invariant($"found {header.Width:N0} x {header.Height:N0} px, wanted");
        var (pixels, most) = ((long)header.Width * header.Height, DecodedMemory.BytesPerPixel * limits.MaxPixels);
        return !(Math.Max(header.Width, header.Height) <= limits.MaxSide && held <= most && pixels <= DecodeLimits.MostPixels)
            ? new PhotoReading.TooLarge(FormattableString.Invariant($"{found} at most {limits.MaxSide:N0} px a side and {Math.Min(limits.MaxPixels, (long)((double)most * pixels / Math.Max(1, held))):N0} px in all"))
            : !(Math.Min(header.Width, header.Height) >= limits.MinSide)
            ? new PhotoReading.Unreadable(FormattableString.Invariant($"{found} at least {limits.MinSide} x {limits.MinSide} px"))
            : null;
    }

    private static (int Width, int Height) Scaled(SKCodec codec, PhotoHeader header, (int Width, int Height) atLeast)
    {
        foreach (var scale in header.Format == PhotoFormat.Jpeg ? JpegScales : [])
        {
            var scaled = codec.GetScaledDimensions(scale);
            if (scaled.Width >= atLeast.Width && scaled.Height >= atLeast.Height)
            {
                return (scaled.Width, scaled.Height);
            }
        }

        return (header.Width, header.Height);
    }

    private SKCodecResult Pixels(SKCodec codec, PhotoHeader header, ReadOnlySpan<byte> file, (int Width, int Height) size)
    {
        // Colours of another profile than sRGB are brought to it; without one they are taken for sRGB. Four components (CMYK) are the codec's own affair.
        var pixels = Scratch(size.Width, size.Height);
        var isConverted = codec.Info.ColorSpace is { IsSrgb: false } && codec.Info.ColorType is not SKColorType.Gray8 && !(header.Format == PhotoFormat.Jpeg && JpegTables.Components(file) == 4);
        if (!isConverted)
        {
            return codec.GetPixels(pixels.Info, pixels.GetPixels());
        }

        using var srgb = SKColorSpace.CreateSrgb();
        return codec.GetPixels(pixels.Info.WithColorSpace(srgb), pixels.GetPixels());
    }

    private SKBitmap Scratch(int width, int height)
    {
        if (_scratch?.Width != width || _scratch.Height != height)
        {
            _scratch?.Dispose();
            _scratch = new SKBitmap();
            var info = new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Unpremul);
            if (!_scratch.TryAllocPixels(info))
            {
                throw new InsufficientMemoryException(FormattableString.Invariant($"no {info.BytesSize64:N0} bytes for the pixels of a photo"));
            }
        }

        return _scratch;
    }

    // Waits for its turn where many bytes are wanted; what was held of the photo before is let go of, or two readers might wait for each other.
    private void Take(long bytes)
    {
        Forget();
        DecodedMemory.Take(bytes);
        (_held, _most) = (bytes, Math.Max(_most, bytes));
    }

    private void Forget()
    {
        if (_scratch?.ByteCount > DecodedMemory.Uncounted)
        {
            _scratch.Dispose();
            (_scratch, _header) = (null, null);
        }

        Hold(0);
    }

    private void Hold(long bytes)
    {
        DecodedMemory.Give(_held - bytes);
        _held = bytes;
    }

    private void LetGo()
    {
        if (_scratch is { } whole && (long)whole.Width * whole.Height > BigPixels)
        {
            _scratch = BigPicture.Smaller(whole, BigPixels / 4);
            whole.Dispose();
        }

        Hold(_keeps ? Math.Min(_held, _scratch?.ByteCount ?? 0) : 0);
    }

    private sealed class PhotoEnd(PhotoReader reader) : IDisposable
    {
        public void Dispose()
        {
            reader._keeps = false;
            reader.Forget();

            // What was made of a large photo is large, and no longer wanted: left to itself the collector lets a gigabyte of it pile up.
            if (reader._most > DecodedMemory.Large)
            {
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            }

            reader._most = 0;
        }
    }

    private RgbImage Taken(PhotoHeader header, Window window, (int Width, int Height) size)
    {
        var plane = size.Width * size.Height;
        Array.Resize(ref _planes, Math.Max(_planes.Length, 3 * plane));
        var planes = _planes;
        Reduce(_pictureGrid, header, window, size, planes.AsSpan(0, 3 * plane));
        var picture = new RgbImage(size.Width, size.Height);
        for (var i = 0; i < plane; i++)
        {
            for (var channel = 0; channel < 3; channel++)
            {
                picture.Bytes[(3 * i) + channel] = (byte)Math.Clamp(planes[(channel * plane) + i] + 0.5f, 0, 255);
            }
        }

        return picture;
    }

    private void Reduce(PixelGrid grid, PhotoHeader header, Window window, (int Width, int Height) upright, Span<float> planes)
    {
        var (width, height) = (_scratch!.Width, _scratch.Height);
        var area = Orientation.Stored(header.Orientation, window, width, height);
        grid.Reduce(_scratch.GetPixelSpan(), width, area, header.Orientation, upright.Width, upright.Height, planes);
    }
}
