using System.Security.Cryptography;

namespace DefectVision.Evidence.Packets;

/// <summary>Trusted timestamps for a packet (RFC 3161): asked for and taken in, by whatever way request and response travel.</summary>
public static class PacketStamp
{
    private const string Unfinished = ".stamp.part";

    /// <summary>The request to carry to an authority: SHA-256 of the seal, nothing else of the packet.</summary>
    /// <param name="packetFolder">A packet.</param>
    /// <exception cref="PacketException">The folder holds no seal.</exception>
    public static byte[] Request(string packetFolder) => Timestamp.Request(SealOf(packetFolder)).Encode();

    /// <summary>Puts an authority's answer beside the seal.</summary>
    /// <param name="packetFolder">A packet.</param>
    /// <param name="response">The answer, as the authority gave it.</param>
    /// <returns>Name of the file in the packet.</returns>
    /// <exception cref="PacketException">It is no timestamp of this packet's seal.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static string Add(string packetFolder, byte[] response)
    {
        ArgumentNullException.ThrowIfNull(response);
        var seal = SealOf(packetFolder);
        var stamp = Timestamp.Parse(response, "response");
        if (stamp.Fault(seal, out _) is { } fault)
        {
            throw new PacketException($"response: {fault}");
        }

        try
        {
            Timestamp.Request(seal).ProcessResponse(response, out _);
        }
        catch (CryptographicException refused)
        {
            throw new PacketException($"response: found one that does not answer this packet's request ({refused.Message})", refused);
        }

        using var source = PacketSource.At(packetFolder);
        var stamps = TimestampCheck.Stored(source).Select(stored => (stored.Name, Stamp: Timestamp.Parse(source.Read(stored.Name), stored.Name))).ToList();
        var name = PacketNames.Timestamp(stamps.Count + 1);
        Put(packetFolder, name, stamp.Bytes);
        Put(packetFolder, PacketNames.LaterCustody, LaterCustody.Of(seal, stamps.Append((name, stamp))));
        return name;
    }

    private static byte[] SealOf(string packetFolder) =>
        Path.Combine(packetFolder, PacketNames.Seal) is var path && File.Exists(path) ? File.ReadAllBytes(path)
        : throw new PacketException($"{packetFolder}: found no {PacketNames.Seal}, wanted the folder of a packet");

    // Beside the packet until it is whole: half a file in it would not hold.
    private static void Put(string packetFolder, string name, byte[] content)
    {
        var temporary = Path.TrimEndingDirectorySeparator(packetFolder) + Unfinished;
        try
        {
            File.WriteAllBytes(temporary, content);
            File.Move(temporary, Path.Combine(packetFolder, name), overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
