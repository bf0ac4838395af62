using System.Diagnostics;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using DefectVision.Evidence.Packets;

namespace DefectVision.Evidence.Tests.Packets;

/// <summary>
/// Rules: a packet from the other side is read within bounds of files, bytes and memory, plain files alone; what an unpacker would not show, or show otherwise, does not hold; a signature that anybody
/// could have made is none.
/// </summary>
public sealed class HostilePacketTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 29, 12, 0, 0, TimeSpan.Zero);
    private readonly MadePacket _packet = new();

    public void Dispose() => _packet.Dispose();

    // 300 MB of zeros are 300 KB in a zip.
    [Fact]
    public void A_zip_that_unpacks_to_far_more_than_it_holds_is_refused()
    {
        var file = Export();
        using (var archive = ZipFile.Open(file, ZipArchiveMode.Update))
        {
            using var bomb = archive.CreateEntry("originals/bomb.bin", CompressionLevel.SmallestSize).Open();
            var zeros = new byte[1 << 20];
            for (var at = 0; at < 300; at++)
            {
                bomb.Write(zeros);
            }
        }

        Fails(file, "are said to unpack to");
    }

    // An entry that says that it is small: the library gives what it unpacks, whatever was said.
    [Fact]
    public void An_entry_of_another_size_or_check_value_than_the_archive_says_does_not_hold()
    {
        var file = Export();
        var bytes = File.ReadAllBytes(file);
        var entry = IndexOf(bytes, "PK\u0001\u0002", 0);
        Altered(file, bytes, entry + 16, "CRC-32");
        Altered(file, bytes, entry + 24, "found");
    }

    // Of a zip that is cut off nothing can be said, of one photo no more than of all (found beside fuzzing: it ended as a fault of the program).
    [Fact]
    public void A_zip_that_is_cut_off_does_not_hold_for_one_photo_either()
    {
        var file = Export();
        File.WriteAllBytes(file, File.ReadAllBytes(file)[..^1]);
        var (photo, proof) = (_packet.InPacket(MadePacket.FlaggedPhoto), _packet.InPacket(PacketNames.ProofOf(MadePacket.FlaggedPhoto)));
        var found = PacketCheck.OfExhibit(file, photo, proof, new CheckOptions());
        Assert.Contains("no archive that can be read", Assert.Single(found.Parts).Detail, StringComparison.Ordinal);
        Assert.False(found.Holds);
    }

    [Theory]
    [InlineData("seal.json", 0xA1FF, "link or a device")]
    [InlineData("originals/dev", 0x2190, "link or a device")]
    [InlineData("../outside.txt", 0x81A4, "leads out of the packet")]
    [InlineData("/etc/outside.txt", 0x81A4, "leads out of the packet")]
    [InlineData("originals\\..\\outside.txt", 0x81A4, "leads out of the packet")]
    public void Links_devices_and_names_that_lead_out_of_a_zip_do_not_hold(string name, int kind, string says)
    {
        var file = Export();
        using (var archive = ZipFile.Open(file, ZipArchiveMode.Update))
        {
            archive.GetEntry(name)?.Delete();
            var entry = archive.CreateEntry(name);
            entry.ExternalAttributes = kind << 16;
            using var stream = entry.Open();
            stream.Write("/etc/passwd"u8);
        }

        Fails(file, says);
    }

    [Fact]
    public void An_entry_that_is_encrypted_does_not_hold()
    {
        var file = Export();
        var bytes = File.ReadAllBytes(file);
        bytes[IndexOf(bytes, "PK\u0001\u0002", 0) + 8] |= 1;
        File.WriteAllBytes(file, bytes);
        Fails(file, "encrypted");
    }

    [Fact]
    public void Bytes_before_the_first_file_and_after_the_end_do_not_hold()
    {
        var file = Export();
        var whole = File.ReadAllBytes(file);
        File.WriteAllBytes(file, [.. whole, .. "hidden"u8]);
        Fails(file, "after its end");
        File.WriteAllBytes(file, [.. "hidden"u8, .. whole]);
        Fails(file, "before its first file");
        File.WriteAllBytes(file, whole[..(whole.Length / 2)]);
        Fails(file, "no end");
    }

    [Fact]
    public void What_is_no_packet_is_said_to_be_none()
    {
        Directory.CreateDirectory(_packet.At("empty"));
        File.WriteAllText(_packet.At("text.zip"), "no archive");
        File.WriteAllText(_packet.At("nothing.zip"), "");
        using (var archive = ZipFile.Open(_packet.At("photos.zip"), ZipArchiveMode.Create))
        {
            archive.CreateEntry("photo.jpg");
        }

        foreach (var name in new[] { "empty", "text.zip", "nothing.zip", "photos.zip" })
        {
            Assert.Throws<PacketException>(() => PacketCheck.Of(_packet.At(name), new CheckOptions(), CancellationToken.None));
        }
    }

    // Opened for reading, a pipe waits for somebody to write.
    [Fact]
    public async Task A_pipe_in_the_folder_of_a_packet_is_not_waited_for()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        File.Delete(_packet.InPacket(PacketNames.Manifest));
        using (var made = Process.Start("mkfifo", [_packet.InPacket(PacketNames.Manifest)]))
        {
            await made.WaitForExitAsync();
        }

        var findings = await Task.Run(() => _packet.Check()).WaitAsync(TimeSpan.FromMinutes(2));
        Assert.False(findings.Holds);
    }

    [Fact]
    public void Lines_beyond_the_files_of_the_packet_are_not_read()
    {
        var manifest = _packet.Bytes(PacketNames.Manifest);
        var line = Lines.Of(manifest).First(one => Encoding.UTF8.GetString(one).Contains("\"source\"", StringComparison.Ordinal));
        File.WriteAllBytes(_packet.InPacket(PacketNames.Manifest), Lines.Join(Enumerable.Repeat(line, 200_000)));
        _packet.Catches(PacketNames.Manifest, "found more lines than the");
    }

    [Fact]
    public void Our_own_program_signs_with_no_key_that_anybody_can_break()
    {
        using var key = RSA.Create(1024);
        using var certificate = new CertificateRequest("CN=Buyer", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(Now.AddYears(-1), Now.AddYears(1));
        File.WriteAllText(_packet.At("weak.pem"), certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem() + "\n");
        using var signing = SigningKey.Read(_packet.At("weak.pem"), null);
        Assert.Contains("RSA of 1024 bits", Assert.Throws<PacketException>(() => MadePacket.Make(_packet.Options with { Key = signing, Overwrite = true })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_packet_that_nobody_signed_says_so_and_holds_unless_a_signature_is_wanted()
    {
        var findings = _packet.Check();
        Assert.True(findings is { Holds: true, IsSigned: false });
        _packet.Catches(PacketNames.Signature, "found no signature, wanted one", new CheckOptions { WantsSignature = true });
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Sign(SelfSigned(key, Now.AddYears(1)), key.ExportPkcs8PrivateKeyPem());
        Assert.True(_packet.Check(new CheckOptions { WantsSignature = true }) is { Holds: true, IsSigned: true });
    }

    // NIST SP 800-131A revision 2: RSA keys of fewer than 2048 bits are not for signatures.
    [Theory]
    [InlineData(1024, false)]
    [InlineData(2048, true)]
    public void A_key_that_anybody_can_break_signs_nothing(int bits, bool holds)
    {
        using var key = RSA.Create(bits);
        var request = new CertificateRequest("CN=Buyer", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(Now.AddYears(-1), Now.AddYears(1));
        Sign(certificate.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());
        Assert.Equal(holds, _packet.Check().Holds);
        if (!holds)
        {
            _packet.Catches(PacketNames.Signature, "RSA of 1024 bits, which anybody can break");
        }
    }

    [Fact]
    public void An_expired_certificate_leads_to_no_root_that_was_told()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var pem = SelfSigned(key, Now.AddDays(-1));
        File.WriteAllText(_packet.At("root.pem"), pem);
        Sign(pem, key.ExportPkcs8PrivateKeyPem());
        var trust = TrustedRoots.Read(_packet.At("root.pem"));
        _packet.Catches(PacketNames.Signature, "nothing that was told as trusted shows that the packet was signed then", new CheckOptions { Trust = trust, Now = Now });
        Assert.True(_packet.Check(new CheckOptions { Trust = trust, Now = Now.AddDays(-2) }).Holds);
    }

    // RFC 6194: a certificate signed with SHA-1 may have been made for another name.
    [SkippableFact]
    public void A_certificate_signed_with_a_broken_hash_does_not_hold()
    {
        Tool.SkipWithout("openssl");
        Tool.Succeeds(_packet.At("."), "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "root.key", "-out", "root.pem", "-days", "30", "-subj", "/CN=Root");
        Tool.Succeeds(_packet.At("."), "openssl", "req", "-newkey", "rsa:2048", "-nodes", "-keyout", "own.key", "-out", "own.csr", "-subj", "/CN=Buyer");
        Tool.Succeeds(_packet.At("."), "openssl", "x509", "-req", "-sha1", "-in", "own.csr", "-CA", "root.pem", "-CAkey", "root.key", "-CAcreateserial", "-out", "own.pem", "-days", "30");
        Sign(File.ReadAllText(_packet.At("own.pem")), File.ReadAllText(_packet.At("own.key")));
        _packet.Catches(PacketNames.Signature, "whose hash is broken");
    }

    private static string SelfSigned(ECDsa key, DateTimeOffset until)
    {
        using var certificate = new CertificateRequest("CN=Buyer", key, HashAlgorithmName.SHA256).CreateSelfSigned(Now.AddYears(-1), until);
        return certificate.ExportCertificatePem();
    }

    private void Sign(string certificate, string key)
    {
        File.WriteAllText(_packet.At("key.pem"), certificate + "\n" + key + "\n");
        using var signing = SigningKey.Read(_packet.At("key.pem"), null);

        // The packet as another program would sign it: ours refuses such keys.
        File.WriteAllBytes(_packet.InPacket(PacketNames.Signature), SealSignature.Sign(_packet.Bytes(PacketNames.Seal), signing));
    }

    private static void Altered(string file, byte[] whole, int at, string says)
    {
        var altered = whole.ToArray();
        altered[at] ^= 1;
        File.WriteAllBytes(file, altered);
        Fails(file, says);
    }

    private static void Fails(string file, string says)
    {
        var failures = PacketCheck.Of(file, new CheckOptions(), CancellationToken.None).Parts.Where(part => part.Answer == CheckAnswer.Fails).ToList();
        Assert.True(failures.Exists(part => part.Detail.Contains(says, StringComparison.Ordinal)), $"wanted {says}, found\n{string.Join('\n', failures)}");
    }

    private static int IndexOf(byte[] bytes, string text, int from) => from + bytes.AsSpan(from).IndexOf(Encoding.Latin1.GetBytes(text));

    private string Export()
    {
        var file = _packet.At("one.zip");
        PacketArchive.Write(_packet.Folder, file, CancellationToken.None);
        return file;
    }
}
