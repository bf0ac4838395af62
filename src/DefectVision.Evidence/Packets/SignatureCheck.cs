using DefectVision.Evidence.Wording;

namespace DefectVision.Evidence.Packets;

/// <summary>Who sealed it, and what that is worth.</summary>
internal static class SignatureCheck
{
    public static IEnumerable<CheckedPart> Of(PacketSource source, byte[] seal, string? toldSigner)
    {
        if (!source.Has(PacketNames.Signature))
        {
            yield return toldSigner is null
                ? CheckedPart.NotChecked("signature", "there is none: nothing shows who sealed the packet")
                : CheckedPart.Fails(PacketNames.Signature, $"dropped: found no signature, wanted that of the certificate {toldSigner}");
            yield break;
        }

        var fault = SealSignature.Fault(seal, source.Read(PacketNames.Signature), out var certificate);
        using (certificate)
        {
            if (fault is not null || certificate is null)
            {
                yield return CheckedPart.Fails(PacketNames.Signature, fault ?? "found no certificate");
                yield break;
            }

            var (name, fingerprint) = (PlainText.Of(certificate.Subject), Digest.Of(certificate.RawData));
            yield return CheckedPart.Holds(PacketNames.Signature, $"the holder of the key of {name} (certificate SHA-256 {fingerprint}) sealed the packet");
            if (toldSigner is not null)
            {
                yield return toldSigner == fingerprint
                    ? CheckedPart.Holds("signer", "it is the one that was told")
                    : CheckedPart.Fails(PacketNames.Signature, $"another signer: found certificate {fingerprint} ({name}), wanted {toldSigner}");
            }
            else if (certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData))
            {
                yield return CheckedPart.NotChecked("signer", "the certificate is self-signed: anybody can make one of this name; hold its SHA-256 against the one that the signer gave you himself (--signer)");
            }
            else
            {
                yield return CheckedPart.NotChecked("signer", $"the certificate names the issuer {PlainText.Of(certificate.Issuer)}: whether that is true, valid and to be trusted was not checked");
            }
        }
    }
}
