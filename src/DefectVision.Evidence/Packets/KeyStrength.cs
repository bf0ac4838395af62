using System.Security.Cryptography.X509Certificates;
using DefectVision.Evidence.Wording;

namespace DefectVision.Evidence.Packets;

/// <summary>Whether anybody could have made a signature by breaking its key, or a certificate by its hash.</summary>
/// <remarks>Source: NIST SP 800-131A revision 2, tables 2 and 8 (RSA from 2048 bits, elliptic curves from 224; SHA-1 not for signatures); RFC 6194.</remarks>
internal static class KeyStrength
{
    private const int FewestBitsRsa = 2048;
    private const int FewestBitsCurve = 224;

    // RSA with MD2, MD5 and SHA-1, DSA and ECDSA with SHA-1.
    private static readonly string[] Broken = ["1.2.840.113549.1.1.2", "1.2.840.113549.1.1.4", "1.2.840.113549.1.1.5", "1.2.840.10040.4.3", "1.2.840.10045.4.1"];

    /// <summary>What is weak, in words; null where nothing is. By what a self-signed certificate signs itself says nothing.</summary>
    public static string? Fault(X509Certificate2 certificate)
    {
        var name = PlainText.Of(certificate.Subject);
        using var rsa = certificate.GetRSAPublicKey();
        using var curve = certificate.GetECDsaPublicKey();
        return rsa is { KeySize: < FewestBitsRsa and var bits } ? FormattableString.Invariant($"the key of {name} is RSA of {bits} bits, which anybody can break: wanted {FewestBitsRsa} or more")
            : curve is { KeySize: < FewestBitsCurve and var small } ? FormattableString.Invariant($"the key of {name} is on a curve of {small} bits, which can be broken: wanted {FewestBitsCurve} or more")
            : rsa is null && curve is null ? $"the key of {name} is neither RSA nor on an elliptic curve"
            : Broken.Contains(certificate.SignatureAlgorithm.Value) && !CertificateChain.IsSelfIssued(certificate) ? $"the certificate of {name} is signed with {certificate.SignatureAlgorithm.FriendlyName}, whose hash is broken: anybody could have made it"
            : null;
    }
}
