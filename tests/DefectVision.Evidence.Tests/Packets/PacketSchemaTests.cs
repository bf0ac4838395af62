using System.Text.Json;
using DefectVision.Evidence.Packets;
using DefectVision.Imaging.Withholding;

namespace DefectVision.Evidence.Tests.Packets;

/// <summary>Rule: every document of a packet that a program reads holds to a schema that ships with the product, and a field more or less does not.</summary>
public sealed class PacketSchemaTests : IDisposable
{
    private readonly MadePacket _packet = new();

    public PacketSchemaTests() => MadePacket.Make(_packet.Options with
    {
        Withheld = MetadataKinds.Gps | MetadataKinds.ExifSerial | MetadataKinds.Personal,
        WithheldRegions = [new WithheldRegion(MadePacket.Lot + "/002_front.jpg", new PhotoRegion(0, 0, 1, 1), "faces")],
        Overwrite = true,
    });

    public void Dispose() => _packet.Dispose();

    [Theory]
    [InlineData("manifest-1.schema.json", PacketNames.Manifest)]
    [InlineData("custody-1.schema.json", PacketNames.Custody)]
    [InlineData("redactions-1.schema.json", PacketNames.Redactions)]
    [InlineData("results-1.schema.json", EvidenceWriter.ResultsName)]
    public void Every_line_holds_to_its_schema(string schema, string name)
    {
        var lines = Lines.Of(_packet.Bytes(name)).ToList();
        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.Empty(Faults(schema, line)));
    }

    [Fact]
    public void Seal_and_proofs_hold_to_their_schemas()
    {
        Assert.Empty(Faults("seal-1.schema.json", _packet.Bytes(PacketNames.Seal)));
        var proofs = _packet.Names.Where(name => name.StartsWith(PacketNames.Proofs, StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(proofs);
        Assert.All(proofs, name => Assert.Empty(Faults("inclusion-proof-1.schema.json", _packet.Bytes(name))));
    }

    [SkippableFact]
    public void The_log_after_the_seal_holds_to_the_schema_of_custody()
    {
        Tool.SkipWithout("openssl");
        using var authority = new Authority();
        PacketStamp.Add(_packet.Folder, authority.Answer(PacketStamp.Request(_packet.Folder)));
        Assert.Empty(Faults("custody-1.schema.json", Lines.Of(_packet.Bytes(PacketNames.LaterCustody)).Single()));
    }

    [Fact]
    public void A_schema_takes_no_field_more_and_no_digest_less()
    {
        var seal = _packet.Text(PacketNames.Seal);
        Assert.NotEmpty(Faults("seal-1.schema.json", System.Text.Encoding.UTF8.GetBytes(seal.Replace("\"leaves\"", "\"leafs\"", StringComparison.Ordinal))));
        Assert.NotEmpty(Faults("seal-1.schema.json", System.Text.Encoding.UTF8.GetBytes(seal.Replace(_packet.Check().Root!, "none", StringComparison.Ordinal))));
    }

    private static IReadOnlyList<string> Faults(string schema, byte[] json) => SchemaCheck.Shipped(schema).Faults(JsonDocument.Parse(json).RootElement);
}
