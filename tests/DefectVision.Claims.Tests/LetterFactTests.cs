using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using DefectVision.Claims.Letters;
using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Imported;
using DefectVision.Inspection.Judging;
using DefectVision.Inspection.Languages;
using DefectVision.Statistics.Sampling;

namespace DefectVision.Claims.Tests;

/// <summary>Rules (issue 11): letters follow from the one verdict, speak of lots with a finding alone, count as the report does, and carry no date that is not known.</summary>
public sealed class LetterFactTests
{
    private static readonly Agreement TwoLots = Make.Agreement with { Lots = new SortedDictionary<string, AgreedLot> { ["LOT-A"] = new(5000), ["LOT-B"] = new(5000) } };

    public static TheoryData<string> Languages => [.. LanguagePack.All.Select(pack => pack.Code)];

    [Theory]
    [MemberData(nameof(Languages))]
    public void An_accepted_lot_is_in_no_letter(string language)
    {
        var claim = Make.Of(Make.Record(TwoLots, GivenEvidence.None, new MadeLot("LOT-A", Confirmed: 10), new MadeLot("LOT-B", Confirmed: 18)));
        var letters = LetterBuilder.All(claim, LetterTexts.In(LanguagePack.Find(language)!)).Where(letter => !letter.Name.StartsWith("internal/", StringComparison.Ordinal)).ToList();
        Assert.All(letters, letter => Assert.DoesNotContain("LOT-A", Text(letter), StringComparison.Ordinal));
        Assert.Contains("LOT-B", Text(letters.Single(letter => letter.Name == "first-notice")), StringComparison.Ordinal);
    }

    [Fact]
    public void An_accepted_lot_whose_single_items_may_be_claimed_is_there_with_its_items_and_without_a_bound()
    {
        var agreement = Make.Agreement with { Contract = new Contract { ClaimsSingleItems = true } };
        var text = Text(First(Make.Claim(agreement, confirmed: 10)));
        Assert.Contains("Items confirmed defective by a person: 10.", text, StringComparison.Ordinal);
        Assert.Contains("the lot is accepted; single items are claimed", text, StringComparison.Ordinal);
        Assert.DoesNotContain("at least", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public void Without_a_finding_the_letter_says_that_it_has_no_ground(int confirmed, bool isEmpty)
    {
        var text = Text(First(Make.Claim(Make.Agreement, confirmed: confirmed)));
        Assert.Equal(isEmpty, text.Contains("there is no ground for this letter", StringComparison.Ordinal));
        Assert.Equal(!isEmpty, text.Contains("do not conform to it", StringComparison.Ordinal));
    }

    // What a replacement is accepted by is what was agreed, and no standard where the contract gives its own plan.
    [Theory]
    [InlineData("en", "the sampling plan that the contract gives", "n 125, Ac 5, Re 6 (the contract's own plan)", "together", "c = 0, limiting quality 6.5 %, consumer's risk 10 %")]
    [InlineData("zh", "合同自定的抽样方案", "n 125，Ac 5，Re 6（合同自定方案）", "合并计数", "c = 0，极限质量 6.5 %，使用方风险 10 %")]
    public void A_replacement_is_accepted_by_the_contracts_own_plan_without_a_standard(string language, string basis, string own, string not, string zero)
    {
        var agreement = Make.Agreement with
        {
            Standard = "ISO 2859-1",
            Limits = new SortedDictionary<Severity, SeverityLimit>
            {
                [Severity.Critical] = SeverityLimit.NotAllowed,
                [Severity.Major] = new((decimal?)null) { Own = new OwnPlan(125, 5, 6) },
                [Severity.Minor] = new((decimal?)null) { Zero = new ZeroAcceptance(6.5m, 10) },
            },
        };
        var text = Text(Addendum(agreement, language));
        Assert.All([basis, own, zero], said => Assert.Contains(said, text, StringComparison.Ordinal));
        Assert.All([not, "ISO 2859"], said => Assert.DoesNotContain(said, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en", "level II, tightened inspection", "critical or major together: AQL 2.5")]
    [InlineData("zh", "检验水平 II，加严检验", "致命或严重合并计数：AQL 2.5")]
    public void A_replacement_is_accepted_under_the_agreed_severity_and_limits_together_are_named_as_such(string language, string level, string together)
    {
        var text = Text(Addendum(
            Make.Agreement with
            {
                Standard = "ISO 2859-1",
                InspectionLevel = "II",
                InspectionSeverity = InspectionSeverity.Tightened,
                Combined = [new AgreedLimit(new SeverityRange(Severity.Critical, Severity.Major), new SeverityLimit(2.5m))],
            },
            language));
        Assert.All([level, together], said => Assert.Contains(said, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Without_a_level_the_severity_stands_beside_the_standard() =>
        Assert.Contains(
            "ISO 2859-1, reduced inspection, level",
            Text(Addendum(Make.Agreement with { Standard = "ISO 2859-1", InspectionSeverity = InspectionSeverity.Reduced }, "en")),
            StringComparison.Ordinal);

    private static Letter Addendum(Agreement agreement, string language) =>
        LetterBuilder.All(Make.Claim(agreement), LetterTexts.In(LanguagePack.Find(language)!)).Single(letter => letter.Name == "remedy-addendum");

    [Theory]
    [MemberData(nameof(Languages))]
    public void Failed_tests_values_out_of_tolerance_and_a_third_partys_findings_are_stated_with_the_numbers_of_their_reports(string language)
    {
        var given = new GivenEvidence(
            null,
            Make.Measured(Make.TooLong("LOT-A", "i0030", Make.Day("2026-09-09"))).Measured,
            Make.Tests(Make.Failed("LOT-A", TestKind.Safety, Make.Day("2026-09-10"))).Tests,
            new ThirdPartyReport("third-party.csv", new string('d', 64), [new ThirdPartyFinding("LOT-A", "i0031", true, "hole", Severity.Critical, "BV", "BV-5", Make.Day("2026-09-11"), new NamedDocument("bv-5.pdf", new string('e', 64)))]));
        var claim = Make.Of(Make.Record(Make.Agreement, given, new MadeLot("LOT-A", Confirmed: 0)));
        Assert.Equal(Verdict.Reject, claim.Record.Lots[0].Verdict);
        foreach (var name in (string[])["first-notice", "remedy-request", "escalation"])
        {
            var text = Text(LetterBuilder.All(claim, LetterTexts.In(LanguagePack.Find(language)!)).Single(letter => letter.Name == name));
            foreach (var said in (string[])["flammability", "class 3 / class 1", "SGS", "R-77", "16 CFR 1610", Written(language, "2026-09-09"), Written(language, "2026-09-10"), Written(language, "2026-09-11"), "i0030", "chest", "53.5 cm / 50 – 52 cm", "tape 4", "i0031", language == "zh" ? "破洞" : "hole", "BV-5", "bv-5.pdf"])
                Assert.Contains(said, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_failed_test_that_names_no_item_is_a_ground_by_itself()
    {
        var text = Text(First(Make.Of(Make.Record(Make.Agreement, Make.Tests(Make.Failed("LOT-A", TestKind.Laboratory, null)), new MadeLot("LOT-A", Confirmed: 0)))));
        Assert.Contains("do not conform to it", text, StringComparison.Ordinal);
        Assert.DoesNotContain("the model flagged", text, StringComparison.Ordinal);
        Assert.DoesNotContain("keeps the period", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_third_party_alone_calls_defective_is_a_sign_in_a_held_lot_and_counts_among_no_items()
    {
        var given = GivenEvidence.None with { ThirdParty = new ThirdPartyReport("third-party.csv", new string('d', 64), [new ThirdPartyFinding("LOT-A", "i0031", true, "hole", Severity.Critical, "BV", "BV-5", null, null)]) };
        var claim = Make.Of(Make.Record(Make.Agreement, given, new MadeLot("LOT-A", Confirmed: 0)));
        Assert.Equal(Verdict.Hold, claim.Record.Lots[0].Verdict);
        var text = Text(First(claim));
        Assert.Contains("there are signs of nonconformity", text, StringComparison.Ordinal);
        Assert.Contains("BV-5", text, StringComparison.Ordinal);
        Assert.Contains("is not counted among our items", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Items confirmed defective", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Items_by_persons_and_by_facts_are_counted_apart_and_together_once()
    {
        var given = Make.Measured(Make.TooLong("LOT-A", "i0017", null), Make.TooLong("LOT-A", "i0018", null));
        var text = Text(First(Make.Of(Make.Record(Make.Agreement, given, new MadeLot("LOT-A")))));
        Assert.Contains("Items confirmed defective by a person: 18.", text, StringComparison.Ordinal);
        Assert.Contains("Items that do not conform by a measurement or a test: 2.", text, StringComparison.Ordinal);
        Assert.Contains("Together, each counted once: 19.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Items_are_counted_as_the_report_counts_them()
    {
        var claim = Make.Of(Make.Record(Make.Agreement, GivenEvidence.None, new MadeLot("LOT-A") { Unreadable = 2, Missing = 3, NotDrawn = 4 }));
        var tally = claim.Record.Lots[0].Tally;
        Assert.Equal((200, 195), (tally.Items, tally.Photographed));
        Assert.Contains("Items inspected: 200 (195 photographed, 2 without a readable photo, 3 missing, and 4 more that were not drawn)", Text(First(claim)), StringComparison.Ordinal);
        Assert.Contains("Items inspected: 200 (200 photographed)", Text(First(Make.Claim(Make.Agreement))), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_day_of_a_letter_is_the_day_it_is_sent_which_nobody_knows_yet(string language)
    {
        var claim = Make.Claim(Make.Agreement with { Contract = new Contract { AnswerBusinessDays = 7 } });
        var texts = LetterTexts.In(LanguagePack.Find(language)!);
        foreach (var letter in LetterBuilder.All(claim, texts).Where(letter => letter.Name is "first-notice" or "remedy-request" or "escalation"))
        {
            Assert.Contains(texts.Word("blank.date"), letter.Blanks);
            Assert.DoesNotContain(Written(language, "2026-09-17"), Text(letter), StringComparison.Ordinal);
            Assert.Equal(letter.Name != "first-notice", letter.Blanks.Contains(texts.Word("blank.own_period", 7)));
        }
    }

    [Fact]
    public void The_escalation_names_the_day_that_has_passed_and_gives_a_new_period()
    {
        var letter = LetterBuilder.All(Make.Claim(Make.Agreement), LetterTexts.In(LanguagePack.English)).Single(letter => letter.Name == "escalation");
        Assert.Contains("asked for an answer by 10 October 2026.", Text(letter), StringComparison.Ordinal);
        Assert.Contains("date of this letter + 10 business days", letter.Blanks);
        Assert.DoesNotContain("12 October 2026", Text(letter), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_tolerated_is_said_beside_the_bound()
    {
        var agreement = Make.Agreement with { Contract = new Contract { TolerancePercent = 1 } };
        Assert.Contains("of these the contract tolerates 50; 248 are claimed.", Text(First(Make.Claim(agreement))), StringComparison.Ordinal);
    }

    // 0.05 shared among 1,200 lots leaves 99.9958 % for each: 100 % to two decimals, if it were rounded to the nearest.
    [Theory]
    [InlineData(0.95, "95")]
    [InlineData(0.975, "97.5")]
    [InlineData(0.98333333333333328, "98.33")]
    [InlineData(0.99995833333333328, "99.99")]
    [InlineData(1, "100")]
    public void A_level_is_rounded_down_and_is_100_only_when_it_is(double confidence, string printed) => Assert.Equal(printed, PrintedConfidence.Of(confidence));

    [Fact]
    public void The_claim_as_data_says_what_is_claimed_what_is_tolerated_and_what_first_failed()
    {
        var agreement = TwoLots with { Contract = new Contract { TolerancePercent = 1 } };
        var claim = Make.Of(Make.Record(agreement, GivenEvidence.None, new MadeLot("LOT-A", Confirmed: 10), new MadeLot("LOT-B")));
        using var json = JsonDocument.Parse(ClaimJson.Write(claim));
        Assert.Equal("defectvision/claim/1", json.RootElement.GetProperty("schema").GetString());
        var (accepted, rejected) = (json.RootElement.GetProperty("lots")[0], json.RootElement.GetProperty("lots")[1]);
        Assert.Equal(("accept", JsonValueKind.Null, JsonValueKind.Null), (accepted.GetProperty("verdict").GetString(), accepted.GetProperty("items").ValueKind, accepted.GetProperty("first_failure").ValueKind));
        var items = rejected.GetProperty("items");
        Assert.Equal((50, items.GetProperty("at_least").GetInt64() - 50), (items.GetProperty("tolerated").GetInt64(), items.GetProperty("claimed").GetInt64()));
        Assert.Equal(("2026-09-17T08:30:00Z", "workmanship"), (rejected.GetProperty("first_failure").GetProperty("time").GetString(), rejected.GetProperty("first_failure").GetProperty("section").GetString()));
        var notice = json.RootElement.GetProperty("deadlines")[0];
        Assert.Equal(("LOT-B", "2026-09-20T08:30:00Z", "first_failure"), (notice.GetProperty("lot").GetString(), notice.GetProperty("time").GetString(), notice.GetProperty("counted_from").GetString()));
    }

    private static string Written(string language, string day) => LetterTexts.In(LanguagePack.Find(language)!).Day(Make.Day(day));

    private static Letter First(Claim claim) => LetterBuilder.All(claim, LetterTexts.In(LanguagePack.English)).Single(letter => letter.Name == "first-notice");

    private static string Text(Letter letter) => XDocument.Parse(Encoding.UTF8.GetString(LetterHtml.Write(letter))).Root!.Element("body")!.Value;
}
