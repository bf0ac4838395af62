using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using DefectVision.Imaging;

namespace DefectVision.Evidence.Packets;

/// <summary>A private key with its certificate (X.509, RFC 5280), from a PEM or PFX file: ECDSA or RSA.</summary>
public sealed class SigningKey : IDisposable
{
    private const int YearsValid = 10;
    private static readonly string[] PfxEndings = [".pfx", ".p12"];

    private SigningKey(X509Certificate2 certificate, X509Certificate2Collection all)
    {
        Certificate = certificate;
        Issuers = [.. all.Where(other => !other.RawData.AsSpan().SequenceEqual(certificate.RawData))];
    }

    /// <summary>SHA-256 of the certificate's bytes, lower-case hex: what tells the signer from every other of the same name.</summary>
    public string Fingerprint => Digest.Of(Certificate.RawData);

    internal X509Certificate2 Certificate { get; }

    /// <summary>The other certificates of the file, in its order: those that issued it, as far as they are there.</summary>
    internal IReadOnlyList<X509Certificate2> Issuers { get; }

    /// <param name="file">PFX by its ending (.pfx, .p12), else PEM with certificate and private key.</param>
    /// <param name="password">Null when the file has none.</param>
    /// <exception cref="PacketException">The file holds no such key, or the password does not open it.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static SigningKey Read(string file, string? password)
    {
        var bytes = File.Exists(file) ? PlainFile.Bytes(file) : throw new FileNotFoundException($"{file}: no such file");
        try
        {
            var all = CertificatesIn(file, bytes, password);
            var certificate = IsPfx(file) ? X509CertificateLoader.LoadPkcs12(bytes, password, Kept)
                : password is null ? X509Certificate2.CreateFromPem(Encoding.UTF8.GetString(bytes), Encoding.UTF8.GetString(bytes))
                : X509Certificate2.CreateFromEncryptedPem(Encoding.UTF8.GetString(bytes), Encoding.UTF8.GetString(bytes), password);
            var isUsable = certificate.GetECDsaPrivateKey() is { } curve ? Release(curve) : certificate.GetRSAPrivateKey() is { } rsa && Release(rsa);
            if (isUsable)
            {
                return new SigningKey(certificate, all);
            }

            certificate.Dispose();
            throw new PacketException($"{file}: found a certificate without an ECDSA or RSA private key, wanted both");
        }
        catch (CryptographicException fault)
        {
            throw new PacketException($"{file}: found no key that opens {(password is null ? "without a password" : "with this password")} ({fault.Message}), wanted PEM or PFX with certificate and private key", fault);
        }
    }

    /// <summary>Writes a new self-signed ECDSA key (P-256): it tells one signer from another, and names nobody for certain.</summary>
    /// <param name="file">Must not be there yet; PFX by its ending, else PEM. Only its owner may read it.</param>
    /// <param name="name">The certificate's common name.</param>
    /// <param name="password">Locks the private key; null: it lies open.</param>
    /// <param name="now">The certificate is valid for ten years from here.</param>
    /// <returns>The certificate's fingerprint.</returns>
    /// <exception cref="IOException">The file is there, or cannot be written.</exception>
    public static string Create(string file, string name, string? password, DateTimeOffset now)
    {
        var distinguished = new X500DistinguishedNameBuilder();
        distinguished.AddCommonName(name);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(distinguished.Build(), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        using var certificate = request.CreateSelfSigned(now, now.AddYears(YearsValid));
        var strength = new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 200_000);
        var content = IsPfx(file) ? certificate.Export(X509ContentType.Pfx, password)
            : Encoding.ASCII.GetBytes($"{certificate.ExportCertificatePem()}\n{(password is null ? key.ExportPkcs8PrivateKeyPem() : key.ExportEncryptedPkcs8PrivateKeyPem(password, strength))}\n");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var stream = new FileStream(file, options);
        stream.Write(content);
        return Digest.Of(certificate.RawData);
    }

    public void Dispose()
    {
        Certificate.Dispose();
        foreach (var issuer in Issuers)
        {
            issuer.Dispose();
        }
    }

    private static bool IsPfx(string file) => PfxEndings.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase);

    private static X509Certificate2Collection CertificatesIn(string file, byte[] bytes, string? password)
    {
        var all = new X509Certificate2Collection();
        if (IsPfx(file))
        {
            all.AddRange(X509CertificateLoader.LoadPkcs12Collection(bytes, password, Kept));
        }
        else
        {
            all.ImportFromPem(Encoding.UTF8.GetString(bytes));
        }

        return all;
    }

    private static X509KeyStorageFlags Kept => OperatingSystem.IsLinux() ? X509KeyStorageFlags.EphemeralKeySet : X509KeyStorageFlags.DefaultKeySet;

    private static bool Release(AsymmetricAlgorithm key)
    {
        key.Dispose();
        return true;
    }
}
