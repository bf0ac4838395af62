using DefectVision.Inspection.Judging;
using DefectVision.Inspection.Reviewing;

namespace DefectVision.Inspection.Tests.Reviewing;

/// <summary>Rules: what something points at comes with the audit sample mixed in at random, so that no place tells which it is; then the rest. Everybody has the same queue.</summary>
public sealed class ReviewQueueTests
{
    private static readonly ReviewProtocol Protocol = new(7, null);

    [Fact]
    public void What_something_points_at_and_the_audit_sample_come_first_and_every_item_once()
    {
        var judged = Make.Judge(Make.Lot(3200, 280, holes: 3, stains: 30, undecided: 5));
        var queue = ReviewQueue.Of([judged], Protocol);
        Assert.Equal(280, queue.Select(queued => queued.Item.Name).Distinct().Count());
        Assert.Equal(280, queue.Count);
        Assert.All(queue.Take(38 + 60), queued => Assert.NotEqual(ReviewReason.Rest, queued.Reason));
        Assert.All(queue.Skip(38 + 60), queued => Assert.Equal(ReviewReason.Rest, queued.Reason));
        Assert.Equal(
            [(ReviewReason.Flagged, 33), (ReviewReason.Undecided, 5), (ReviewReason.AuditSample, 60), (ReviewReason.Rest, 182)],
            queue.GroupBy(queued => queued.Reason).OrderBy(group => group.Key).Select(group => (group.Key, group.Count())));
    }

    // Were the audit items at the end or at the beginning, their place would tell a reader which they are.
    [Fact]
    public void The_audit_sample_lies_everywhere_among_the_others()
    {
        var judged = Make.Judge(Make.Lot(3200, 280, stains: 60));
        var queue = ReviewQueue.Of([judged], Protocol).Take(120).ToList();
        for (var part = 0; part < 4; part++)
        {
            // Hypergeometric, 30 of 120 with 60 of a kind: outside 5 to 25 with a chance below 1e-4.
            Assert.InRange(queue.Skip(30 * part).Take(30).Count(queued => queued.Reason == ReviewReason.AuditSample), 5, 25);
        }

        Assert.Equal(queue.Select(queued => queued.Item.Name), ReviewQueue.Of([judged], Protocol).Take(120).Select(queued => queued.Item.Name));
        Assert.NotEqual(queue.Select(queued => queued.Item.Name), ReviewQueue.Of([judged], Protocol with { Seed = 8 }).Take(120).Select(queued => queued.Item.Name));
    }

    [Fact]
    public void Lots_whose_verdict_answers_can_change_come_first_and_items_without_a_readable_photo_never()
    {
        var accepted = Make.Judge(Make.Lot(3200, 280) with { Name = "A" });
        var held = Make.Judge(Make.Replace(Make.Lot(3200, 280, stains: 12) with { Name = "B" }, Make.Damaged(1), Make.NeverPhotographed(1)));
        Assert.Equal((Verdict.Accept, Verdict.Hold), (accepted.Verdict, held.Verdict));
        var queue = ReviewQueue.Of([accepted, held], Protocol);
        Assert.Equal("B", queue[0].Lot.Lot.Name);
        Assert.DoesNotContain(queue, queued => !queued.Item.HasReadablePhoto);
        Assert.Equal(280 + 278, queue.Count);
    }

    [Fact]
    public void Without_a_model_the_most_unlike_come_first_with_the_audit_sample_mixed_in()
    {
        var unlike = Enumerable.Range(0, 100).Select(number => Make.NotScored(number) with { Name = $"i-{number:D3}" }).Select((item, number) => item with
        {
            Photos = [.. item.Photos.Select(photo => photo with { Unlikeness = new Unlikeness(2 - (number / 100.0), new HeatReading(1, 2, 1, null)) })],
        }).ToList();
        var judged = Make.Judge(Make.Lot(100, 0) with { Items = unlike });
        var queue = ReviewQueue.Of([judged], Protocol with { AuditShare = 0.1 });
        Assert.Equal(100, queue.Count);
        var ordered = queue.Where(queued => queued.Reason == ReviewReason.Order).Select(queued => queued.Item.Name).ToList();
        Assert.Equal(ordered.Order(StringComparer.Ordinal), ordered);
        Assert.Equal(10, queue.Count(queued => queued.Reason == ReviewReason.AuditSample));
    }

    [Theory]
    [InlineData(StrangeGoods.MostOfOnePhoto, "known")]
    [InlineData(StrangeGoods.MostOfOnePhoto + 0.0001, "odd")]
    public void What_is_perhaps_other_goods_comes_before_higher_scores(double strangeness, string first)
    {
        var judged = Make.Judge(Make.Lot(280, 0) with { Items = [Scored("known", 9, 0.1), Scored("odd", 1, strangeness)] });
        Assert.Equal(first, ReviewQueue.Of([judged], Protocol)[0].Item.Name);
    }

    private static Item Scored(string name, double score, double strangeness) => ItemJudge.Judge(
        name, [Make.Photo(Standing.Flagged) with { Finding = new Finding(score, Standing.Flagged, null, "stain") { Strangeness = strangeness } }], Make.Terms);
}
