using System.Text.Json.Nodes;
using DefectVision.Statistics.Sampling;

namespace DefectVision.Evidence.Tests;

/// <summary>Rules: what a lot was read by is printed wherever its plan is, and no standard's name where no table was used.</summary>
public sealed class PlanReportTests
{
    [Fact]
    public void The_contracts_own_plan_is_printed_as_its_own_with_no_standard_beside_it()
    {
        using var written = new WrittenEvidence(Cases.OwnPlans().Record());
        var text = written.Page.Root!.Value;
        foreach (var said in new[]
        {
            "n 32, Ac 1, Re 4 (the contract's own plan)",
            "the contract's own plan, n 32",
            "2 critical or major, Ac 1, Re 4: more than Ac and fewer than Re, for which the contract's plan says nothing, so the lot is held",
            "between Ac and Re",
            "Agree with the supplier what follows between Ac and Re of the contract's own plan: lot LOT-A.",
            "not used: no plan is read from a table",
            "c = 0, limiting quality 6.5 %, consumer's risk 10 % (default)",
            "Critical or major, counted together",
        })
        {
            Assert.Contains(said, text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(Iso2859.Edition, text, StringComparison.Ordinal);
        var summary = JsonNode.Parse(written.Bytes("summary.json"))!;
        Assert.Equal(["critical", "critical+major", "minor"], summary["agreement"]!["limits"]!.AsArray().Select(limit => (string?)limit!["severity"]));
    }

    [Fact]
    public void The_inspection_severity_is_printed_with_the_plan_the_terms_and_page_one_and_so_is_the_return_to_normal()
    {
        using var written = new WrittenEvidence(Cases.Reduced().Record());
        var text = written.Page.Root!.Value;
        foreach (var said in new[]
        {
            "MIL-STD-105E / ANSI/ASQ Z1.4, level II, reduced, letter G, n 13",
            "2 major, Ac 1, Re 3: more than Ac and fewer than Re, which reduced inspection by MIL-STD-105E / ANSI/ASQ Z1.4 accepts; inspection returns to normal for the next lot",
            "Inspection returns to normal for the next lot: the major defects are more than Ac 1 and fewer than Re 3 of reduced inspection.",
            "; tightened; LOT-A: reduced",
            "Where a count between Ac and Re accepts, the number allowed is the largest that does.",
        })
        {
            Assert.Contains(said, text, StringComparison.Ordinal);
        }

        var lot = JsonNode.Parse(written.Bytes("summary.json"))!["lots"]![0]!;
        Assert.Equal("accept", (string?)lot["verdict"]);
        var major = lot["sections"]![0]!["plan_readings"]!.AsArray().Single(reading => (string?)reading!["severity"] == "major")!;
        Assert.Equal((2, true), ((int)major["accepts_up_to"]!, (bool)major["returns_to_normal"]!));
    }
}
