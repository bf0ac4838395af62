using System.Security.Cryptography.X509Certificates;
using DefectVision.Evidence.Wording;

namespace DefectVision.Evidence.Packets;

/// <summary>Who sealed it, and what that is worth.</summary>
internal static class SignatureCheck
{
    public static IEnumerable<CheckedPart> Of(PacketSource source, byte[] seal, CheckOptions options)
    {
        if (!source.Has(PacketNames.Signature))
        {
            return
            [
                options.Signer is { } wanted ? CheckedPart.Fails(PacketNames.Signature, $"dropped: found no signature, wanted that of the certificate {wanted}")
                    : options.WantsSignature ? CheckedPart.Fails(PacketNames.Signature, "dropped: found no signature, wanted one")
                    : options.Trust is not null ? CheckedPart.Fails(PacketNames.Signature, "dropped: found no signature, wanted one that leads to a root that was told")
                    : CheckedPart.NotChecked("signature", "there is none: nothing shows who sealed the packet"),
            ];
        }

        var fault = SealSignature.Fault(seal, source.Read(PacketNames.Signature), out var certificates);
        try
        {
            return fault is not null || certificates.Count == 0 ? [CheckedPart.Fails(PacketNames.Signature, fault ?? "found no certificate")] : [.. Signed(certificates, options, TimestampCheck.Trusted(source, seal, options.Trust) ?? options.Now)];
        }
        finally
        {
            foreach (var certificate in certificates)
            {
                certificate.Dispose();
            }
        }
    }

    private static IEnumerable<CheckedPart> Signed(IReadOnlyList<X509Certificate2> certificates, CheckOptions options, DateTimeOffset? when)
    {
        if (KeyStrength.Fault(certificates[0]) is { } weak)
        {
            yield return CheckedPart.Fails(PacketNames.Signature, weak);
            yield break;
        }

        var (name, fingerprint) = (PlainText.Of(certificates[0].Subject), Digest.Of(certificates[0].RawData));
        yield return CheckedPart.Holds(PacketNames.Signature, $"the holder of the key of {name} (certificate SHA-256 {fingerprint}) sealed the packet");
        if (options.Signer is { } told)
        {
            yield return told == fingerprint
                ? CheckedPart.Holds("signer", "it is the one that was told")
                : CheckedPart.Fails(PacketNames.Signature, $"another signer: found certificate {fingerprint} ({name}), wanted {told}");
        }

        if (options.Trust is { } trust)
        {
            yield return Trusted(certificates, trust, when);
        }
        else if (options.Signer is null)
        {
            yield return Unknown(certificates);
        }
    }

    // A signature of an expired certificate may have been made by whoever found the key afterwards; only a timestamp of an authority that is trusted, too, shows that it is older.
    private static CheckedPart Trusted(IReadOnlyList<X509Certificate2> certificates, TrustedRoots trust, DateTimeOffset? when)
    {
        if (when is { } moment && certificates.FirstOrDefault(one => moment < one.NotBefore || moment > one.NotAfter) is { } invalid)
        {
            return CheckedPart.Fails(
                PacketNames.Signature,
                $"the certificate of {PlainText.Of(invalid.Subject)} is valid from {Figures.Timestamp(invalid.NotBefore.ToUniversalTime())} to {Figures.Timestamp(invalid.NotAfter.ToUniversalTime())}, "
                + $"and nothing that was told as trusted shows that the packet was signed then (held against {Figures.Timestamp(moment)})");
        }

        if (certificates.Select(KeyStrength.Fault).FirstOrDefault(weak => weak is not null) is { } fragile)
        {
            return CheckedPart.Fails(PacketNames.Signature, fragile);
        }

        var (root, fault) = CertificateChain.To(certificates, trust.Certificates);
        using (root)
        {
            return root is null
                ? CheckedPart.Fails(PacketNames.Signature, $"the certificate does not lead to a root that was told ({fault})")
                : CheckedPart.Holds("signer", $"the certificate leads to {Named(root)}, which was told as trusted; {Dates(certificates[0])}; whether it was revoked was not checked");
        }
    }

    private static CheckedPart Unknown(IReadOnlyList<X509Certificate2> certificates)
    {
        if (CertificateChain.IsSelfIssued(certificates[0]))
        {
            return CheckedPart.NotChecked("signer", "the certificate is self-signed: anybody can make one of this name; hold its SHA-256 against the one that the signer gave you himself (--signer)");
        }

        var (root, fault) = CertificateChain.To(certificates, certificates.Skip(1).Where(CertificateChain.IsSelfIssued));
        using (root)
        {
            return CheckedPart.NotChecked("signer", root is null
                ? $"the certificate names the issuer {PlainText.Of(certificates[0].Issuer)}, and the signature does not hold all certificates up to a root ({fault}): whether it is genuine and to be trusted was not checked"
                : $"the certificates in the signature lead to the root {Named(root)}: whether that one is genuine and to be trusted is for you to say (--trust); {Dates(certificates[0])}; whether it was revoked was not checked");
        }
    }

    private static string Named(X509Certificate2 certificate) => $"{PlainText.Of(certificate.Subject)} (certificate SHA-256 {Digest.Of(certificate.RawData)})";

    private static string Dates(X509Certificate2 certificate) =>
        $"the signer's is valid from {Figures.Timestamp(certificate.NotBefore.ToUniversalTime())} to {Figures.Timestamp(certificate.NotAfter.ToUniversalTime())}";
}
