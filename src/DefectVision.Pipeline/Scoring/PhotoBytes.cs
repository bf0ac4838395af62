using System.Runtime.InteropServices;
using System.Security.Cryptography;
using DefectVision.Imaging;

namespace DefectVision.Pipeline.Scoring;

/// <summary>A file's bytes, in memory that is free the moment it is disposed: a collector would let several files of 128 MiB pile up.</summary>
internal sealed unsafe class PhotoBytes : SafeHandle
{
    private readonly ByteBudget _ahead;
    private readonly int _taken;
    private int _length;

    private PhotoBytes(int capacity, ByteBudget ahead)
        : base(IntPtr.Zero, ownsHandle: true)
    {
        (_ahead, _taken) = (ahead, capacity);
        ahead.Take(capacity);
        SetHandle((IntPtr)NativeMemory.Alloc((nuint)Math.Max(1, capacity)));
    }

    public ReadOnlySpan<byte> Span => new((void*)handle, _length);

    public override bool IsInvalid => handle == IntPtr.Zero;

    /// <summary>Reads a file whole.</summary>
    /// <param name="path">Of the file.</param>
    /// <param name="expected">Bytes to read at most.</param>
    /// <param name="ahead">Where the bytes are counted until they are disposed.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static PhotoBytes Read(string path, int expected, ByteBudget ahead)
    {
        using var file = PlainFile.Opened(path);
        var bytes = new PhotoBytes(expected, ahead);
        try
        {
            bytes._length = file.ReadAtLeast(new Span<byte>((void*)bytes.handle, expected), expected, throwOnEndOfStream: false);
            return bytes;
        }
        catch
        {
            bytes.Dispose();
            throw;
        }
    }

    /// <summary>A copy of bytes that are in memory.</summary>
    /// <param name="photo">All bytes of its file.</param>
    /// <param name="ahead">Where the copy is counted until it is disposed.</param>
    public static PhotoBytes Of(ReadOnlySpan<byte> photo, ByteBudget ahead)
    {
        var bytes = new PhotoBytes(photo.Length, ahead) { _length = photo.Length };
        photo.CopyTo(new Span<byte>((void*)bytes.handle, photo.Length));
        return bytes;
    }

    /// <summary>A photo's bytes as they were when it was first read; null where the file is another now, or gone.</summary>
    /// <param name="path">Of the file.</param>
    /// <param name="length">That it had, bytes.</param>
    /// <param name="sha256">That it had, lower-case hex.</param>
    /// <param name="ahead">Where the bytes are counted until they are disposed.</param>
    public static PhotoBytes? Same(string path, long length, string sha256, ByteBudget ahead)
    {
        PhotoBytes? bytes = null;
        try
        {
            bytes = Read(path, (int)length, ahead);
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

    protected override bool ReleaseHandle()
    {
        NativeMemory.Free((void*)handle);
        _ahead.Give(_taken);
        return true;
    }
}
