using System.Buffers.Binary;
using System.Text;
using DefectVision.Evidence.Packets;

namespace DefectVision.Evidence.Tests.Packets;

/// <summary>A zip written byte by byte, so that it can say one thing in its list and another where the files lie (APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16).</summary>
internal sealed class ZipByHand
{
    private readonly List<byte> _files = [];
    private readonly List<byte> _list = [];
    private int _count;

    public void Add(string name, byte[] bytes, string? localName = null, int localMethod = 0, byte[]? extra = null, byte[]? localExtra = null, bool isListed = true, uint? localCrc = null, byte[]? packed = null, uint attributes = 0, int version = 20, int flags = 0x0800)
    {
        var (at, crc) = ((uint)_files.Count, Crc32.Of(bytes));
        var (there, field) = (localName ?? name, localExtra ?? extra ?? []);
        _files.AddRange([.. Four(0x04034b50), .. Common(there, bytes, packed is null ? localMethod : 8, localCrc ?? crc, field, packed, version, flags), .. Encoding.UTF8.GetBytes(there), .. field, .. packed ?? bytes]);
        if (isListed)
        {
            _count++;
            var nothing = new byte[6]; // no remark, the first disk, no attributes of text
            _list.AddRange([.. Four(0x02014b50), .. Two(20), .. Common(name, bytes, packed is null ? 0 : 8, crc, extra ?? [], packed, version, flags), .. nothing, .. Four(attributes), .. Four(at), .. Encoding.UTF8.GetBytes(name), .. extra ?? []]);
        }
    }

    /// <summary>Bytes that belong to no file.</summary>
    public void AddUntold(byte[] bytes) => _files.AddRange(bytes);

    public void Save(string file, int filesMore = 0)
    {
        var count = Two(_count + filesMore);
        File.WriteAllBytes(file, [.. _files, .. _list, .. Four(0x06054b50), .. Four(0), .. count, .. count, .. Four((uint)_list.Count), .. Four((uint)_files.Count), .. Two(0)]);
    }

    // Names in UTF-8, on the first of January 1980.
    private static byte[] Common(string name, byte[] bytes, int method, uint crc, byte[] extra, byte[]? packed, int version, int flags) =>
        [.. Two(version), .. Two(flags), .. Two(method), .. Four(0x00210000), .. Four(crc), .. Four((uint)(packed ?? bytes).Length), .. Four((uint)bytes.Length), .. Two(Encoding.UTF8.GetByteCount(name)), .. Two(extra.Length)];

    private static byte[] Two(int value) => [(byte)value, (byte)(value >> 8)];

    private static byte[] Four(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return bytes;
    }
}
