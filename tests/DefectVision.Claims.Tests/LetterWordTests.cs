using System.Text.RegularExpressions;
using DefectVision.Claims.Letters;
using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Imported;
using DefectVision.Inspection.Languages;

namespace DefectVision.Claims.Tests;

/// <summary>Rules: a letter is in the words of its reader: no key of a file, no letter of a statistical class, dates as the language writes them, Chinese without English.</summary>
public sealed partial class LetterWordTests
{
    public static TheoryData<string> Languages => [.. LanguagePack.All.Select(pack => pack.Code)];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Whatever_an_amount_a_deadline_or_the_agreement_lacks_has_a_word(string language)
    {
        var claims = Bare().ToList();
        var keys = claims.SelectMany(claim => claim.Amounts.Lines.SelectMany(line => line.Missing)
            .Concat(claim.Deadlines.SelectMany(deadline => deadline.Missing)).Concat(claim.Gaps.Select(gap => gap.Key))).Distinct().ToList();
        Assert.Superset(
            new HashSet<string> { "guaranteed bound", "size", "size of every lot", "unit_price", "supplier.address", "buyer.country", "shipment_date", "lots.LOT-A.arrival_date", "costs.freight" },
            keys.ToHashSet());
        var texts = LetterTexts.In(LanguagePack.Find(language)!);
        Assert.All(keys, key =>
        {
            Assert.DoesNotMatch(YamlKey(), texts.Lacking(key));
            Assert.Equal(key.StartsWith("lots.", StringComparison.Ordinal), texts.Lacking(key).Contains("LOT-A", StringComparison.Ordinal));
            Assert.DoesNotMatch(YamlKey(), ClaimPaper.Lacking([key], LanguagePack.Find(language)));
        });
    }

    [Fact]
    public void A_key_without_a_word_is_an_error() => Assert.Throws<InvalidOperationException>(() => LetterTexts.In(LanguagePack.English).Lacking("costs.unheard_of"));

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_letter_shows_a_key_of_a_file_or_the_letter_of_a_class(string language) =>
        Assert.All(Bare().Append(Make.Claim(Make.Agreement)).SelectMany(claim => LetterBuilder.All(claim, LetterTexts.In(LanguagePack.Find(language)!))), letter =>
        {
            Assert.DoesNotMatch(YamlKey(), Printed.Text(letter));
            Assert.DoesNotMatch(ClassLetter(), Printed.Text(letter));
        });

    [Theory]
    [InlineData("en", "24 November 2026", "24 November 2026, 08:05 UTC")]
    [InlineData("zh", "2026年11月24日", "2026年11月24日 08:05（协调世界时）")]
    public void A_day_is_written_as_the_language_has_it(string language, string day, string moment)
    {
        var texts = LetterTexts.In(LanguagePack.Find(language)!);
        Assert.Equal((day, moment), (texts.Day(Make.Day("2026-11-24")), texts.Moment(new DateTimeOffset(2026, 11, 24, 8, 5, 0, TimeSpan.Zero))));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_letter_writes_a_day_by_its_number(string language)
    {
        var agreement = Make.Agreement with
        {
            Invoice = new Invoice("INV-3", Make.Day("2026-08-20")),
            Contract = new Contract { Date = Make.Day("2026-08-01"), InspectionDays = 30 },
            Lots = new SortedDictionary<string, AgreedLot> { ["LOT-A"] = new(5000) { ArrivalDate = Make.Day("2026-09-10") } },
        };
        var claim = Make.Of(Make.Record(agreement, Make.Tests(Make.Failed("LOT-A", TestKind.Safety, Make.Day("2026-09-09"))), new MadeLot("LOT-A")));
        Assert.All(LetterBuilder.All(claim, LetterTexts.In(LanguagePack.Find(language)!)), letter => Assert.DoesNotMatch(NumberedDay(), Printed.Text(letter)));
    }

    [Fact]
    public void A_Chinese_letter_holds_no_English_but_names_and_AQL()
    {
        var claim = Make.Claim(Make.Agreement with { Contract = new Contract { Law = ContractLaw.Cisg }, Costs = Make.Agreement.Costs with { ReinspectionFee = 300 } });
        string[] names = ["LOT", "AQL", "USD", "Works", "shipment", "Reader", "ISO", "docx", "zh", "first", "notice", "remedy", "request", "escalation", "addendum"];
        Assert.All(LetterBuilder.All(claim, LetterTexts.In(LanguagePack.Find("zh")!)), letter =>
            Assert.Empty(Latin().Matches(Printed.Lines(letter)).Select(match => match.Value).Except(names)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_sentence_after_the_salutation_begins_with_a_capital_letter(bool isGround)
    {
        var claim = isGround ? Make.Claim(Make.Agreement) : Make.Of(Make.Record(Make.Agreement, GivenEvidence.None, new MadeLot("LOT-A", Reviewed: false) { Flagged = 60 }));
        Assert.Contains("Dear Sir or Madam,Under clause ________ [clause on notice] of the contract", Printed.Text(Printed.One(claim, "first-notice", "en")), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void An_amount_without_a_guaranteed_bound_is_no_blank_to_fill_in_and_is_not_asked(string language)
    {
        var claim = Make.Claim(Make.Agreement with { Sampling = null, Costs = Costs.None });
        var (texts, request) = (LetterTexts.In(LanguagePack.Find(language)!), Printed.One(claim, "remedy-request", language));
        Assert.DoesNotContain(texts.Word("missing.guaranteed bound"), Printed.Text(request), StringComparison.Ordinal);
        Assert.DoesNotContain(texts.Word("missing.costs.rework_per_item"), request.Blanks);
        Assert.Contains(texts.Word("missing.guaranteed bound"), Printed.Text(Printed.One(claim, "internal/remedies", language)), StringComparison.Ordinal);
        Assert.Contains(texts.Word("missing.costs.rework_per_item"), Printed.One(Make.Claim(Make.Agreement with { Costs = Costs.None }), "remedy-request", language).Blanks);
    }

    private static IEnumerable<Claim> Bare()
    {
        var late = new AgreedLot(null) { DueDate = Make.Day("2026-08-03"), ShipmentDate = Make.Day("2026-08-20") };
        yield return Make.Claim(Agreement.None, confirmed: 40);
        yield return Make.Claim(Make.Agreement with { UnitPrice = null, Costs = Costs.None, Buyer = new Party("Shop"), Supplier = new Party("Works"), Lots = new SortedDictionary<string, AgreedLot>() });
        yield return Make.Claim(Make.Agreement with { UnitPrice = null, Currency = null, Contract = new Contract { LatePercentPerWeek = 1 }, Lots = new SortedDictionary<string, AgreedLot> { ["LOT-A"] = late } });
        foreach (var from in Enum.GetValues<PeriodStart>())
        {
            yield return Make.Claim(Make.Agreement with { Contract = new Contract { InspectionDays = 10, InspectionFrom = from } });
        }

        yield return Make.Of(Make.Record(Make.Agreement, Make.Tests(Make.Failed("LOT-A", TestKind.Safety, null)), new MadeLot("LOT-A", Confirmed: 0)));
    }

    [GeneratedRegex("[a-z]_[a-z]|[a-z]{3,}\\.[a-z]{4,}(?<!\\.docx)")]
    private static partial Regex YamlKey();

    [GeneratedRegex("(class|%,) G\\b|G ?(类|级)")]
    private static partial Regex ClassLetter();

    [GeneratedRegex("\\d{4}-\\d{2}-\\d{2}")]
    private static partial Regex NumberedDay();

    [GeneratedRegex("[A-Za-z]{2,}")]
    private static partial Regex Latin();
}
