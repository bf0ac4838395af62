using DefectVision.Evidence.Charts;
using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;
using DefectVision.Inspection.Claiming;
using DefectVision.Inspection.Judging;

namespace DefectVision.Evidence.Report;

/// <summary>One line per lot, with its deciding reason under it.</summary>
internal static class LotsTable
{
    private const string Columns = "7";

    public static void Write(Html html, InspectionRecord record)
    {
        var lots = record.Lots;
        if (lots.Count == 0)
        {
            html.Element("p", "No lot was found: there is no verdict but Hold.", ("class", "none"));
            return;
        }

        using (html.Open("table", ("class", "lots")))
        {
            Section.TableHead(html, "Lot", "Verdict", "#Items inspected", "#Critical", "#Major", "#Minor", "#Not decided");
            foreach (var lot in lots)
            {
                using (html.Open("tbody"))
                {
                    Counts(html, lot);
                    Why(html, lot);
                }
            }
        }

        Together(html, record);
        html.Element(
            "p",
            $"Critical, major, minor: items {(record.Confirmed is null ? Phrases.Status : "confirmed by a person, or flagged in lots at which nobody looked")}, each counted once at its worst; \"1 to 3\" counts those not decided as well. "
            + "n: items the plan asks for; Ac, Re: acceptance and rejection number. Bounds hold " + Phrases.IfDrawnAtRandom + ".",
            ("class", "small soft"));
    }

    private static string Known(LotJudgement judged, DefectiveBound bound)
    {
        if (bound.Class is null)
        {
            return "No bound for the lot is guaranteed (section 4 says what would be needed).";
        }

        var amount = judged.Claim?.Amount is { AtLeast: > 0 } claimed ? $" Price of these items: {claimed.Printed} {claimed.Currency}." : "";
        return bound.Rate <= 0
            ? "No lower bound above zero."
            : bound.Items is { } items && judged.Lot.Size is { } size
                ? $"At least {Figures.Count(items)} of {Phrases.Items(size)} ({Figures.Lower(bound.Rate)}) are defective, {Figures.Level(bound.Confidence)}, class G.{amount}"
                : $"At least {Figures.Lower(bound.Rate)} of its items are defective, {Figures.Level(bound.Confidence)}, class G.";
    }

    // The bounds of the lots hold together at the level of the plan, so their sum does: no lot is pooled with another.
    private static void Together(Html html, InspectionRecord record)
    {
        var bounds = record.Lots.Where(lot => lot.Claim?.AtLeast is { Class: not null, Items: > 0 }).ToList();
        if (bounds.Count < 2)
        {
            return;
        }

        var amounts = bounds.Select(lot => lot.Claim!.Amount).OfType<ClaimedAmount>().ToList();
        var sum = amounts.Count == bounds.Count && amounts.Select(amount => amount.Currency).Distinct().Count() == 1
            ? $" Price of these items together: {amounts.Sum(amount => amount.AtLeast).ToString(System.Globalization.CultureInfo.InvariantCulture)} {amounts[0].Currency}."
            : "";
        html.Element("p", $"Together: at least {Figures.Count(bounds.Sum(lot => lot.Claim!.AtLeast!.Items ?? 0))} defective items in {Figures.Count(bounds.Count)} lots, the sum of the lots' own bounds, which hold together at {Figures.Level(AnalysisPlan.Together.Value)} (class G).{sum}");
    }

    private static void Counts(Html html, LotJudgement judged)
    {
        using (html.Open("tr"))
        {
            using (html.Open("td"))
            using (html.Open("b"))
            {
                html.Name(judged.Lot.Name);
            }

            using (html.Open("td", ("class", "verdict")))
            {
                VerdictMark.Inline(html, judged.Verdict);
                html.Text(Phrases.Answer(judged.Verdict));
            }

            Section.Number(html, $"{Figures.Count(judged.Tally.Items)} of {(judged.Lot.Size is { } size ? Figures.Count(size) : "unknown")}");
            foreach (var severity in Enum.GetValues<Severity>().OrderDescending())
            {
                Section.Number(html, Phrases.Range(judged.Tally.BySeverity[severity]));
            }

            Section.Number(html, Figures.Count(judged.Tally.Undecided));
        }
    }

    /// <summary>"n 20: critical Ac 0 Re 1, major Ac 1 Re 2", a part for each sample size that the severities ask for.</summary>
    private static string Plan(IReadOnlyList<PlanReading> readings)
    {
        var parts = readings
            .Where(reading => reading.AcceptanceNumber is not null && reading.RejectionNumber is not null)
            .GroupBy(reading => reading.SampleSize)
            .Select(group => (group.Key is { } size ? $"n {Figures.Count(size)}: " : "")
                + string.Join(", ", group.Select(reading => $"{Code.Of(reading.Severity)} Ac {Figures.Count(reading.AcceptanceNumber ?? 0)} Re {Figures.Count(reading.RejectionNumber ?? 0)}")))
            .ToList();
        return parts.Count == 0 ? "none applies" : string.Join("; ", parts);
    }

    private static void Why(Html html, LotJudgement judged)
    {
        using (html.Open("tr", ("class", "why")))
        using (html.Open("td", ("colspan", Columns)))
        {
            html.Element("div", "Reason: " + (judged.Reasons.Count > 0 ? judged.Reasons[0] : "none is recorded."));
            html.Element("div", $"Plan: {Plan(judged.Readings)}.");
            if (judged.Claim is { Review: { } review, AtLeast: { } bound })
            {
                html.Element("div", $"Confirmed defective: {Phrases.Items(review.Confirmed)}. {Known(judged, bound)}");
            }
            else
            {
                html.Element("div", $"Bounds: {Phrases.Bounds(judged.Lot, judged.FlaggedShare)}.");
            }
        }
    }
}
