using DefectVision.Evidence.Packets;

namespace DefectVision.Evidence.Tests.Packets;

/// <summary>Rules: a signature names its key, every byte of it counts, and what it is not worth is said.</summary>
public sealed class SignatureTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 0, 0, 0, TimeSpan.Zero);
    private readonly MadePacket _packet = new();

    public void Dispose() => _packet.Dispose();

    [Theory]
    [InlineData("key.pem", null)]
    [InlineData("key.pem", "secret")]
    [InlineData("key.pfx", null)]
    [InlineData("key.p12", "secret")]
    public void A_key_that_was_made_signs_and_is_named(string file, string? password)
    {
        var fingerprint = Sign(file, "Buyer", password);
        var told = _packet.Check(new CheckOptions { Signer = fingerprint });
        Assert.True(told.Holds, string.Join('\n', told.Parts));
        Assert.Contains(told.Parts, part => part is { Part: "signer", Answer: CheckAnswer.Holds });
        Assert.Contains(_packet.Check().Parts, part => part is { Part: "signer", Answer: CheckAnswer.NotChecked } && part.Detail.Contains("self-signed", StringComparison.Ordinal));
    }

    [Fact]
    public void An_unsigned_packet_says_so_and_does_not_hold_where_a_signer_was_told()
    {
        Assert.Contains(_packet.Check().Parts, part => part is { Part: "signature", Answer: CheckAnswer.NotChecked });
        _packet.Catches(PacketNames.Signature, "dropped", new CheckOptions { Signer = new string('0', 64) });
    }

    [Fact]
    public void Every_flipped_bit_of_a_signature_is_caught()
    {
        Sign("key.pem", "Buyer", null);
        var whole = _packet.Bytes(PacketNames.Signature);
        var seal = _packet.Bytes(PacketNames.Seal);
        var passing = new List<string>();
        for (var at = 0; at < whole.Length; at++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                var flipped = whole.ToArray();
                flipped[at] ^= (byte)(1 << bit);
                if (SealSignature.Fault(seal, flipped, out var certificates) is null)
                {
                    passing.Add(FormattableString.Invariant($"byte {at}, bit {bit} of {whole.Length}"));
                }

                foreach (var certificate in certificates)
                {
                    certificate.Dispose();
                }
            }
        }

        Assert.Equal([], passing);

        Assert.NotNull(SealSignature.Fault(seal, [.. whole, 0], out _));
    }

    [Fact]
    public void A_packet_altered_after_it_was_signed_is_not_the_one_that_was_signed()
    {
        Sign("key.pem", "Buyer", null);
        _packet.Put(PacketNames.ModelCard, "# A better model\n");
        Forger.Reseal(_packet);
        _packet.Catches(PacketNames.Signature, "not a signature of this seal");
    }

    [Fact]
    public void A_packet_made_anew_and_signed_by_another_key_of_the_same_name_is_named_as_anothers()
    {
        var fingerprint = Sign("key.pem", "Buyer", null);
        _packet.Put(PacketNames.ModelCard, "# A better model\n");
        Forger.Reseal(_packet);
        SigningKey.Create(_packet.At("other.pem"), "Buyer", null, Now);
        using (var other = SigningKey.Read(_packet.At("other.pem"), null))
        {
            File.WriteAllBytes(_packet.InPacket(PacketNames.Signature), SealSignature.Sign(_packet.Bytes(PacketNames.Seal), other));
        }

        Assert.True(_packet.Check().Holds);
        _packet.Catches(PacketNames.Signature, "another signer", new CheckOptions { Signer = fingerprint });
    }

    [Theory]
    [InlineData("wrong")]
    [InlineData(null)]
    public void A_password_that_does_not_open_the_key_is_said(string? password)
    {
        SigningKey.Create(_packet.At("key.pem"), "Buyer", "secret", Now);
        Assert.Contains("key.pem", Assert.Throws<PacketException>(() => SigningKey.Read(_packet.At("key.pem"), password)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_is_never_written_over_another_and_only_its_owner_reads_it()
    {
        var file = _packet.At("key.pem");
        SigningKey.Create(file, "Buyer", null, Now);
        Assert.ThrowsAny<IOException>(() => SigningKey.Create(file, "Buyer", null, Now));
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [SkippableFact]
    public void An_rsa_key_made_by_openssl_signs()
    {
        Tool.SkipWithout("openssl");
        Tool.Succeeds(_packet.Shipment, "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "rsa.key", "-out", "rsa.crt", "-days", "30", "-subj", "/CN=Buyer");
        File.WriteAllText(_packet.At("rsa.pem"), File.ReadAllText(Path.Combine(_packet.Shipment, "rsa.key")) + File.ReadAllText(Path.Combine(_packet.Shipment, "rsa.crt")));
        SignWith("rsa.pem", null);
        Assert.True(_packet.Check().Holds);
    }

    [Fact]
    public void Only_the_signature_differs_from_the_unsigned_packet()
    {
        var before = _packet.Names.ToDictionary(name => name, _packet.Bytes);
        Sign("key.pem", "Buyer", null);
        Assert.Equal([.. before.Keys.Append(PacketNames.Signature).Order(StringComparer.Ordinal)], _packet.Names);
        Assert.All(before, file => Assert.Equal(file.Value, _packet.Bytes(file.Key)));
    }

    private string Sign(string file, string name, string? password)
    {
        var fingerprint = SigningKey.Create(_packet.At(file), name, password, Now);
        SignWith(file, password);
        return fingerprint;
    }

    private void SignWith(string file, string? password)
    {
        using var key = SigningKey.Read(_packet.At(file), password);
        MadePacket.Make(_packet.Options with { Key = key, Overwrite = true });
    }
}
