using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using DefectVision.Imaging;

namespace DefectVision.Evidence.Packets;

/// <summary>Certificates of authorities that the reader trusts, as he has them from the authorities themselves.</summary>
public sealed class TrustedRoots
{
    private TrustedRoots(X509Certificate2Collection certificates) => Certificates = certificates;

    internal X509Certificate2Collection Certificates { get; }

    /// <param name="file">One or several certificates, PEM or DER.</param>
    /// <exception cref="PacketException">The file holds none.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static TrustedRoots Read(string file)
    {
        var bytes = File.Exists(file) ? PlainFile.Bytes(file) : throw new FileNotFoundException($"{file}: no such file");
        var certificates = new X509Certificate2Collection();
        try
        {
            certificates.ImportFromPem(Encoding.UTF8.GetString(bytes));
            if (certificates.Count == 0)
            {
                certificates.Add(X509CertificateLoader.LoadCertificate(bytes));
            }

            return new TrustedRoots(certificates);
        }
        catch (CryptographicException fault)
        {
            throw new PacketException($"{file}: found no certificate ({fault.Message}), wanted one or several, PEM or DER", fault);
        }
    }
}
