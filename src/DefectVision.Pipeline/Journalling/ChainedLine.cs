using System.Security.Cryptography;
using System.Text;

namespace DefectVision.Pipeline.Journalling;

/// <summary>
/// A JSON object in one line that ends in two members: <c>check</c>, the SHA-256 of the object without them, and <c>chain</c>, the SHA-256 of the chain value of the
/// line before and this check value, both as lower-case hex; before the first line stand 64 zeros. A line that was changed fails its check; one that was changed
/// together with its check, taken out or put in breaks the chain. Nothing here is secret: who writes all later lines again is not found out.
/// </summary>
internal static class ChainedLine
{
    private const int DigestLetters = 64;

    private static readonly byte[] BeforeCheck = Encoding.ASCII.GetBytes(",\"check\":\"");
    private static readonly byte[] BeforeChain = Encoding.ASCII.GetBytes("\",\"chain\":\"");
    private static readonly byte[] End = Encoding.ASCII.GetBytes("\"}");
    private static readonly int Letters = BeforeCheck.Length + DigestLetters + BeforeChain.Length + DigestLetters + End.Length;

    /// <summary>The chain value before the first line.</summary>
    public static string First { get; } = new('0', DigestLetters);

    /// <param name="json">An object with one member at least.</param>
    /// <param name="before">Chain value of the line before.</param>
    /// <returns>The line without its end, and its chain value.</returns>
    public static (byte[] Line, string Chain) Of(string json, string before)
    {
        var check = Hex(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
        var chain = Chain(before, check);
        return ([.. Encoding.UTF8.GetBytes(json[..^1]), .. BeforeCheck, .. Encoding.ASCII.GetBytes(check), .. BeforeChain, .. Encoding.ASCII.GetBytes(chain), .. End], chain);
    }

    /// <returns>Null where the line does not end in both values.</returns>
    public static (string Check, string Chain)? ValuesOf(ReadOnlySpan<byte> line)
    {
        if (line.Length <= Letters)
        {
            return null;
        }

        var tail = line[^Letters..];
        var chain = tail[(BeforeCheck.Length + DigestLetters)..];
        return tail.StartsWith(BeforeCheck) && chain.StartsWith(BeforeChain) && tail.EndsWith(End)
            ? (Encoding.Latin1.GetString(tail.Slice(BeforeCheck.Length, DigestLetters)), Encoding.Latin1.GetString(chain.Slice(BeforeChain.Length, DigestLetters)))
            : null;
    }

    /// <summary>Whether the object is the one that the check value was made of.</summary>
    /// <param name="line">Ends in both values.</param>
    /// <param name="check">That it states.</param>
    public static bool IsAsWritten(ReadOnlySpan<byte> line, string check)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(line[..^Letters]);
        hash.AppendData("}"u8);
        return Hex(hash.GetHashAndReset()) == check;
    }

    /// <summary>The chain value of a line.</summary>
    public static string Chain(string before, string check) => Hex(SHA256.HashData(Encoding.Latin1.GetBytes(before + check)));

    private static string Hex(byte[] digest) => Convert.ToHexStringLower(digest);
}
