using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Judging;
using DefectVision.Statistics;
using DefectVision.Statistics.Amounts;
using DefectVision.Statistics.Correction;
using DefectVision.Statistics.Sampling;

namespace DefectVision.Inspection.Claiming;

/// <summary>
/// From a judged lot to what may be said against it. The model only selects what a person looks at: the confirmed items never outnumber the defective ones,
/// and the exact bound rises with their count, so it holds whatever the model misses.
/// </summary>
public sealed class ClaimChain(AgreedTerms terms, AnalysisPlan plan, ModelUsed? model)
{
    private static readonly ConfidenceLevel Alone = ConfidenceLevel.P95;

    /// <summary>Everything that may be said of this lot.</summary>
    public LotClaim Of(LotJudgement judged)
    {
        var lot = judged.Lot;
        var counted = lot.Items.Where(item => item is { IsNonconforming: true, IsSuspectedDuplicate: false }).ToList();
        var found = new Tally(counted.Count, judged.Tally.Items);
        var size = lot.SoundSize;
        var letter = judged.Sample.Class;
        var exact = !judged.HasEvidence || found.Total == 0 ? null
            : lot.Cartons is not null ? CartonBounds.Lower(lot, counted, plan.EachBound)
            : FlaggedShares.Bound(found.Count, found.Total, size, plan.EachBound, Side.Lower);
        var bound = exact is null ? null : new DefectiveBound(found, plan.EachBound.Value, exact.Share, exact.Counted?.Lower, exact.Method, letter)
        {
            Cartons = lot.Cartons is null ? null : CartonBounds.Opened(lot, counted),
        };
        var claimed = exact?.Counted is { } least && size is { } all && judged.Verdict != Verdict.Accept ? Claimed(least.Lower, all) : null;
        return new LotClaim(
            judged.Tally.Review,
            judged.Sample,
            bound,
            bound is null || size is null ? [] : [.. Comparisons(lot, counted, judged.Tally.Items, size.Value, letter)],
            claimed,
            claimed is null ? null : Amount(lot.Name, claimed, size!.Value, letter),
            judged.Tally.Scored == 0 || model is null ? null : Correct(lot, judged.Tally, model));
    }

    private IEnumerable<AqlComparison> Comparisons(Lot lot, List<Item> counted, long items, long size, char? letter)
    {
        foreach (var (severity, limit, _) in terms.Limits.Where(limit => limit.Limit.AqlPercent is not null))
        {
            var found = counted.Where(item => severity.Contains(item.WorstSeverity)).ToList();
            var test = AqlExceedance.Test(found.Count, items, size, new Aql(limit.AqlPercent!.Value), plan.EachTest);
            if (lot.Cartons is not null)
            {
                var bound = CartonBounds.Lower(lot, found, plan.EachTest);
                yield return new AqlComparison(
                    severity, limit.AqlPercent.Value, test.Found, test.PermittedInLot, bound.Counted!.Lower, CartonBounds.PValue(lot, found, test.PermittedInLot).Value, plan.EachTest.Alpha, null, null, bound.Method, letter)
                {
                    IsByCartons = true,
                };
                continue;
            }

            yield return new AqlComparison(
                severity,
                limit.AqlPercent.Value,
                test.Found,
                test.PermittedInLot,
                test.LowerBound.Lower,
                test.PValue.Value,
                plan.EachTest.Alpha,
                test.CriticalCount,
                test.OverturnMargin,
                $"{test.LowerBound.Method} {test.LowerBound.MethodVersion}",
                letter);
        }
    }

    // The tolerance reduces what is claimed and nothing else: bound, comparisons and verdict keep the whole count.
    private ClaimedItems Claimed(long atLeast, long size)
    {
        var contract = terms.Agreement.Contract;
        var tolerated = contract.TolerancePercent is { } percent ? (long)Math.Floor(percent * size / 100) : 0;
        return new ClaimedItems(atLeast, tolerated, contract.Claimable(atLeast, tolerated));
    }

    private ClaimedAmount? Amount(string lot, ClaimedItems claimed, long size, char? letter)
    {
        if (terms.UnitPriceOf(lot) is not { } price)
        {
            return null;
        }

        var agreed = new AgreedAmounts(price, 0, 0, 0, Currencies.Decimals(terms.Currency));
        var amount = agreed.PriceAtLeast(new CountInterval(claimed.Count, size, size, BoundStatus.Ok, Guarantee.Guaranteed, "claimed items", "1"));
        return new ClaimedAmount(price, terms.Currency, claimed.Count, amount, agreed.Print(amount), letter);
    }

    private static FlagCorrection Correct(Lot lot, LotTally tally, ModelUsed model)
    {
        var flagged = new Tally(tally.Flagged, tally.Items);
        if (lot.Cartons is not null)
        {
            return Refused(flagged, null, $"cartons were drawn, and the correction is for items drawn one by one");
        }

        if (!model.TellsGoods)
        {
            return Refused(flagged, null, $"the model cannot tell whether it knows these goods");
        }

        var unsure = lot.Items.Count(item => item is { Standing: ItemStanding.Flagged, IsSuspectedDuplicate: false } && (lot.IsOutsideRange || item.IsFlagUnsure));
        var atLeast = model.AtLeastDefective(new Tally(tally.Flagged - unsure, tally.Items), lot.MostLooks, Alone);
        if (unsure > 0)
        {
            return Refused(flagged, atLeast, $"the model was measured on no photos like those of some items that it flags, or they may be of other goods");
        }

        if (lot.Items.Any(item => item.Photos.Count > 1))
        {
            return Refused(flagged, atLeast, $"the model's errors were counted per photo, and items of this lot have several photos each: an item has as many chances to be flagged");
        }

        if (Math.Min(model.Sensitivity.Total, model.Specificity.Total) == 0)
        {
            return Refused(flagged, null, $"the model does not carry counts of its own errors");
        }

        var corrected = LangReiczigel.TwoSided(flagged, model.Sensitivity, model.Specificity, Alone);
        var estimate = corrected.Estimate is not null;
        return new FlagCorrection(
            flagged,
            estimate ? null : Reason(corrected.Interval.Status),
            corrected.Estimate?.Value,
            estimate ? corrected.Interval.Lower.Value : null,
            estimate ? corrected.Interval.Upper.Value : null,
            Alone.Value,
            $"{corrected.Interval.Method} {corrected.Interval.MethodVersion}",
            corrected.Interval.Status == BoundStatus.InconsistentLow ? null : atLeast?.Lower.Value,
            NameOf(atLeast));
    }

    private static FlagCorrection Refused(Tally flagged, RateInterval? atLeast, FormattableString reason) =>
        new(flagged, reason, null, null, null, Alone.Value, null, atLeast?.Lower.Value, NameOf(atLeast));

    private static string? NameOf(RateInterval? bound) => bound is null ? null : $"{bound.Method} {bound.MethodVersion}";

    private static FormattableString Reason(BoundStatus status) => status switch
    {
        BoundStatus.UninformativeClassifier => $"by its own counts the model flags defective items no more often than good ones",
        BoundStatus.InconsistentLow => $"fewer items are flagged than the model's false alarms alone would give: the photos it was measured on do not represent this lot",
        BoundStatus.InconsistentHigh => $"more items are flagged than its sensitivity could give: the photos it was measured on do not represent this lot",
        BoundStatus.TooFewValidationItems => $"the model was measured on fewer than {LangReiczigel.FewestValidationItems} photos of a kind",
        _ => $"nothing was inspected",
    };
}
