using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using DefectVision.Evidence.Packets;

namespace DefectVision.Evidence.Tests.Packets;

/// <summary>Rules (RFC 5280, section 6): a chain that is whole is said to be, which roots are to be trusted only the reader says, and every byte of every certificate counts.</summary>
public sealed class ChainTests : IDisposable
{
    private static readonly DateTimeOffset From = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly MadePacket _packet = new();
    private readonly X509Certificate2 _root = Issue("Root", null, isAuthority: true);
    private readonly X509Certificate2 _middle;
    private readonly X509Certificate2 _signer;

    public ChainTests()
    {
        _middle = Issue("Middle", _root, isAuthority: true);
        _signer = Issue("Buyer Ltd", _middle, isAuthority: false);
        File.WriteAllText(_packet.At("root.pem"), _root.ExportCertificatePem());
        using var other = Issue("Root", null, isAuthority: true);
        File.WriteAllBytes(_packet.At("other.der"), other.RawData);
    }

    public void Dispose()
    {
        _signer.Dispose();
        _middle.Dispose();
        _root.Dispose();
        _packet.Dispose();
    }

    [Fact]
    public void A_whole_chain_is_said_to_be_whole_and_its_root_is_for_the_reader_to_trust()
    {
        Sign(_middle, _root);
        Says(CheckAnswer.NotChecked, "lead to the root CN=Root", new CheckOptions());
        Says(CheckAnswer.Holds, "which was told as trusted", Told("root.pem"));
        Says(CheckAnswer.Holds, "revoked was not checked", Told("root.pem"));
        _packet.Catches(PacketNames.Signature, "does not lead to a root that was told", Told("other.der"));
    }

    [Fact]
    public void A_chain_without_its_root_is_not_whole_and_leads_to_the_root_that_the_reader_has()
    {
        Sign(_middle);
        Says(CheckAnswer.NotChecked, "does not hold all certificates up to a root", new CheckOptions());
        Says(CheckAnswer.Holds, "which was told as trusted", Told("root.pem"));
    }

    [Fact]
    public void A_chain_with_a_gap_leads_nowhere()
    {
        Sign();
        Says(CheckAnswer.NotChecked, "names the issuer CN=Middle", new CheckOptions());
        _packet.Catches(PacketNames.Signature, "does not lead to a root that was told", Told("root.pem"));
    }

    [Fact]
    public void An_unsigned_packet_does_not_hold_where_roots_were_told() => _packet.Catches(PacketNames.Signature, "dropped", Told("root.pem"));

    [Fact]
    public void A_self_signed_certificate_is_its_own_root()
    {
        SigningKey.Create(_packet.At("own.pem"), "Buyer", null, From);
        SignWith("own.pem");
        Says(CheckAnswer.Holds, "which was told as trusted", Told("own.pem"));
        _packet.Catches(PacketNames.Signature, "does not lead", Told("root.pem"));
    }

    [Fact]
    public void A_flipped_bit_of_any_byte_of_the_message_with_its_chain_is_caught()
    {
        Sign(_middle, _root);
        var (whole, seal, passing) = (_packet.Bytes(PacketNames.Signature), _packet.Bytes(PacketNames.Seal), new List<int>());
        for (var at = 0; at < whole.Length; at++)
        {
            var flipped = whole.ToArray();
            flipped[at] ^= 1;
            if (SealSignature.Fault(seal, flipped, out _) is null)
            {
                passing.Add(at);
            }
        }

        Assert.Equal([], passing);
    }

    [Fact]
    public void A_file_that_holds_no_certificate_is_refused()
    {
        File.WriteAllText(_packet.At("none.pem"), "nothing");
        Assert.Contains("none.pem: found no certificate", Assert.Throws<PacketException>(() => TrustedRoots.Read(_packet.At("none.pem"))).Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void Openssl_agrees_with_the_chain()
    {
        Tool.SkipWithout("openssl");
        Sign(_middle, _root);
        string[] verify = ["cms", "-verify", "-binary", "-inform", "DER", "-purpose", "any", "-in", "root.p7s", "-content", "seal.json", "-out", _packet.At("out"), "-CAfile"];
        Tool.Succeeds(_packet.Folder, "openssl", [.. verify, _packet.At("root.pem")]);
        File.WriteAllText(_packet.At("other.pem"), PemEncoding.WriteString("CERTIFICATE", File.ReadAllBytes(_packet.At("other.der"))));
        Assert.NotEqual(0, Tool.Run(_packet.Folder, "openssl", [.. verify, _packet.At("other.pem")]).ExitCode);
    }

    private CheckOptions Told(string file) => new() { Trust = TrustedRoots.Read(_packet.At(file)) };

    private void Says(CheckAnswer answer, string words, CheckOptions options)
    {
        var findings = _packet.Check(options);
        Assert.True(findings.Holds, string.Join('\n', findings.Parts.Where(part => part.Answer == CheckAnswer.Fails)));
        Assert.Contains(findings.Parts, part => part.Part == "signer" && part.Answer == answer && part.Detail.Contains(words, StringComparison.Ordinal));
    }

    private void Sign(params X509Certificate2[] issuers)
    {
        using var key = _signer.GetECDsaPrivateKey()!;
        File.WriteAllText(_packet.At("chain.pem"), string.Join('\n', [_signer.ExportCertificatePem(), .. issuers.Select(issuer => issuer.ExportCertificatePem()), key.ExportPkcs8PrivateKeyPem()]) + "\n");
        SignWith("chain.pem");
    }

    private void SignWith(string file)
    {
        using var key = SigningKey.Read(_packet.At(file), null);
        MadePacket.Make(_packet.Options with { Key = key, Overwrite = true });
    }

    private static X509Certificate2 Issue(string name, X509Certificate2? issuer, bool isAuthority)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=" + name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(isAuthority, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(isAuthority ? X509KeyUsageFlags.KeyCertSign : X509KeyUsageFlags.DigitalSignature, true));
        if (issuer is null)
        {
            return request.CreateSelfSigned(From, From.AddYears(5));
        }

        using var issued = request.Create(issuer, From, From.AddYears(5), [(byte)name.Length, 1]);
        return issued.CopyWithPrivateKey(key);
    }
}
