using DefectVision.Statistics.Cartons;

namespace DefectVision.Statistics.Tests.Golden;

internal static class CartonsGolden
{
    public static void Dyadic(GoldenRow row)
    {
        var cartons = row.Count("cartons_in_lot");
        long[] opened = [.. row.Numbers("defects_per_carton").Select(number => (long)number)];
        var found = DyadicBound.Lower(opened, row.Count("pack_size"), cartons == 0 ? null : cartons, row.Confidence);
        row.Same("cartons_sampled", opened.Length);
        row.Same("thresholds", found.Thresholds.Count);
        row.Same("cartons_at_or_above_each_threshold", string.Join(';', found.Thresholds.Select(threshold => threshold.Cartons)));
        row.Near("rate_lower", found.Rate.Lower.Value, 1e-8, 1e-15);
        if (found.NonconformingAtLeast is { } items)
        {
            row.Same("lot_defects_lower", items);
            var alpha = row.Confidence.Alpha;
            Assert.True(DyadicBound.PValue(opened, row.Count("pack_size"), cartons, items).Value >= alpha * (1 - 1e-8));
            if (items > 0)
                Assert.True(DyadicBound.PValue(opened, row.Count("pack_size"), cartons, items - 1).Value <= alpha * (1 + 1e-8));
        }
        else
            row.Same("lot_defects_lower", "");
    }

    public static void Cluster(GoldenRow row)
    {
        var cartons = row.Tallies("data");
        var two = KornGraubard.Estimate(cartons, row.Confidence, Side.TwoSided);
        var one = KornGraubard.Estimate(cartons, row.Confidence, Side.Lower);
        row.Same("cartons", two.Cartons);
        row.Same("items", two.Found.Total);
        row.Same("defects", two.Found.Count);
        Near("p_hat", (double)two.Found.Count / two.Found.Total);
        Near("icc_anova", two.IntraCartonCorrelation ?? double.NaN);
        Near("kish_m", two.MeanItemsPerItem ?? double.NaN);
        Near("se_linearized", two.StandardError ?? double.NaN);
        Near("deff", two.DesignEffect ?? double.NaN);
        row.Same("status", two.Interval.Status switch
        {
            BoundStatus.AllSame => "all_same",
            BoundStatus.SingleCarton => "k1",
            BoundStatus.ZeroVariance => "zero_variance",
            _ => "ok",
        });
        Near("n_eff_two", two.EffectiveItems);
        Near("kg_lower_two", two.Interval.Lower.Value);
        Near("kg_upper_two", two.Interval.Upper.Value);
        Near("n_eff_one", one.EffectiveItems);
        Near("kg_lower_one", one.Interval.Lower.Value);

        void Near(string column, double found) => row.Near(column, found, 1e-7, 1e-10);
    }

    public static void BetaBinomialLikelihood(GoldenRow row)
    {
        var cartons = row.Tallies("data");
        row.Near("log_likelihood", new BetaBinomial(new Rate(row.Number("mu")), new Rate(row.Number("rho"))).LogLikelihood(cartons), 1e-8, 0);
        var (fit, status) = BetaBinomial.Fit(cartons);
        row.Same("status", status switch
        {
            BoundStatus.AllSame => "boundary",
            BoundStatus.Degenerate => "rho_at_boundary",
            _ => "ok",
        });
        row.Near("mle_mu", fit?.Mean.Value ?? double.NaN, 1e-4, 0);
        row.Near("mle_rho", fit?.Correlation.Value ?? double.NaN, 1e-4, 0);
        // The column is printed with six digits, so it cannot be read to 1e-6 everywhere.
        row.Near("mle_log_likelihood", fit?.LogLikelihood(cartons) ?? double.NaN, 0, Math.Max(1e-6, row.HalfDigit("mle_log_likelihood")));
    }

    public static void Items(GoldenRow row)
    {
        var views = row.Texts("photo_scores").Select(text => text.Split(':')).Select(pair => (Item: pair[0], Score: double.Parse(pair[1], System.Globalization.CultureInfo.InvariantCulture))).ToArray();
        var threshold = row.Number("threshold");
        var items = ItemAggregation.Of(views);
        row.Same("photos", views.Length);
        row.Same("photos_flagged", views.Count(view => view.Score >= threshold));
        row.Same("items", items.Count);
        row.Same("items_flagged_any", items.Count(item => item.IsFlagged(threshold)));
        row.Near("item_max_scores_in_first_seen_order", [.. items.Select(item => item.HighestScore)], 0, 0);
        row.Same("max_photos_per_item", items.Max(item => item.Views));
    }
}
