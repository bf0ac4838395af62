using System.Buffers;

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

    public void Dispose() => ArrayPool<byte>.Shared.Return(buffer);
}
