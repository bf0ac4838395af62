using System.Text;
using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Judging;
using DefectVision.Statistics.Sampling;

namespace DefectVision.Inspection.Tests.Agreements;

/// <summary>Rules of the keys that sections, claims and deadlines rest on: each right, wrong with line and column, and blank, which says nothing.</summary>
public sealed class SectionTermsTests
{
    [Fact]
    public void What_is_agreed_of_sections_is_read()
    {
        var agreement = Read("""
            levels: { workmanship: II, measurements: s-2, tests: I }
            required_sections: [measurements, tests, third party, quantity_and_photos, tests]
            measurements: { severity: minor, points: { chest: critical, "length, back": major } }
            tests: { severity: critical }
            """);
        Assert.Equal([(SectionKind.Workmanship, "II"), (SectionKind.Measurements, "S-2"), (SectionKind.Tests, "I")], agreement.Levels.Select(level => (level.Key, level.Value)));
        Assert.Equal([SectionKind.Measurements, SectionKind.Tests, SectionKind.ThirdParty, SectionKind.QuantityAndPhotos], agreement.RequiredSections);
        Assert.Equal((Severity.Minor, Severity.Critical, Severity.Major), (agreement.Measurements.Severity, agreement.Measurements.Points["chest"], agreement.Measurements.Points["length, back"]));
        Assert.Equal(Severity.Critical, agreement.TestSeverity);
        Assert.Empty(agreement.Unread);
        var terms = new AgreedTerms(agreement);
        Assert.Equal((Severity.Critical, Severity.Minor, Severity.Critical), (terms.SeverityOfPoint("chest"), terms.SeverityOfPoint("waist"), terms.TestSeverity));
        Assert.Equal((InspectionLevel.S2, InspectionLevel.I), (terms.LevelOf(SectionKind.Measurements), terms.LevelOf(SectionKind.Tests)));
    }

    [Fact]
    public void What_is_agreed_of_the_visit_the_tolerance_and_lateness_is_read()
    {
        var agreement = Read("""
            inspection: { date: 2026-11-24, place: Ningbo, inspector: Li, representative: Wang }
            contract:
              tolerance: { percent: 1.5, kind: threshold }
              claim_single_items: yes
              late_delivery: { percent_per_week: 0.5, weeks: begun, cap: 5 }
            """);
        Assert.Equal(new InspectionVisit { Date = new DateOnly(2026, 11, 24), Place = "Ningbo", Inspector = "Li", Representative = "Wang" }, agreement.Visit);
        var contract = agreement.Contract;
        Assert.Equal((1.5m, ToleranceKind.Threshold, true, LateWeeks.Begun), (contract.TolerancePercent, contract.ToleranceKind, contract.ClaimsSingleItems, contract.LateWeeks));
        Assert.Empty(agreement.Unread);
    }

    [Theory]
    [InlineData("contract: { tolerance: 2.5 }", "2.5", ToleranceKind.Deduction)]
    [InlineData("contract: { tolerance: { percent: 2.5 } }", "2.5", ToleranceKind.Deduction)]
    [InlineData("contract: { tolerance: { percent: 2.5, kind: deduction } }", "2.5", ToleranceKind.Deduction)]
    [InlineData("contract: { tolerance: { kind: threshold } }", null, ToleranceKind.Threshold)]
    public void A_tolerance_is_deducted_unless_it_is_called_a_threshold(string yaml, string? percent, ToleranceKind kind)
    {
        var contract = Read(yaml).Contract;
        Assert.Equal((percent, kind), (contract.TolerancePercent?.ToString(System.Globalization.CultureInfo.InvariantCulture), contract.ToleranceKind));
    }

    [Theory]
    [InlineData("levels:")]
    [InlineData("levels:\n  measurements:\n  tests:")]
    [InlineData("levels: {}")]
    [InlineData("required_sections:")]
    [InlineData("required_sections: []")]
    [InlineData("measurements:\n  severity:\n  points:")]
    [InlineData("measurements: { points: { chest: } }")]
    [InlineData("tests:\n  severity:")]
    [InlineData("inspection:\n  date:\n  place:\n  inspector:\n  representative:")]
    [InlineData("contract:\n  tolerance:\n  claim_single_items:\n  late_delivery:\n    weeks:")]
    [InlineData("contract:\n  tolerance:\n    percent:\n    kind:")]
    public void What_is_blank_says_nothing(string yaml)
    {
        var agreement = Read(yaml + "\n");
        Assert.Empty(agreement.Unread);
        Assert.Empty(agreement.Levels);
        Assert.Empty(agreement.RequiredSections);
        Assert.Empty(agreement.Measurements.Points);
        Assert.Equal((null, null, InspectionVisit.None), (agreement.Measurements.Severity, agreement.TestSeverity, agreement.Visit));
        var contract = agreement.Contract;
        Assert.Equal((null, ToleranceKind.Deduction, false, LateWeeks.Completed), (contract.TolerancePercent, contract.ToleranceKind, contract.ClaimsSingleItems, contract.LateWeeks));
        var terms = new AgreedTerms(agreement);
        Assert.Equal((InspectionLevel.II, InspectionLevel.S3, InspectionLevel.S3), (terms.LevelOf(SectionKind.Workmanship), terms.LevelOf(SectionKind.Measurements), terms.LevelOf(SectionKind.Tests)));
        Assert.Equal((Severity.Major, Severity.Major), (terms.SeverityOfPoint("chest"), terms.TestSeverity));
        Assert.Equal([SectionKind.Workmanship], Enum.GetValues<SectionKind>().Where(terms.IsRequired));
    }

    [Theory]
    [InlineData("levels:\n  measurements: S-5\n", 2, 17, "levels.measurements 'S-5'", "I, II, III, S-1, S-2, S-3 or S-4")]
    [InlineData("levels:\n  packing: II\n", 2, 12, "levels 'packing'", "workmanship, measurements, tests")]
    [InlineData("levels:\n  third_party: II\n", 2, 16, "levels.third_party", "workmanship, measurements or tests")]
    [InlineData("levels: S-3\n", 1, 9, "levels that is not a list", "'key: value' lines")]
    [InlineData("required_sections: measurements\n", 1, 20, "required_sections that is not a list", "a list such as")]
    [InlineData("required_sections: [tests, packing]\n", 1, 28, "required_sections 'packing'", "third party, quantity and photos")]
    [InlineData("measurements: { severity: grave }\n", 1, 27, "measurements.severity 'grave'", "minor, major, critical")]
    [InlineData("measurements:\n  points:\n    chest: grave\n", 3, 12, "measurements.points.chest 'grave'", "minor, major, critical")]
    [InlineData("measurements: major\n", 1, 15, "measurements that is not a list", "'key: value' lines")]
    [InlineData("tests: { severity: 2 }\n", 1, 20, "tests.severity '2'", "minor, major, critical")]
    [InlineData("inspection: { date: 24.13.2026 }\n", 1, 21, "inspection.date '24.13.2026'", "a date such as 2026-11-24")]
    [InlineData("inspection: 2026-11-24\n", 1, 13, "inspection that is not a list", "'key: value' lines")]
    [InlineData("contract: { tolerance: { percent: 100.5 } }\n", 1, 35, "contract.tolerance.percent '100.5'", "from 0 to 100")]
    [InlineData("contract: { tolerance: { percent: 1, kind: cap } }\n", 1, 44, "contract.tolerance.kind 'cap'", "deduction, threshold")]
    [InlineData("contract: { claim_single_items: maybe }\n", 1, 33, "contract.claim_single_items 'maybe'", "yes or no")]
    [InlineData("contract: { late_delivery: { weeks: half } }\n", 1, 37, "contract.late_delivery.weeks 'half'", "completed, begun")]
    public void A_wrong_value_is_refused_with_its_place_what_was_found_and_what_is_expected(string yaml, int line, int column, string found, string expected)
    {
        var message = Assert.Throws<AgreementException>(() => Read(yaml)).Message;
        Assert.StartsWith($"agreement.yaml({line},{column}): found {found}", message, StringComparison.Ordinal);
        Assert.Contains(expected, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_that_are_not_read_are_named()
    {
        var agreement = Read("""
            measurements: { severities: minor }
            tests: { level: S-3 }
            inspection: { time: 10:00 }
            contract: { tolerance: { per_cent: 2 }, late_delivery: { week: begun } }
            """);
        Assert.Equal(
            ["line 1: measurements.severities", "line 2: tests.level", "line 3: inspection.time", "line 4: contract.tolerance.per_cent", "line 4: contract.late_delivery.week"],
            agreement.Unread);
    }

    private static Agreement Read(string yaml) => AgreementReader.Read(Encoding.UTF8.GetBytes(yaml), "agreement.yaml");
}
