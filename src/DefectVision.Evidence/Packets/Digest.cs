using System.Security.Cryptography;

namespace DefectVision.Evidence.Packets;

/// <summary>SHA-256 as lower-case hex.</summary>
internal static class Digest
{
    public static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public static string Of(Stream stream) => Convert.ToHexStringLower(SHA256.HashData(stream));
}
