using DefectVision.Inspection;
using DefectVision.Inspection.Claiming;
using DefectVision.Inspection.Judging;

namespace DefectVision.Evidence.Wording;

/// <summary>What may be said of a lot, in the order in which it may be said: first what needs no assumption, then what holds for every lot, then estimates.</summary>
internal static class Statements
{
    public const string Counted = "counted";
    public const string None = "none";

    /// <summary>Those that stand as they are.</summary>
    public static IEnumerable<Statement> Of(LotJudgement judged)
    {
        if (judged.Claim is not { } claim)
        {
            return [];
        }

        return claim.Review is null ? WithoutReview(judged.Tally, claim) : Confirmed(claim).Concat(claim.Sample.SpeaksForLot ? ForTheLot(judged.Lot, claim) : []);
    }

    /// <summary>Those that would hold if the items had been drawn at random, which is not shown.</summary>
    public static IEnumerable<Statement> UnderAssumption(LotJudgement judged) =>
        judged.Claim is { Review: not null, Sample.SpeaksForLot: false } claim ? ForTheLot(judged.Lot, claim) : [];

    private static IEnumerable<Statement> Confirmed(LotClaim claim)
    {
        yield return new Statement(
            claim.Confirmed.Count switch
            {
                0 => $"No unit is confirmed defective.",
                1 => $"1 physical unit, listed below by item with photo digests, is defective by the readers' word. This needs no statistics.",
                var count => $"{Figures.Count(count)} physical units, listed below by item with photo digests, are defective by the readers' word. This needs no statistics.",
            },
            Counted,
            $"the readers' answers");
    }

    private static IEnumerable<Statement> ForTheLot(Lot lot, LotClaim claim)
    {
        if (claim.AtLeast is not { } bound)
        {
            yield break;
        }

        var letter = bound.Class?.ToString() ?? None;
        yield return new Statement(AtLeast(lot, bound), letter, $"{bound.Method}, one-sided {Figures.Level(bound.Confidence)}");
        foreach (var comparison in claim.Comparisons)
        {
            yield return new Statement(Compared(lot, comparison), letter, $"{comparison.Method}, one-sided, alpha {Figures.Alpha(comparison.Alpha)}");
        }

        foreach (var comparison in claim.Comparisons.Where(comparison => comparison.IsShown))
        {
            yield return new Statement(
                $"That it is worse than AQL {Figures.Aql(comparison.AqlPercent)} for {new Word(comparison.Severity)} defects would stand even if up to {Figures.Count(comparison.OverturnMargin ?? 0)} of the {Figures.Count(comparison.Found.Count)} findings were overturned ({Figures.Count(comparison.CriticalCount ?? 0)} suffice).",
                letter,
                $"overturn margin of the test above");
        }

        if (claim.Amount is { } amount)
        {
            yield return new Statement(
                bound.Items is null or 0
                    ? (FormattableString)$"No amount follows: the bound shows no defective item beyond doubt. No statistical claim."
                    : $"Price of the items that the lot holds at least: {Figures.Count(amount.Items)} x {amount.UnitPrice} = {amount.Printed} {(amount.Currency is { } currency ? (FormattableString)$"{currency}" : $"(currency not given)")}, rounded down.",
                letter,
                $"agreed price times the bound above");
        }
    }

    private static FormattableString AtLeast(Lot lot, DefectiveBound bound) =>
        bound.Found.Count == 0 || bound.Rate <= 0
            ? (FormattableString)$"{Figures.Count(bound.Found.Count)} of {Phrases.Items(bound.Found.Total)} inspected: no lower bound above zero for the lot."
            : bound.Items is { } items && lot.Size is { } size
                ? (FormattableString)$"At least {Figures.Count(items)} of the lot's {Phrases.Items(size)} ({Figures.Lower(bound.Rate)}) are defective: {Figures.Count(bound.Found.Count)} confirmed of {Phrases.Items(bound.Found.Total)} inspected. Defects that the model or the readers missed can only raise this."
                : $"At least {Figures.Lower(bound.Rate)} of the lot's items are defective: {Figures.Count(bound.Found.Count)} confirmed of {Phrases.Items(bound.Found.Total)} inspected; the lot's size is {Phrases.NotGiven}.";

    private static FormattableString Compared(Lot lot, AqlComparison comparison)
    {
        FormattableString aql = $"AQL {Figures.Aql(comparison.AqlPercent)} for {new Word(comparison.Severity)} defects, which allows {Figures.Count(comparison.PermittedInLot)} of {Phrases.Items(lot.Size ?? 0)}";
        FormattableString p = $"p = {Figures.PValue(comparison.PValue)}, to be below {Figures.Alpha(comparison.Alpha)}";
        FormattableString count = $"{Figures.Count(comparison.Found.Count)} confirmed of {Figures.Count(comparison.Found.Total)}";
        return comparison switch
        {
            { IsShown: true } => $"The lot is worse than {aql}: {count} ({p}).",
            { CriticalCount: { } critical } => $"Not shown to be worse than {aql}: {count} ({p}; {Figures.Count(critical)} would show it).",
            _ => $"Not shown to be worse than {aql}: {count} ({p}; no count of this sample could show it).",
        };
    }

    private static IEnumerable<Statement> WithoutReview(LotTally tally, LotClaim claim)
    {
        yield return new Statement(
            $"{Figures.Count(tally.Flagged)} of {Phrases.Items(tally.Items)} are flagged by the model, listed in the exhibits and the defect log. No person has looked at them.",
            Counted,
            $"the model's scores");
        if (claim.Correction is { } correction)
        {
            yield return Estimate(correction);
            if (correction.AtLeast is { } atLeast)
            {
                yield return new Statement(
                    $"From the flags and the model's false alarms alone: {(atLeast > 0 ? (FormattableString)$"at least {Figures.Lower(atLeast)} of the items are defective" : $"no lower bound above zero")}. This would be class G given a validation set that took no part in training and represents this lot; the counts here come from cross-fitting, so it is not.",
                    "A",
                    $"{correction.AtLeastMethod}, one-sided {Figures.Level(correction.Confidence)}");
            }
        }

        yield return new Statement(
            claim.Sample.SpeaksForLot
                ? (FormattableString)$"No guaranteed statement is made: it needs a person to look at every flagged item (confirmed.csv: item, confirmed, reader, time)."
                : $"No guaranteed statement is made: it needs a person to look at every flagged item (confirmed.csv: item, confirmed, reader, time), and items that speak for the lot (see below).",
            None,
            $"–");
    }

    private static Statement Estimate(FlagCorrection correction)
    {
        var method = correction.EstimateMethod is { } name ? (FormattableString)$"{name}, two-sided {Figures.Level(correction.Confidence)}" : $"Lang-Reiczigel";
        return correction is { Estimate: { } estimate, Lower: { } lower, Upper: { } upper }
            ? new Statement(
                $"Estimate of the defective share, the model's errors allowed for: {Figures.Share(estimate)} ({Figures.Lower(lower)} to {Figures.Upper(upper)}), if the photos that the model was measured on represent this lot; whether they do was not tested.",
                "A",
                method)
            : new Statement($"No estimate of the defective share is made from the flags: {correction.Refused ?? $"nothing was inspected"}.", None, method);
    }
}
