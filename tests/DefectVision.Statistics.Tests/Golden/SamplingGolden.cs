using DefectVision.Statistics.Sampling;
using DefectVision.Statistics.Tails;

namespace DefectVision.Statistics.Tests.Golden;

internal static class SamplingGolden
{
    public static InspectionSeverity Severity(GoldenRow row) => Enum.Parse<InspectionSeverity>(row.Text("inspection"), ignoreCase: true);

    public static InspectionLevel Level(string text) => Enum.Parse<InspectionLevel>(text.Replace("-", "", StringComparison.Ordinal));

    public static void IsoSinglePlan(GoldenRow row)
    {
        var plan = Iso2859.SinglePlan(row.Count("lot_size"), Level(row.Text("level")), Aql.Parse(row.Text("aql")), Severity(row));
        row.Same("initial_letter", plan.InitialCodeLetter.ToString()!);
        row.Same("final_letter", plan.CodeLetter.ToString());
        row.Same("n", plan.SampleSize);
        row.Same("Ac", plan.AcceptanceNumber);
        row.Same("Re", plan.RejectionNumber);
        row.Same("full_inspection", plan.FullInspection);
        row.Same("n_to_inspect", plan.ItemsToInspect);
    }

    public static void MilStdCells(GoldenRow row)
    {
        var plan = MilStd105E.PlanAtLetter(Enum.Parse<SampleSizeCodeLetter>(row.Text("code_letter")), Aql.Parse(row.Text("aql")), Severity(row));
        row.Same("n", plan.SampleSize);
        row.Same("Ac", plan.AcceptanceNumber);
        row.Same("Re", plan.RejectionNumber);
    }

    public static void Exceedance(GoldenRow row)
    {
        var (x, n, lotSize) = (row.Count("x"), row.Count("n"), row.Count("N"));
        var aql = Aql.Parse(row.Text("aql_percent"));
        var found = AqlExceedance.Test(x, n, lotSize, aql, row.Confidence);
        row.Same("D0_at_aql", found.PermittedInLot);
        row.Near("p_value_hypergeometric", found.PValue.Value, 1e-8, 1e-300);
        row.Near("p_value_binomial", BinomialTail.AtLeast(x, n, (double)aql.Percent / 100), 1e-8, 1e-300);
        if (found.CriticalCount is { } critical)
            row.Same("x_critical", critical);
        row.Same("D_lower", found.LowerBound.Lower);
        row.Same("proven_worse_than_aql", found.Proven);
    }

    public static void OcCurve(GoldenRow row)
    {
        var curve = new OperatingCharacteristic(row.Count("n"), row.Count("Ac"));
        var quality = new Rate(row.Number("p"));
        var lotSize = row.Count("N");
        row.Same("D_round_half_up", OperatingCurve.NonconformingAt(lotSize, quality));
        row.Near("Pa_binomial", curve.AcceptanceOfProcess(quality).Value, 1e-8, 1e-14);
        row.Near("Pa_poisson", curve.AcceptanceOfNonconformities(quality.Value).Value, 1e-8, 1e-14);
        row.Near("Pa_hypergeometric", curve.AcceptanceOfLot(lotSize, quality).Value, 1e-8, 1e-14);
        row.Near("p_at_Pa95_binomial", curve.QualityAcceptedWith(new Probability(0.95)).Value, 1e-8, 1e-14);
        row.Near("p_at_Pa10_binomial", curve.QualityAcceptedWith(new Probability(0.10)).Value, 1e-8, 1e-14);
        row.Near("p_at_Pa05_binomial", curve.QualityAcceptedWith(new Probability(0.05)).Value, 1e-8, 1e-14);
        row.Near("lambda_per_unit_at_Pa10_poisson", curve.NonconformitiesPerItemAcceptedWith(new Probability(0.10)), 1e-8, 1e-14);
    }

    public static void Switching(GoldenRow row)
    {
        var acceptance = (int)row.Count("Ac");
        int? tighter = row.IsEmpty("Ac_one_step_tighter") ? null : (int)row.Count("Ac_one_step_tighter");
        var conditions = new ReducedConditions(row.Flag("steady_production"), row.Flag("authority_approves_reduced"));
        var rules = SwitchingRules.Start;
        var (states, scores) = (new List<char>(), new List<int>());
        foreach (var nonconforming in row.Numbers("nonconforming_per_lot"))
        {
            rules = rules.After(nonconforming <= acceptance, SwitchingRules.EarnedBy((long)nonconforming, acceptance, tighter), conditions);
            states.Add(char.ToLowerInvariant(rules.State.ToString()[0]));
            scores.Add(rules.Score);
        }
        row.Same("state_after_each_lot", string.Join(';', states));
        row.Same("score_after_each_lot", string.Join(';', scores));
    }

    public static void DoubleSampling(GoldenRow row)
    {
        var quality = new Rate(row.Number("p"));
        var plan = new DoubleSamplingPlan((int)row.Count("n1"), (int)row.Count("n2"), (int)row.Count("Ac1"), (int)row.Count("Re1"), (int)row.Count("Ac2"), (int)row.Count("Re2"));
        row.Near("Pa_binomial", plan.AcceptanceOfProcess(quality).Value, 1e-8, 1e-12);
        row.Near("ASN_uncurtailed", plan.AverageSampleNumber(quality), 1e-8, 1e-12);
        row.Near("P_accept_first", plan.AcceptanceOnFirst(quality).Value, 1e-8, 1e-12);
        row.Near("P_reject_first", plan.RejectionOnFirst(quality).Value, 1e-8, 1e-12);
    }

    public static void ConsumerRiskSizes(GoldenRow row)
    {
        var (lotSize, quality, acceptance) = (row.Count("N"), new Rate(row.Number("p_bad")), (int)row.Count("acceptance_number"));
        var bad = ConsumerRisk.NonconformingIn(lotSize, quality);
        row.Same("D_bad", bad);
        row.Same("n_hypergeometric", ConsumerRisk.SampleSizeForLot(lotSize, bad, acceptance, row.Confidence)?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "");
        row.Same("n_binomial", ConsumerRisk.SampleSizeForProcess(quality, acceptance, row.Confidence));
    }
}
