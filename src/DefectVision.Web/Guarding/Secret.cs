using System.Security.Cryptography;
using System.Text;

namespace DefectVision.Web.Guarding;

/// <summary>256 random bits, which nobody guesses.</summary>
internal static class Secret
{
    private const int Bits = 256;

    /// <summary>A new one, in letters that an address may hold.</summary>
    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bits / 8));

    /// <summary>What is kept of one: looking for a digest tells nothing about the secret by the time that it takes.</summary>
    public static string Digest(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
