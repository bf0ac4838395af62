using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace DefectVision.Evidence.Packets;

/// <summary>A timestamp of a seal by an authority (RFC 3161), as the response that <c>openssl ts</c> reads, its free text left out.</summary>
/// <param name="Bytes">The response: status granted, and the token.</param>
/// <param name="Token">What the authority signed.</param>
internal sealed record Timestamp(byte[] Bytes, Rfc3161TimestampToken Token)
{
    private const int Granted = 0;
    private const int GrantedWithModifications = 1;

    /// <summary>The same bytes for the same seal (no nonce), so that an answer can be held against it at any later time.</summary>
    public static Rfc3161TimestampRequest Request(byte[] seal) =>
        Rfc3161TimestampRequest.CreateFromHash(SHA256.HashData(seal), HashAlgorithmName.SHA256, requestSignerCertificates: true);

    /// <exception cref="PacketException">It is no response that grants a timestamp.</exception>
    public static Timestamp Parse(byte[] response, string name)
    {
        try
        {
            var reader = new AsnReader(response, AsnEncodingRules.BER);
            var whole = reader.ReadSequence();
            reader.ThrowIfNotEmpty();
            var status = whole.ReadSequence();
            if (!status.TryReadInt32(out var answer) || answer is not (Granted or GrantedWithModifications) || !whole.HasData)
            {
                throw new PacketException($"{name}: found a refusal by the authority (status {answer}), wanted a timestamp");
            }

            var encoded = whole.ReadEncodedValue();
            whole.ThrowIfNotEmpty();
            return Rfc3161TimestampToken.TryDecode(encoded, out var token, out var read) && read == encoded.Length
                ? new Timestamp(Respond(encoded), token)
                : throw new PacketException($"{name}: found a response without a timestamp token, wanted one (RFC 3161)");
        }
        catch (Exception fault) when (fault is AsnContentException or CryptographicException)
        {
            throw new PacketException($"{name}: found no timestamp response ({fault.Message}), wanted the answer of a time-stamping authority (RFC 3161)", fault);
        }
    }

    /// <summary>What does not hold, in words; null where all does.</summary>
    public string? Fault(byte[] seal, out string authority)
    {
        authority = "";
        var found = Token.TokenInfo.GetMessageHash().Span;
        var wanted = SHA256.HashData(seal);
        if (!found.SequenceEqual(wanted))
        {
            return $"it stamps another seal: found SHA-256 {Convert.ToHexStringLower(found)}, wanted {Convert.ToHexStringLower(wanted)}";
        }

        try
        {
            if (!Token.VerifySignatureForHash(wanted, HashAlgorithmName.SHA256, out var certificate))
            {
                return "the authority's signature does not hold";
            }

            using (certificate)
            {
                authority = $"{Wording.PlainText.Of(certificate.Subject)} (certificate SHA-256 {Digest.Of(certificate.RawData)})";
            }
        }
        catch (CryptographicException fault)
        {
            return $"the authority's signature does not hold ({fault.Message})";
        }

        return null;
    }

    /// <summary>Whether the authority's certificate leads to one that is trusted.</summary>
    public bool LeadsTo(TrustedRoots trust)
    {
        var message = Token.AsSignedCms();
        if (message.SignerInfos is not [{ Certificate: { } signer }])
        {
            return false;
        }

        var certificates = message.Certificates.ToList();
        try
        {
            var (root, _) = CertificateChain.To([signer, .. certificates.Where(other => !other.RawData.AsSpan().SequenceEqual(signer.RawData))], trust.Certificates);
            using (root)
            {
                return root is not null && KeyStrength.Fault(signer) is null;
            }
        }
        finally
        {
            foreach (var certificate in certificates)
            {
                certificate.Dispose();
            }
        }
    }

    private static byte[] Respond(ReadOnlyMemory<byte> token)
    {
        var der = new AsnWriter(AsnEncodingRules.DER);
        using (der.PushSequence())
        {
            using (der.PushSequence())
            {
                der.WriteInteger(Granted);
            }

            der.WriteEncodedValue(token.Span);
        }

        return der.Encode();
    }
}
