using System.Text;
using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Judging;

namespace DefectVision.Inspection.Tests.Agreements;

/// <summary>Rules: a limit is an AQL, the contract's own n, Ac and Re, a plan with c = 0, or "not allowed", for one severity or for neighbours together; what is wrong is named.</summary>
public sealed class LimitFormsTests
{
    private static readonly SeverityRange Both = new(Severity.Critical, Severity.Major);

    [Theory]
    [InlineData("125/5/6")]
    [InlineData("125 / 5 / 6")]
    [InlineData("'n=125, Ac=5, Re=6'")]
    [InlineData("n 125 Ac 5 Re 6")]
    [InlineData("N=125; AC=5; RE=6")]
    [InlineData("{ n: 125, ac: 5, re: 6 }")]
    [InlineData("{ n: 125, Ac: 5, Re: 6 }")]
    [InlineData("{ plan: { n: 125, ac: 5, re: 6 } }")]
    [InlineData("{ plan: 125/5/6 }")]
    [InlineData("样本量125，接收数5，拒收数6")]
    public void A_plan_of_the_contracts_own_is_read_as_it_is_written(string written)
    {
        var limit = Read($"aql:\n  major: {written}\n").Limits[Severity.Major];
        Assert.Equal(new SeverityLimit((decimal?)null) { Own = new OwnPlan(125, 5, 6) }, limit);
        Assert.Equal("n 125, Ac 5, Re 6 (the contract's own plan)", limit.ToString());
    }

    [Theory]
    [InlineData("{ n: 50, ac: 2 }", 3)]
    [InlineData("{ n: 50, c: 2 }", 3)]
    [InlineData("'n=50, c=0'", 1)]
    public void Without_a_rejection_number_it_is_one_more_than_Ac_and_said(string written, int rejection)
    {
        var agreement = Read($"limits:\n  major: {written}\n");
        Assert.Equal(rejection, agreement.Limits[Severity.Major].Own!.RejectionNumber);
        Assert.Equal($"agreement.yaml: the plan for major gives no rejection number; {rejection} was taken, one more than its acceptance number.", Assert.Single(agreement.Assumed).InEnglish());
    }

    [Fact]
    public void An_AQL_may_stand_beside_the_contracts_own_plan() =>
        Assert.Equal("AQL 2.5, n 125, Ac 5, Re 6 (the contract's own plan)", Read("aql: { major: { aql: 2.5%, n: 125, ac: 5, re: 6 } }\n").Limits[Severity.Major].ToString());

    // Both sides: Re = Ac + 1 leaves no gap and Re = n + 1 can be named, though it is never reached.
    [Theory]
    [InlineData("{ n: 5, ac: 4, re: 5 }")]
    [InlineData("{ n: 5, ac: 5, re: 6 }")]
    [InlineData("{ n: 1, ac: 0, re: 1 }")]
    [InlineData("{ n: 5, ac: 0, re: 6 }")]
    public void A_plan_at_the_edge_of_what_may_be_is_read(string written) => Assert.NotNull(Read($"aql: {{ major: {written} }}\n").Limits[Severity.Major].Own);

    [Theory]
    [InlineData("{ n: 80, ac: 3, re: 3 }", "found aql.major with Ac 3 and Re 3, wanted an Ac below Re")]
    [InlineData("{ n: 80, ac: 4, re: 3 }", "found aql.major with Ac 4 and Re 3, wanted an Ac below Re")]
    [InlineData("{ n: 5, ac: 5, re: 7 }", "found aql.major with Re 7 and n 5, wanted Re at most n + 1: no more than n defective items can be found")]
    [InlineData("{ n: 0, ac: 0, re: 1 }", "found aql.major.n '0', wanted a whole number from 1 to 100000000")]
    [InlineData("{ n: 12.5, ac: 0, re: 1 }", "found aql.major.n '12.5', wanted a whole number from 1 to 100000000")]
    [InlineData("{ n: 80, ac: -1, re: 1 }", "found aql.major.ac '-1', wanted a whole number from 0 to 100000000")]
    [InlineData("{ ac: 3, re: 4 }", "found aql.major without n, wanted n, Ac and Re, such as 'n=125, Ac=5, Re=6' in quotes")]
    [InlineData("{ n: 80, re: 4 }", "found aql.major without Ac, wanted n, Ac and Re, such as 'n=125, Ac=5, Re=6' in quotes")]
    [InlineData("{ n: 80, ac: 3, re: 6, between: maybe }", "found aql.major.between 'maybe', wanted hold, accept, reject")]
    [InlineData("{ n: 80, ac: 3, limiting_quality: 5 }", "found aql.major with n, Ac or Re and a limiting quality or risk, wanted either the contract's own n, Ac and Re or a limiting quality, from which n is computed")]
    [InlineData("c=0", "found aql.major with c = 0 and no sample size, wanted n as the contract gives it (n=50, c=0), or limiting_quality and risk: an AQL alone gives no sample size for c = 0, and published tables of such plans are not used")]
    [InlineData("'AQL 2.5, c=0'", "found aql.major with c = 0 and only an AQL, wanted n as the contract gives it (n=50, c=0), or limiting_quality and risk: an AQL alone gives no sample size for c = 0, and published tables of such plans are not used")]
    [InlineData("{ c: 2, limiting_quality: 5 }", "found aql.major with c '2' and no n, wanted n, too, such as n=80, c=3; a sample size is computed for c = 0 only")]
    [InlineData("{ c0: { limiting-quality: 0 } }", "found aql.major.limiting_quality '0', wanted percent from 0.01 to 100")]
    [InlineData("{ c0: { limiting-quality: 5, risk: 51 } }", "found aql.major.risk '51', wanted percent from 0.01 to 50")]
    [InlineData("15", "found aql.major '15', wanted 10 or less: an AQL above 10 counts defects per 100 items, and what is counted here is defective items")]
    [InlineData("3", "wanted 'not allowed' or one of 0.010, 0.015, 0.025, 0.040, 0.065, 0.10, 0.15, 0.25, 0.40, 0.65, 1.0, 1.5, 2.5, 4.0, 6.5, 10")]
    [InlineData("{ between: accept }", "found aql.major without a limit, wanted an AQL, n with Ac and Re, or c = 0 with a limiting quality")]
    [InlineData("some", "found aql.major 'some', wanted 'not allowed', an AQL such as 2.5, or a plan of the contract's own such as 'n=125, Ac=5, Re=6' in quotes")]
    [InlineData("{ aql: 2.5, AQL: 4.0 }", "found aql.major.aql '4.0' beside '2.5', wanted one")]
    [InlineData("2.5, 4.0", "found aql.major '2.5, 4.0', wanted 'not allowed', an AQL such as 2.5, or a plan of the contract's own such as 'n=125, Ac=5, Re=6' in quotes")]
    public void A_limit_that_cannot_be_is_named(string written, string said) =>
        Assert.EndsWith(said, Assert.Throws<AgreementException>(() => Read($"aql:\n  major: {written}\n")).Message, StringComparison.Ordinal);

    // In braces the commas of a plan without quotes part it, and what is left is no plan.
    [Fact]
    public void A_plan_that_braces_tore_apart_is_refused_and_not_read_in_part() =>
        Assert.Contains("without Ac", Assert.Throws<AgreementException>(() => Read("aql: { major: n=125, Ac=5, Re=6 }\n")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("{ c0: { limiting-quality: 2.5%, risk: 5% } }", "c = 0, limiting quality 2.5 %, consumer's risk 5 %")]
    [InlineData("{ c: 0, LQ: 2.5 }", "c = 0, limiting quality 2.5 %, consumer's risk 10 % (default)")]
    [InlineData("'c=0, LQ 2.5%'", "c = 0, limiting quality 2.5 %, consumer's risk 10 % (default)")]
    [InlineData("{ aql: 1.0, c: 0, limiting quality: 100 }", "AQL 1.0, c = 0, limiting quality 100 %, consumer's risk 10 % (default)")]
    public void Zero_acceptance_is_read_with_its_limiting_quality(string written, string said) => Assert.Equal(said, Read($"aql:\n  major: {written}\n").Limits[Severity.Major].ToString());

    [Theory]
    [InlineData("critical+major")]
    [InlineData("critical + major")]
    [InlineData("major and critical")]
    [InlineData("critical/major")]
    [InlineData("critical_and_major")]
    [InlineData("Critical & Major defects")]
    [InlineData("combined")]
    [InlineData("致命+严重")]
    public void Severities_are_counted_together_under_any_of_their_names(string key)
    {
        var terms = new AgreedTerms(Read($"aql:\n  {key}: 2.5\n"));
        Assert.Equal(
            [(Both, "AQL 2.5", false), (new SeverityRange(Severity.Minor), "AQL 4.0", true)],
            terms.Limits.Select(limit => (limit.Severity, limit.Limit.ToString(), limit.IsDefault)));
    }

    [Fact]
    public void Beside_a_limit_for_two_together_one_of_them_may_have_its_own()
    {
        var terms = new AgreedTerms(Read("aql: { critical: 0, critical+major: 2.5, minor: 4.0 }\n"));
        Assert.Equal(["critical not allowed", "critical or major AQL 2.5", "minor AQL 4.0"], terms.Limits.Select(limit => $"{limit.Severity} {limit.Limit}"));
    }

    [Theory]
    [InlineData("aql: { critical+minor: 2.5 }", "found aql 'critical+minor', wanted minor, major, critical, or neighbours together such as critical+major")]
    [InlineData("aql: { severe: 2.5 }", "found aql 'severe', wanted minor, major, critical, or neighbours together such as critical+major")]
    [InlineData("aql: { critical+major: 2.5, combined: 4.0 }", "found a second limit for critical or major, wanted one")]
    [InlineData("aql: { major: 2.5, count: defects }", "found aql.count 'defects', wanted items: what persons, gauges and tests say is counted by defective items, not by defects per 100 items")]
    [InlineData("aql: { major: 2.5 }\nlimits: { minor: 4.0 }", "found a second list of limits (aql and limits are one), wanted one")]
    [InlineData("per: 100 items", "found per '100 items', wanted items: what persons, gauges and tests say is counted by defective items, not by defects per 100 items")]
    public void What_is_not_counted_so_is_refused(string yaml, string said) =>
        Assert.EndsWith(said, Assert.Throws<AgreementException>(() => Read(yaml + "\n")).Message, StringComparison.Ordinal);

    [Fact]
    public void Where_no_plan_is_read_from_a_table_no_standard_is_taken()
    {
        var terms = new AgreedTerms(Read("aql: { critical: not allowed, major: 80/3/4, minor: 80/5/6 }\n"));
        Assert.False(terms.NeedsStandard);
        Assert.DoesNotContain(terms.Defaults.InEnglish(), said => said.Contains("tandard", StringComparison.Ordinal) || said.Contains("level", StringComparison.Ordinal));
        Assert.True(new AgreedTerms(Read("aql: { critical: not allowed, major: 80/3/4 }\n")).NeedsStandard);
    }

    private static Agreement Read(string yaml) => AgreementReader.Read(Encoding.UTF8.GetBytes(yaml), "agreement.yaml");
}
