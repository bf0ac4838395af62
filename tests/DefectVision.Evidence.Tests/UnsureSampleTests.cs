using DefectVision.Evidence.Charts;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Reviewing;

namespace DefectVision.Evidence.Tests;

/// <summary>
/// Rule: a lower bound for a lot is said plainly where class G is earned, with its condition where the agreement alone says that the draw was random, and on page one not at all
/// where nobody says so. Everywhere else it stands with what it depends on.
/// </summary>
public sealed class UnsureSampleTests
{
    private const int Sample = 32;
    private const string SaidSo = "if the items were drawn at random, as the agreement says; no draw list shows it";
    private const string NobodySaid = "if the items photographed were drawn at random from the lot";

    [Theory]
    [InlineData(true, null, "% of the lot's items are defective. ")]
    [InlineData(false, SamplingFrame.Random, "% of the lot's items are defective, " + SaidSo + ". ")]
    [InlineData(false, null, null)]
    public void A_caption_says_a_bound_with_its_condition_or_not_at_all(bool isDrawn, SamplingFrame? frame, string? bound)
    {
        var caption = Caption(Confirmed(frame, isDrawn));
        Assert.Equal(bound is not null, caption.Contains("at least", StringComparison.OrdinalIgnoreCase));
        Assert.Contains(bound ?? "The largest share was counted in L: 9 of 32 items.", caption, StringComparison.Ordinal);
        Assert.Equal(!isDrawn, caption.Contains("Those of lot L are not guaranteed (section 4).", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true, null, false)]
    [InlineData(false, SamplingFrame.Random, true)]
    [InlineData(false, null, false)]
    public void The_caption_says_a_bound_where_the_table_of_page_one_has_a_number(bool isDrawn, SamplingFrame? frame, bool isMarked)
    {
        using var written = new WrittenEvidence(Confirmed(frame, isDrawn));
        var row = written.Page.Descendants("tr").Select(row => row.Value).SingleOrDefault(row => row.StartsWith("Defective in the whole lot, at least", StringComparison.Ordinal));
        Assert.Equal(isDrawn || isMarked, row is not null);
        Assert.Equal(isMarked, row?.EndsWith('*') == true);
        Assert.Equal(row is not null, Caption(Confirmed(frame, isDrawn)).Contains("at least", StringComparison.OrdinalIgnoreCase));
    }

    // Nothing of what a page says of a lot with a lower bound stands without its condition.
    [Theory]
    [InlineData(SamplingFrame.Random, SaidSo)]
    [InlineData(null, NobodySaid)]
    public void Reasons_and_statements_with_a_bound_say_on_what_it_rests(SamplingFrame? frame, string condition)
    {
        var confirmed = Confirmed(frame, isDrawn: false, size: null).Lots.Single();
        Assert.EndsWith("more than AQL 2.5; this holds " + condition, English(confirmed.Reasons[0]), StringComparison.Ordinal);
        var flagged = Flagged(frame, size: 280).Lots.Single();
        Assert.EndsWith("more than AQL 2.5; this holds " + condition, English(flagged.Reasons[0]), StringComparison.Ordinal);
        Assert.Contains(Statements.Of(flagged), statement => English(statement.Words) is var words && words.StartsWith("From the flags", StringComparison.Ordinal) && words.EndsWith($" This holds {condition}.", StringComparison.Ordinal));
    }

    [Fact]
    public void Where_the_draw_is_shown_no_reason_has_a_condition()
    {
        var lot = Flagged(null, 280, isDrawn: true).Lots.Single();
        Assert.True(lot.IsRejectedByFlags);
        Assert.DoesNotContain("this holds", English(lot.Reasons[0]), StringComparison.OrdinalIgnoreCase);
        Assert.All(Statements.Of(lot), statement => Assert.DoesNotContain("This holds", English(statement.Words), StringComparison.Ordinal));
    }

    private static InspectionRecord Confirmed(SamplingFrame? frame, bool isDrawn, long? size = 280) => Of(frame, size, isDrawn, new GivenEvidence(
        new ConfirmedList("confirmed.csv", "", [.. Enumerable.Range(0, Sample).Select(at => new Confirmation("L", $"{at}", at < 9 ? ReaderWord.Defective : ReaderWord.Good, "reader", new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero), null, null))]),
        null,
        null,
        null));

    private static InspectionRecord Flagged(SamplingFrame? frame, long? size, bool isDrawn = false) => Of(frame, size, isDrawn, GivenEvidence.None);

    private static InspectionRecord Of(SamplingFrame? frame, long? size, bool isDrawn, GivenEvidence evidence)
    {
        var shipment = new ShipmentRecord { Agreement = new Agreement { Sampling = frame }, Evidence = evidence, IsPlanned = true };
        var names = Enumerable.Range(0, Sample).Select(at => $"{at}").ToList();
        shipment.Lot("L", size, [.. names.Select((name, at) => shipment.Item(name, shipment.Scored(new("L", name, ""), $"L/{name}.jpg", at < 14 ? 9 : 0.1)))], isDrawn ? names : null);
        return shipment.Record();
    }

    private static string Caption(InspectionRecord record) => English(ShareFinding.Of(record, record.Lots, Terms.Of(record).Limits));

    private static string English(FormattableString text) => FormattableString.Invariant(text).Replace('\u00A0', ' ');
}
