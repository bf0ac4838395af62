using DefectVision.Claims.Letters;
using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Languages;

namespace DefectVision.Claims.Tests;

/// <summary>Rules: what is said of a whole lot is a sentence with its condition, and only where it is true; beside the AQL stands what was found, and what the AQL leaves to the lot.</summary>
public sealed class LotStatementTests
{
    // 2.5 % of 280 is 7.
    [Theory]
    [InlineData(3, "3 major found in the 32 items inspected; the AQL, 2.5 % of the whole lot of 280 items, is at most 7.")]
    [InlineData(7, "7 major found in the 32 items inspected; the AQL, 2.5 % of the whole lot of 280 items, is at most 7, and the lot holds more than that; confidence 97.5 %, for a random draw by the draw list.")]
    [InlineData(8, "8 major found in the sample alone; the AQL, 2.5 % of the whole lot of 280 items, is at most 7.")]
    public void What_was_found_stands_beside_what_the_AQL_leaves_to_the_whole_lot(int confirmed, string sentence) =>
        Assert.Contains(sentence, Of(Make.Record(Agreed(280, 2.5m), GivenEvidence.None, new MadeLot("LOT-A", 32, confirmed)))[^1], StringComparison.Ordinal);

    [Fact]
    public void That_the_lot_holds_more_than_its_AQL_is_said_of_a_random_draw_only()
    {
        var chosen = Of(Make.Record(Agreed(280, 2.5m) with { Sampling = SamplingFrame.InspectorsChoice }, GivenEvidence.None, new MadeLot("LOT-A", 32, 7)));
        Assert.Equal(["nothing is said of the lot as a whole beyond the findings stated here.", "7 major found in the 32 items inspected; the AQL, 2.5 % of the whole lot of 280 items, is at most 7."], chosen);
    }

    [Fact]
    public void Of_a_lot_of_which_all_items_were_inspected_no_draw_and_no_confidence_is_spoken_of()
    {
        var said = Of(Make.Record(Agreed(10, 2.5m) with { Sampling = SamplingFrame.All }, GivenEvidence.None, new MadeLot("LOT-A", 10, 3)));
        Assert.Equal(
            [
                "at least 3 of the 10 items are defective; all items of the lot were inspected.",
                "3 major found in the lot, of which all items were inspected; the AQL, 2.5 % of the whole lot of 10 items, is at most 0.",
            ],
            said);
    }

    [Fact]
    public void An_AQL_that_nobody_agreed_is_called_the_usual_one()
    {
        var said = Of(Make.Record(Make.Agreement));
        Assert.EndsWith("The agreement names no AQL here; 2.5 is the usual value.", said[^1], StringComparison.Ordinal);
        Assert.DoesNotContain(Of(Make.Record(Agreed(5000, 2.5m))), sentence => sentence.Contains("usual value", StringComparison.Ordinal));
    }

    [Fact]
    public void A_size_that_is_contradicted_is_named_and_nothing_rests_on_it()
    {
        var said = Of(Make.Record(Agreed(7, 2.5m) with { Sampling = SamplingFrame.All }, GivenEvidence.None, new MadeLot("LOT-A", 10, 3)));
        Assert.Equal("the agreement says that the lot holds 7 items, and 10 were found; nothing is said of the lot as a whole until one of the numbers is put right.", said.Single());
    }

    // 5.96 % of 5000 are 298 items, the whole bound.
    [Theory]
    [InlineData("5.95", ToleranceKind.Deduction, "of these the contract tolerates 297; 1 are claimed.")]
    [InlineData("5.96", ToleranceKind.Deduction, "the contract tolerates 298; none is claimed by this number.")]
    [InlineData("5.95", ToleranceKind.Threshold, "the contract tolerates 297 and no more; as there are more, all 298 are claimed.")]
    public void What_the_contract_tolerates_is_said_after_the_number(string percent, ToleranceKind kind, string sentence)
    {
        var contract = new Contract { TolerancePercent = decimal.Parse(percent, System.Globalization.CultureInfo.InvariantCulture), ToleranceKind = kind };
        Assert.Equal(sentence, Of(Make.Record(Make.Agreement with { Contract = contract }))[1]);
    }

    private static Agreement Agreed(long size, decimal major) => Make.Agreement with
    {
        Limits = new SortedDictionary<Severity, SeverityLimit> { [Severity.Major] = new(major) },
        Lots = new SortedDictionary<string, AgreedLot> { ["LOT-A"] = new(size) },
    };

    private static List<string> Of(InspectionRecord record) => [.. new LotStatements(record, LetterTexts.In(LanguagePack.English)).Of(record.Lots[0])];
}
