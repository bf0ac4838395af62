using DefectVision.Statistics.Amounts;
using DefectVision.Statistics.Intervals;
using DefectVision.Statistics.Verification;

namespace DefectVision.Statistics.Tests.Golden;

internal static class VerificationGolden
{
    public static void Chain(GoldenRow row)
    {
        var chain = new VerificationChain(
            new VerifiedStratum(row.Count("flagged"), new Tally(row.Count("defects_flagged"), row.Count("verified_flagged"))),
            new VerifiedStratum(row.Count("unflagged"), new Tally(row.Count("defects_unflagged"), row.Count("verified_unflagged"))),
            row.Count("lot_N"));
        var (estimate, error) = chain.EstimateSample();
        row.Near("est_defects_in_sample", estimate ?? double.NaN, 1e-9, 0);
        row.Near("se_defects_in_sample", error ?? double.NaN, 1e-9, 0);
        row.Same("sample_D_lower", chain.BoundSample(row.Confidence, Side.Lower).Lower);
        row.Same("sample_D_upper", chain.BoundSample(row.Confidence, Side.Upper).Upper);
        var (lower, upper, confirmed) = (chain.BoundLot(row.Confidence, Side.Lower), chain.BoundLot(row.Confidence, Side.Upper), chain.ConfirmedOnly(row.Confidence));
        row.Same("lot_D_lower", lower.Lower);
        row.Same("lot_D_upper", upper.Upper);
        row.Same("lot_D_lower_confirmed_only", confirmed.Lower);
        row.Near("lot_p_lower", lower.LowerRate.Value, 1e-9, 0);
        row.Near("lot_p_upper", upper.UpperRate.Value, 1e-9, 0);
        row.Near("lot_p_lower_confirmed_only", confirmed.LowerRate.Value, 1e-9, 0);
    }

    public static void Neyman(GoldenRow row)
    {
        var (flagged, unflagged) = VerificationSize.Neyman(row.Count("flagged"), row.Count("unflagged"),
            new Rate(row.Number("guess_p_flagged")), new Rate(row.Number("guess_p_unflagged")), row.Count("budget"));
        row.Same("m_flagged", flagged);
        row.Same("m_unflagged", unflagged);
    }

    public static void Money(GoldenRow row)
    {
        var (x, n, lotSize) = (row.Count("x"), row.Count("n"), row.Count("N"));
        var agreed = new AgreedAmounts(row.Decimal("unit_price"), row.Decimal("rework_per_defect"), row.Decimal("sort_per_unit"), row.Decimal("fixed_cost"), (int)row.Count("currency_decimals"));
        var lower = Hypergeometric.Bound(x, n, lotSize, row.Confidence, Side.Lower);
        var both = Hypergeometric.Bound(x, n, lotSize, row.Confidence, Side.TwoSided);
        row.Same("D_lower_one_sided", lower.Lower);
        row.Same("D_lower_two_sided", both.Lower);
        row.Same("D_upper_two_sided", both.Upper);
        row.Same("claim_price_lower", agreed.Print(agreed.PriceAtLeast(lower)));
        row.Same("claim_price_point", agreed.Print(agreed.PriceEstimate(new Tally(x, n), lotSize)!.Value));
        row.Same("claim_price_two_sided_low", agreed.Print(agreed.PriceAtLeast(both)));
        row.Same("claim_price_two_sided_high", agreed.Print(agreed.PriceAtMost(both)));
        row.Same("rework_lower", agreed.Print(agreed.ReworkAtLeast(lower)));
        row.Same("sorting_whole_lot", agreed.Print(agreed.SortingOfLot(lower)));
        row.Same("claim_total_lower", agreed.Print(agreed.TotalAtLeast(lower)));
    }
}
