using DefectVision.Evidence.Packets;
using DefectVision.Fixtures;

namespace DefectVision.Cases.Tests;

/// <summary>
/// Rule: a packet takes its lists from the case and its photos from the shipment, wherever that is now, if they are those that were
/// inspected.
/// </summary>
public sealed class PackTests : IDisposable
{
    private readonly Bench _bench = new();
    private readonly SortedDictionary<string, byte[]> _before;

    public PackTests()
    {
        _bench.Put("shipment/confirmed.csv", Bench.Confirmed);
        _bench.Begin();
        _before = Bench.Files(_bench.Case);
    }

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void A_packet_adds_itself_and_holds_the_lists_as_they_were_inspected()
    {
        File.AppendAllText(_bench.At("shipment/confirmed.csv"), "A,3,no,Li,2026-11-20T10:00:00Z,\n");
        File.Delete(_bench.Model);
        _bench.Pack();
        Assert.All(_bench.ChangedSince(_before), name => Assert.StartsWith("packet/", name, StringComparison.Ordinal));
        Assert.Equal(_before["inputs/confirmed/confirmed.csv"], File.ReadAllBytes(_bench.InCase("packet/confirmed.csv")));
        Assert.Contains(
            _bench.Said,
            said => said.StartsWith("confirmed.csv: it has changed since the inspection", StringComparison.Ordinal));
    }

    [Fact]
    public void A_packet_is_replaced_only_when_told()
    {
        _bench.Pack();
        var first = Bench.Files(_bench.Case);
        Assert.Contains("--overwrite", Assert.Throws<PacketExistsException>(() => _bench.Pack()).Message, StringComparison.Ordinal);
        Assert.Contains("--overwrite", Assert.Throws<PacketExistsException>(_bench.Claim).Message, StringComparison.Ordinal);
        Assert.Empty(_bench.ChangedSince(first));
        _bench.Pack(overwrite: true);
        Assert.Empty(_bench.ChangedSince(first));
    }

    [Fact]
    public void A_shipment_that_moved_is_named_and_gives_the_same_packet()
    {
        _bench.Pack();
        var first = Bench.Files(_bench.InCase("packet"));
        Directory.Delete(_bench.InCase("packet"), recursive: true);
        Directory.Move(_bench.Shipment, _bench.At("moved"));
        Assert.Equal(
            "the shipment 'shipment' is no longer where it was inspected; say with --shipment where it is now",
            Assert.Throws<DirectoryNotFoundException>(() => _bench.Pack()).Message);
        Assert.Empty(_bench.ChangedSince(_before));

        _bench.Pack(_bench.At("moved"));
        var second = Bench.Files(_bench.InCase("packet"));
        Assert.Equal(first.Keys, second.Keys);
        Assert.All(first, file => Assert.Equal(file.Value, second[file.Key]));
    }

    [Fact]
    public void A_photo_that_is_another_is_refused_by_name_and_no_packet_is_left()
    {
        Directory.Move(_bench.Shipment, _bench.At("moved"));
        _bench.Put("moved/A/2_front.jpg", Photos.Stain(77));
        Assert.Contains(
            "A/2_front.jpg",
            Assert.Throws<PacketException>(() => _bench.Pack(_bench.At("moved"))).Message,
            StringComparison.Ordinal);
        Assert.Empty(_bench.ChangedSince(_before));
    }

    [Fact]
    public void A_claim_is_about_what_was_inspected_and_changes_nothing_of_it()
    {
        var answer = _bench.Claim();
        Assert.NotEmpty(answer.Files);
        Assert.All(_bench.ChangedSince(_before), name => Assert.Contains(name.Split('/')[0], (string[])["claim", "packet"]));
    }

    [Fact]
    public void Checking_a_claim_writes_nothing()
    {
        Directory.Delete(_bench.Shipment, recursive: true);
        Casework.CheckClaim(_bench.Case, new CaseContext(new Clock(Bench.Monday), _ => { }, null, CancellationToken.None));
        Assert.Empty(_bench.ChangedSince(_before));
    }
}
