using System.Security.Cryptography;
using DefectVision.Cases.Reviewing;
using DefectVision.Imaging;
using Microsoft.AspNetCore.Http;

namespace DefectVision.Web.Showing;

/// <summary>
/// Photos of the case for a browser: the file itself where the browser shows its format, else a JPEG made of it. Only what the case knows is found, and only while its bytes are
/// those of the inspection. A screen's size is always made here, upright.
/// </summary>
/// <param name="desk">That knows where photos lie.</param>
internal sealed class ShownPhotos(ReviewDesk desk) : IDisposable
{
    /// <summary>Longer side of a picture in a grid, in pixels.</summary>
    public const int SmallSide = 480;

    /// <summary>Longer side of a picture on a screen, in pixels.</summary>
    public const int ScreenSide = 1600;

    private const string Jpeg = "image/jpeg";
    private const int Quality = 88;
    private const int FullQuality = 93;
    private const long MostKept = 96L << 20;
    private const int AtOnce = 2;

    private readonly PictureCache _kept = new(MostKept);
    private readonly SemaphoreSlim _turns = new(AtOnce);
    private readonly Stack<PhotoReader> _readers = new([.. Enumerable.Range(0, AtOnce).Select(_ => new PhotoReader(DecodeLimits.Default))]);

    /// <exception cref="PhotoException">It is not shown.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public async Task<ShownPhoto> Of(string id, PhotoSize size, CancellationToken cancel)
    {
        var source = desk.Source(id) ?? throw new PhotoException(StatusCodes.Status404NotFound, "photo.unknown");
        if (_kept.Find(id, size) is { } kept)
        {
            return kept;
        }

        await _turns.WaitAsync(cancel);
        try
        {
            return _kept.Find(id, size) ?? await Made(source, id, size, cancel);
        }
        finally
        {
            _turns.Release();
        }
    }

    public void Dispose()
    {
        foreach (var reader in _readers)
        {
            reader.Dispose();
        }

        _turns.Dispose();
    }

    private async Task<ShownPhoto> Made(ReviewSource source, string id, PhotoSize size, CancellationToken cancel)
    {
        var file = await Read(source, cancel);
        if (size == PhotoSize.Full && TypeOf(file) is { } type)
        {
            return new ShownPhoto(type, file);
        }

        var picture = new ShownPhoto(Jpeg, Picture(file, size));
        _kept.Keep(id, size, picture);
        return picture;
    }

    private static async Task<byte[]> Read(ReviewSource source, CancellationToken cancel)
    {
        var file = new FileInfo(source.FullPath);
        if (!file.Exists)
        {
            throw new PhotoException(StatusCodes.Status404NotFound, "photo.gone");
        }

        if (file.Length > DecodeLimits.Default.MaxBytes)
        {
            throw new PhotoException(StatusCodes.Status409Conflict, "photo.changed");
        }

        var bytes = PlainFile.HasNothing(source.FullPath) ? [] : await File.ReadAllBytesAsync(source.FullPath, cancel);
        return Convert.ToHexStringLower(SHA256.HashData(bytes)) == source.Sha256 ? bytes : throw new PhotoException(StatusCodes.Status409Conflict, "photo.changed");
    }

    // Browsers turn a JPEG upright by its EXIF; of other formats they do not all.
    private static string? TypeOf(byte[] file) => FormatSniffer.Sniff(file) switch
    {
        PhotoFormat.Jpeg => Jpeg,
        PhotoFormat.Png when IsUpright(file) => "image/png",
        PhotoFormat.WebP when IsUpright(file) => "image/webp",
        PhotoFormat.Gif => "image/gif",
        PhotoFormat.Avif when IsUpright(file) => "image/avif",
        _ => null,
    };

    private static bool IsUpright(byte[] file) => PhotoReader.ReadHeader(file) is { Orientation: 1 };

    private byte[] Picture(byte[] file, PhotoSize size)
    {
        PhotoReader reader;
        lock (_readers)
        {
            reader = _readers.Pop();
        }

        try
        {
            var (_, picture) = reader.ReadPicture(file, size switch { PhotoSize.Small => SmallSide, PhotoSize.Screen => ScreenSide, _ => DecodeLimits.Default.MaxSide });
            return picture?.ToJpeg(size == PhotoSize.Full ? FullQuality : Quality) ?? throw new PhotoException(StatusCodes.Status409Conflict, "photo.unreadable");
        }
        finally
        {
            lock (_readers)
            {
                _readers.Push(reader);
            }
        }
    }
}
