using System.Buffers;
using System.Security.Cryptography;

namespace DefectVision.Pipeline.Scoring;

/// <summary>A file's bytes in a rented buffer; disposing hands the buffer back.</summary>
internal sealed class PhotoBytes(byte[] buffer, int length) : IDisposable
{
    public ReadOnlySpan<byte> Span => buffer.AsSpan(0, length);

    /// <summary>Reads a file whole.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static PhotoBytes Read(string path, int expected)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 0, FileOptions.SequentialScan);
        var buffer = ArrayPool<byte>.Shared.Rent(Math.Max(expected, 1));
        try
        {
            return new PhotoBytes(buffer, file.ReadAtLeast(buffer.AsSpan(0, expected), expected, throwOnEndOfStream: false));
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(buffer);
            throw;
        }
    }

    /// <summary>A copy of bytes that are in memory.</summary>
    public static PhotoBytes Of(ReadOnlySpan<byte> photo)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Math.Max(photo.Length, 1));
        photo.CopyTo(buffer);
        return new PhotoBytes(buffer, photo.Length);
    }

    /// <summary>A photo's bytes as they were when it was first read; null where the file is another now, or gone.</summary>
    /// <param name="path">Of the file.</param>
    /// <param name="length">That it had, bytes.</param>
    /// <param name="sha256">That it had, lower-case hex.</param>
    public static PhotoBytes? Same(string path, long length, string sha256)
    {
        PhotoBytes? bytes = null;
        try
        {
            bytes = Read(path, (int)length);
            if (Convert.ToHexStringLower(SHA256.HashData(bytes.Span)) == sha256)
            {
                return bytes;
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
        }

        bytes?.Dispose();
        return null;
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(buffer);
}
