using System.Security.Cryptography.X509Certificates;

namespace DefectVision.Evidence.Packets;

/// <summary>From a certificate to a root (RFC 5280, section 6), with what is at hand: nothing is fetched, and revocation is not asked for.</summary>
internal static class CertificateChain
{
    /// <summary>The root that the certificate leads to, or what is missing, in words.</summary>
    /// <param name="certificates">The certificate first, then those that issued it.</param>
    /// <param name="roots">Where the way may end.</param>
    public static (X509Certificate2? Root, string? Fault) To(IReadOnlyList<X509Certificate2> certificates, IEnumerable<X509Certificate2> roots)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(roots.ToArray());
        chain.ChainPolicy.ExtraStore.AddRange(certificates.Skip(1).ToArray());
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;

        // Whoever checks in ten years checks what was valid then; the dates are told beside.
        chain.ChainPolicy.VerificationFlags = X509VerificationFlags.IgnoreNotTimeValid;
        var isComplete = chain.Build(certificates[0]);
        var last = chain.ChainElements.LastOrDefault()?.Certificate;
        return isComplete && last is not null ? (X509CertificateLoader.LoadCertificate(last.RawData), null)
            : (null, string.Join("; ", chain.ChainStatus.Select(status => status.StatusInformation.Trim()).Where(words => words.Length > 0).Distinct()));
    }

    public static bool IsSelfIssued(X509Certificate2 certificate) => certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData);
}
