namespace DefectVision.Evidence.Packets;

/// <summary>A file as the list of a zip has it.</summary>
/// <param name="Name">In the bytes of the archive.</param>
/// <param name="Flags">General purpose bit flags.</param>
/// <param name="Method">Of packing.</param>
/// <param name="Crc">CRC-32 of its bytes.</param>
/// <param name="Packed">Bytes in the archive.</param>
/// <param name="Size">Bytes unpacked.</param>
/// <param name="At">Where its local header lies.</param>
/// <param name="OddField">Kind of an extra field that no packer of ours or others needs; null: none.</param>
/// <param name="Version">Of the format that is needed to unpack it; 255 for one on another disk.</param>
internal sealed record ZipListing(byte[] Name, int Flags, int Method, uint Crc, long Packed, long Size, long At, int? OddField, int Version)
{
    /// <summary>Where its packed bytes lie; -1 where the list leads to no file.</summary>
    public long DataAt { get; set; } = -1;
}
