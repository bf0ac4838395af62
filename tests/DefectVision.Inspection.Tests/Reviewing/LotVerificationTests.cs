using DefectVision.Inspection.Reviewing;
using DefectVision.Statistics;

namespace DefectVision.Inspection.Tests.Reviewing;

/// <summary>
/// Rules of the verification protocol (statistics page, 2.6): all of what something points at is read, and of the rest a random share that nobody's answer chooses; what nobody decided counts
/// as defective. Reference values: hypergeometric tails added up in exact fractions outside this program.
/// </summary>
public sealed class LotVerificationTests
{
    private static readonly ReviewProtocol Protocol = new(20261124, null);

    [Fact]
    public void A_tenth_of_the_rest_is_drawn_sixty_at_least_or_as_told()
    {
        Assert.Equal(60, AuditSample.Of(Make.Lot(3200, 280, stains: 4), Protocol).Drawn.Count);
        Assert.Equal(90, AuditSample.Of(Make.Lot(3200, 900), Protocol).Drawn.Count);
        Assert.Equal(20, AuditSample.Of(Make.Lot(3200, 20), Protocol).Drawn.Count);
        Assert.Equal(28, AuditSample.Of(Make.Lot(3200, 280, stains: 4), Protocol with { AuditShare = 0.1 }).Drawn.Count);
        Assert.Empty(AuditSample.Of(Make.Lot(3200, 280), Protocol with { AuditShare = 0 }).Drawn);
    }

    [Fact]
    public void The_draw_depends_on_seed_and_lot_and_on_no_answer()
    {
        var lot = Make.Lot(3200, 280, stains: 4);
        var drawn = Names(AuditSample.Of(lot, Protocol));
        Assert.Equal(drawn, Names(AuditSample.Of(Make.Each(lot, Make.Confirmed), Protocol)));
        Assert.Equal(drawn, Names(AuditSample.Of(Make.Each(lot, item => item with { IsSuspectedDuplicate = true }), Protocol)));
        Assert.NotEqual(drawn, Names(AuditSample.Of(lot, Protocol with { Seed = 2 })));
        Assert.NotEqual(drawn, Names(AuditSample.Of(lot with { Name = "other" }, Protocol)));
    }

    [Fact]
    public void Every_item_of_the_rest_is_as_likely_to_be_drawn()
    {
        var lot = Make.Lot(null, 20);
        var times = new Dictionary<string, int>(StringComparer.Ordinal);
        const int Draws = 4000;
        for (ulong seed = 0; seed < Draws; seed++)
        {
            foreach (var item in AuditSample.Of(lot, new ReviewProtocol(seed, 0.25)).Drawn)
            {
                times[item.Name] = times.GetValueOrDefault(item.Name) + 1;
            }
        }

        // Binomial(4000, 1/4): five standard deviations are 137.
        Assert.All(lot.Items, item => Assert.InRange(times[item.Name], 1000 - 137, 1000 + 137));
    }

    [Fact]
    public void Nothing_is_said_of_the_unread_until_the_whole_draw_is_read()
    {
        var lot = Make.Read(Make.Lot(3200, 280, stains: 4));
        var part = Of(Answered(lot, AuditSample.Of(lot, Protocol).Drawn.Skip(1), _ => Make.Overruled));
        Assert.Equal(new Tally(59, 60), part.Audit);
        Assert.Equal((null, null, null), (part.MissedAtMost, part.MissedEstimate, part.AtMost(3200)));
        Assert.Null(part.Caught);
        Assert.Null(Of(lot, Protocol with { AuditShare = 0 }).MissedAtMost);
    }

    [Theory]
    [InlineData(0, 0, 11)]
    [InlineData(1, 1, 19)]
    [InlineData(2, 3, 25)]
    public void What_was_missed_is_bounded_by_the_exact_draw(int found, long atLeast, long atMost)
    {
        var lot = Make.Read(Make.Lot(3200, 280, stains: 4));
        var verified = Of(Answered(lot, AuditSample.Of(lot, Protocol).Drawn, number => number < found ? Make.Confirmed : Make.Overruled));
        Assert.Equal((found, atLeast, atMost), (verified.Found, verified.MissedAtLeast, verified.MissedAtMost));
        Assert.Equal(found * 276 / 60.0, verified.MissedEstimate);
        Assert.Equal((4.0 / (4 + atMost), 4.0 / (4 + atLeast)), verified.Caught);
        Assert.Equal((1, 1), verified.LetPass);
    }

    // Two stages, the sample from the lot and the audit from the rest: each at half of the 5 %.
    [Theory]
    [InlineData(3200L, 286L)]
    [InlineData(280L, 13L)]
    public void The_upper_bound_for_the_lot_counts_everything_not_found_good(long size, long expected)
    {
        var lot = Make.Lot(size, 280, stains: 4);
        var number = 0;
        var half = Make.Each(lot, item => item.Standing == ItemStanding.Flagged && number++ < 2 ? Make.Overruled(item) : item);
        var verified = Of(Answered(half, AuditSample.Of(lot, Protocol).Drawn, _ => Make.Overruled));
        Assert.Equal((4, 2, 0), (verified.Pointed, verified.PointedFoundGood, verified.PointedConfirmed));
        Assert.Equal(expected, verified.AtMost(size)!.Upper);
        Assert.Null(verified.AtMost(null));
        Assert.False(verified.IsPointedRead);
        Assert.Null(verified.Caught);
    }

    [Fact]
    public void An_item_that_readers_leave_open_counts_as_defective_above_and_takes_the_estimate_away()
    {
        var lot = Make.Read(Make.Lot(3200, 280, stains: 4));
        var verified = Of(Answered(lot, AuditSample.Of(lot, Protocol).Drawn, number => number == 0 ? Make.Disputed : Make.Overruled));
        Assert.Equal((0, 1), (verified.Found, verified.NotDecided));
        Assert.Equal((0L, 19L, null), (verified.MissedAtLeast, verified.MissedAtMost, verified.MissedEstimate));
    }

    [Fact]
    public void Where_all_of_the_rest_is_read_nothing_is_left_to_chance()
    {
        var lot = Make.Read(Make.Lot(40, 40, stains: 2));
        var verified = Of(Answered(lot, AuditSample.Of(lot, Protocol).Drawn, number => number == 0 ? Make.Confirmed : Make.Overruled));
        Assert.Equal((1L, 1L), (verified.MissedAtLeast, verified.MissedAtMost));
        Assert.Equal(3, verified.AtMost(40)!.Upper);
        Assert.Equal((2 / 3.0, 2 / 3.0), verified.Caught);
    }

    private static IEnumerable<string> Names(AuditSample audit) => audit.Drawn.Select(item => item.Name);

    private static LotVerification Of(Lot lot, ReviewProtocol? protocol = null) => LotVerification.Of(Make.Judge(lot), protocol ?? Protocol);

    private static Lot Answered(Lot lot, IEnumerable<Item> items, Func<int, Func<Item, Item>> how)
    {
        var answers = items.Select((item, number) => (item.Name, Answer: how(number))).ToDictionary(one => one.Name, one => one.Answer, StringComparer.Ordinal);
        return Make.Each(lot, item => answers.TryGetValue(item.Name, out var answer) ? answer(item) : item);
    }
}
