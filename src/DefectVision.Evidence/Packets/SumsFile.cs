using System.Text;

namespace DefectVision.Evidence.Packets;

/// <summary>SHA256SUMS, as <c>sha256sum -c</c> of GNU coreutils reads it.</summary>
internal static class SumsFile
{
    private const int HexLetters = 64;
    private const string Between = "  ";

    /// <param name="sums">Path and lower-case hex digest.</param>
    public static byte[] Write(IEnumerable<(string Path, string Sha256)> sums) =>
        Encoding.UTF8.GetBytes(string.Concat(sums.OrderBy(sum => sum.Path, StringComparer.Ordinal).Select(sum => $"{sum.Sha256}{Between}{sum.Path}\n")));

    /// <exception cref="PacketException">A line is no digest and path, or a path stands twice.</exception>
    public static IReadOnlyDictionary<string, string> Read(byte[] file)
    {
        var sums = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in Lines.Of(file).Select(Encoding.UTF8.GetString))
        {
            if (line.Length <= HexLetters + Between.Length || line[HexLetters..(HexLetters + Between.Length)] != Between || !sums.TryAdd(line[(HexLetters + Between.Length)..], line[..HexLetters]))
            {
                throw new PacketException($"{PacketNames.Sums}: found the line '{line}', wanted a SHA-256, two blanks and a path that stands once");
            }
        }

        return sums;
    }
}
