using DefectVision.Imaging;

namespace DefectVision.Inference.Loading;

/// <summary>The bytes of a network's file.</summary>
internal static class NetworkFile
{
    /// <exception cref="FileNotFoundException">No such file.</exception>
    /// <exception cref="DirectoryNotFoundException">No such folder.</exception>
    /// <exception cref="ModelException">It is there and cannot be read.</exception>
    public static byte[] Bytes(string path)
    {
        try
        {
            return PlainFile.Bytes(path);
        }
        catch (UnreadableFileException fault)
        {
            throw new ModelException(fault.Message, fault);
        }
    }
}
