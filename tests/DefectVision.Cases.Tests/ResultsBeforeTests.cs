using System.Text.RegularExpressions;

namespace DefectVision.Cases.Tests;

/// <summary>
/// Rule: the same bytes, scored by the same model and build, have one result. A run that finds another than the run before of the same inputs says so: the check
/// values of journal and record are no secret, and whoever changes a score can compute them anew.
/// </summary>
public sealed partial class ResultsBeforeTests : IDisposable
{
    private readonly Bench _bench = new();

    public ResultsBeforeTests() => _bench.Begin();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void The_same_run_once_more_says_nothing_of_it()
    {
        _bench.Inspect();
        Assert.DoesNotContain(_bench.Said, said => said.Contains("run before", StringComparison.Ordinal) || said.Contains("record.json", StringComparison.Ordinal));
    }

    [Fact]
    public void A_result_that_is_another_is_named_with_both()
    {
        Forge(anew: true);
        _bench.Inspect();
        Assert.Single(_bench.Said, said => said.StartsWith("another result than in the run before", StringComparison.Ordinal) && said.Contains(": 1 of 5 files", StringComparison.Ordinal) && said.Contains("before score 77.5", StringComparison.Ordinal));
    }

    [Fact]
    public void A_record_that_the_case_did_not_write_is_named()
    {
        Forge(anew: false);
        _bench.Inspect();
        Assert.Single(_bench.Said, said => said.StartsWith("record.json was not as this case wrote it", StringComparison.Ordinal));
    }

    // Another list makes another run; its photos are still the same.
    [Fact]
    public void A_run_of_other_inputs_is_not_held_against_it()
    {
        Forge(anew: true);
        _bench.Put("shipment/confirmed.csv", Bench.Confirmed);
        _bench.Inspect();
        Assert.DoesNotContain(_bench.Said, said => said.Contains("another result", StringComparison.Ordinal));
    }

    private void Forge(bool anew)
    {
        var path = _bench.InCase("record.json");
        var before = StoredJson.Sha256OfFile(path);
        var text = File.ReadAllText(path);
        var forged = Score().Replace(text, "\"score\":77.5", 1);
        Assert.NotEqual(text, forged);
        File.WriteAllText(path, forged);
        if (anew)
        {
            var file = _bench.InCase("case.json");
            File.WriteAllText(file, File.ReadAllText(file).Replace(before, StoredJson.Sha256OfFile(path), StringComparison.Ordinal));
        }
    }

    [GeneratedRegex("\"score\":-?[0-9.]+")]
    private static partial Regex Score();
}
