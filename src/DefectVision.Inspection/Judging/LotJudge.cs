using DefectVision.Inspection.Judging.Sections;
using DefectVision.Inspection.Reviewing;
using DefectVision.Statistics;

namespace DefectVision.Inspection.Judging;

/// <summary>From the items of a lot and everything that was said of them to one verdict: section by section, each with its reasons.</summary>
public static class LotJudge
{
    /// <param name="lot">Its size may be wrong: fewer than the items found.</param>
    /// <param name="terms">As agreed, defaults filled in.</param>
    /// <param name="model">Whose flags the items carry; null when no model was named.</param>
    /// <param name="evidence">What persons, gauges, laboratories and others said of all lots.</param>
    public static LotJudgement Judge(Lot lot, AgreedTerms terms, ModelUsed? model, GivenEvidence evidence)
    {
        var tally = Count(lot);
        LotSection[] sections =
        [
            WorkmanshipJudge.Judge(lot, tally, terms, model),
            FactsJudge.Measurements(lot, evidence.Measured, terms),
            FactsJudge.Tests(lot, evidence.Tests, terms),
            ThirdPartyJudge.Judge(lot, evidence.ThirdParty, terms),
        ];
        var sample = terms.Sample(lot);
        return new LotJudgement(
            lot,
            tally,
            tally.Scored == 0 ? null
                : lot.Cartons is not null ? CartonBounds.Both(lot, lot.Items.Where(IsFlagged), tally.Flagged + tally.Undecided, ConfidenceLevel.P95)
                : FlaggedShares.Both(tally.Flagged, tally.Flagged + tally.Undecided, tally.Items, lot.SoundSize, ConfidenceLevel.P95),
            [.. sections, QuantityJudge.Judge(lot, tally, sections, terms)],
            LotRemarks.Of(lot, tally, sections, terms))
        {
            Sample = sample,
        };
    }

    private static bool IsFlagged(Item item) => item.Standing == ItemStanding.Flagged && !item.IsSuspectedDuplicate;

    private static LotTally Count(Lot lot) => new(
        lot.Items.Count,
        lot.Items.Sum(item => item.Photos.Count),
        lot.Items.Count(IsFlagged),
        lot.Items.Count(item => item.IsUndecided),
        SeverityCounter.Of(lot.Items).ToDictionary(count => count.Key, count => lot.Weighed(count.Value)))
    {
        Photographed = lot.Items.Count(item => item.HasReadablePhoto),
        Scored = lot.Items.Count(item => item.Score is not null),
        Review = lot.Items.Any(item => item.Review is not null) ? ReviewTally.Of(lot.Items) : null,
    };
}
