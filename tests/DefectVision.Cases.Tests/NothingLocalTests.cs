using System.Text;
using DefectVision.Pipeline.Intake;

namespace DefectVision.Cases.Tests;

/// <summary>
/// Rule: local.json alone knows where things are on this machine; no other file of a case, and none of its packet, does.
/// </summary>
public sealed class NothingLocalTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void No_file_of_a_case_or_its_packet_holds_a_path_of_this_machine()
    {
        _bench.Put("office/flame.pdf", [1, 2, 3]);
        var tests = _bench.Put(
            "office/results.csv",
            "test,kind,result,lot,date,document\nflammability,safety,fail,A,2026-11-19,flame.pdf\n");
        _bench.Put("shipment/confirmed.csv", Bench.Confirmed);
        _bench.Begin(request => request with { Lists = Bench.Named((ListKind.Tests, tests)) });
        _bench.Claim();

        var files = Bench.Files(_bench.Case);
        Assert.Contains("claim", files.Keys.Select(name => name.Split('/')[0]));
        Assert.Contains("packet", files.Keys.Select(name => name.Split('/')[0]));
        Assert.DoesNotContain(
            files.Keys,
            name => name.StartsWith("packet/", StringComparison.Ordinal) && name.EndsWith("local.json", StringComparison.Ordinal));
        var here = Encoding.UTF8.GetBytes(_bench.Root);
        Assert.Equal(["local.json"], files.Where(file => file.Value.AsSpan().IndexOf(here) >= 0).Select(file => file.Key));
    }
}
