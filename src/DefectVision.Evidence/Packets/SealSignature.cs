using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace DefectVision.Evidence.Packets;

/// <summary>
/// A detached CMS signature (RFC 5652) over the seal's bytes. The hashes of the signing certificate and of those that issued it are among what is signed
/// (RFC 5035, signing-certificate-v2), so that no byte of a certificate can be altered either.
/// </summary>
internal static class SealSignature
{
    private const string Sha256 = "2.16.840.1.101.3.4.2.1";
    private const string SignedData = "1.2.840.113549.1.7.2";
    private const string Data = "1.2.840.113549.1.7.1";
    private const string EcdsaWithSha256 = "1.2.840.10045.4.3.2";
    private const string Rsa = "1.2.840.113549.1.1.1";
    private const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";

    private static readonly Asn1Tag Context = new(TagClass.ContextSpecific, 0);

    public static byte[] Sign(byte[] seal, SigningKey key)
    {
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, key.Certificate)
        {
            DigestAlgorithm = new Oid(Sha256),
            IncludeOption = X509IncludeOption.EndCertOnly,
        };
        signer.Certificates.AddRange(key.Issuers.ToArray());
        signer.SignedAttributes.Add(new AsnEncodedData(new Oid(SigningCertificateV2), CertificateIds([key.Certificate, .. key.Issuers])));
        var message = new SignedCms(new ContentInfo(seal), detached: true);
        message.ComputeSignature(signer, silent: true);
        return message.Encode();
    }

    /// <summary>What does not hold, in words; null where all does.</summary>
    /// <param name="certificates">The signer's first, then those that issued it, as far as they are there; empty where none can be read.</param>
    public static string? Fault(byte[] seal, byte[] signature, out IReadOnlyList<X509Certificate2> certificates)
    {
        certificates = [];
        try
        {
            var message = new SignedCms(new ContentInfo(seal), detached: true);
            message.Decode(signature);
            if (message.SignerInfos.Count != 1 || message.SignerInfos[0] is not { Certificate: { } found } signer)
            {
                return FormattableString.Invariant($"found {message.SignerInfos.Count} signers and {message.Certificates.Count} certificates, wanted one signer with its certificate");
            }

            certificates = [found, .. message.Certificates.Where(other => !other.RawData.AsSpan().SequenceEqual(found.RawData))];
            signer.CheckSignature(verifySignatureOnly: true);
            return !NamesCertificates(signer, certificates) ? "the certificates are not those that were signed with"
                : !Again(signature, certificates).AsSpan().SequenceEqual(signature) ? "found bytes that are not signed, wanted none"
                : null;
        }
        catch (Exception fault) when (fault is CryptographicException or AsnContentException)
        {
            return $"it is not a signature of this seal ({fault.Message})";
        }
    }

    // The whole message from the certificates, the signed attributes and the signature: what stands around them is signed by nobody, and can be nothing else.
    private static byte[] Again(byte[] signature, IReadOnlyList<X509Certificate2> certificates)
    {
        var certificate = certificates[0];
        var data = new AsnReader(signature, AsnEncodingRules.DER).ReadSequence();
        data.ReadObjectIdentifier();
        data = data.ReadSequence(Context).ReadSequence();
        for (var before = 0; before < 4; before++)
        {
            data.ReadEncodedValue(); // version, digest algorithms, content, certificates
        }

        var signer = data.ReadSetOf().ReadSequence();
        signer.ReadEncodedValue(); // version
        signer.ReadEncodedValue(); // issuer and serial number
        signer.ReadEncodedValue(); // digest algorithm
        var attributes = signer.ReadEncodedValue();
        signer.ReadEncodedValue(); // signature algorithm
        var value = signer.ReadEncodedValue();
        using var curve = certificate.GetECDsaPublicKey();

        var der = new AsnWriter(AsnEncodingRules.DER);
        using (der.PushSequence())
        {
            der.WriteObjectIdentifier(SignedData);
            using (der.PushSequence(Context))
            using (der.PushSequence())
            {
                der.WriteInteger(1);
                using (der.PushSetOf())
                {
                    Algorithm(der, Sha256);
                }

                Algorithm(der, Data);
                using (der.PushSetOf(Context))
                {
                    foreach (var one in certificates)
                    {
                        der.WriteEncodedValue(one.RawData);
                    }
                }

                using (der.PushSetOf())
                using (der.PushSequence())
                {
                    der.WriteInteger(1);
                    using (der.PushSequence())
                    {
                        der.WriteEncodedValue(certificate.IssuerName.RawData);
                        der.WriteInteger(certificate.SerialNumberBytes.Span);
                    }

                    Algorithm(der, Sha256);
                    der.WriteEncodedValue(attributes.Span);
                    Algorithm(der, curve is null ? Rsa : EcdsaWithSha256);
                    der.WriteEncodedValue(value.Span);
                }
            }
        }

        return der.Encode();
    }

    private static void Algorithm(AsnWriter der, string identifier)
    {
        using (der.PushSequence())
        {
            der.WriteObjectIdentifier(identifier);
        }
    }

    // In whatever order the issuers were signed: the message itself orders its certificates by their bytes.
    private static bool NamesCertificates(SignerInfo signer, IReadOnlyList<X509Certificate2> certificates)
    {
        var attributes = signer.SignedAttributes.Cast<CryptographicAttributeObject>().Where(attribute => attribute.Oid.Value == SigningCertificateV2).ToList();
        if (attributes is not [{ Values.Count: 1 } attribute])
        {
            return false;
        }

        var named = new AsnReader(attribute.Values[0].RawData, AsnEncodingRules.DER).ReadSequence().ReadSequence();
        var ordered = new List<X509Certificate2>();
        while (named.HasData)
        {
            var hash = named.ReadSequence().ReadOctetString();
            if (certificates.FirstOrDefault(one => SHA256.HashData(one.RawData).AsSpan().SequenceEqual(hash)) is not { } known)
            {
                return false;
            }

            ordered.Add(known);
        }

        return ordered.Count == certificates.Count && ordered.Distinct().Count() == ordered.Count && ordered[0] == certificates[0]
            && attribute.Values[0].RawData.AsSpan().SequenceEqual(CertificateIds(ordered));
    }

    private static byte[] CertificateIds(IEnumerable<X509Certificate2> certificates)
    {
        var der = new AsnWriter(AsnEncodingRules.DER);
        using (der.PushSequence())
        using (der.PushSequence())
        {
            foreach (var certificate in certificates)
            {
                using (der.PushSequence())
                {
                    der.WriteOctetString(SHA256.HashData(certificate.RawData));
                }
            }
        }

        return der.Encode();
    }
}
