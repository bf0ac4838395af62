using DefectVision.Evidence.Languages;
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

        return judged.HasEvidence ? Shown(judged).Concat(claim.Sample.SpeaksForLot ? ForTheLot(judged.Lot, claim) : []) : WithoutEvidence(judged.Tally, claim);
    }

    /// <summary>Those that hold if the items were drawn at random, which is not shown; each says so.</summary>
    public static IEnumerable<Statement> UnderAssumption(LotJudgement judged) =>
        judged.HasEvidence && judged.Claim is { Sample.SpeaksForLot: false } claim
            ? ForTheLot(judged.Lot, claim).Select(statement => statement with { Words = Qualified(statement.Words, claim) })
            : [];

    private static FormattableString Qualified(FormattableString words, LotClaim claim) => claim.Sample.Assumption is { } assumption ? $"{words} This holds {assumption}." : words;

    // What needs no statistics: the units themselves.
    private static IEnumerable<Statement> Shown(LotJudgement judged)
    {
        var items = judged.Nonconforming;
        var (confirmed, byFact) = (items.Count(item => item.IsConfirmed), items.Count(item => item.ByFact.Count > 0));
        FormattableString units = items.Count == 1 ? $"1 physical unit" : (FormattableString)$"{Figures.Count(items.Count)} physical units";
        FormattableString free = $"This needs no statistics.";
        yield return new Statement(
            (items.Count, confirmed, byFact) switch
            {
                (0, _, _) => $"No unit is shown to be defective.",
                (_, _, 0) => $"Defective by the readers' word: {units}, listed below by item with photo digests. {free}",
                (_, 0, _) => $"Defective by measurement or test: {units}, listed below by item. {free}",
                _ => $"Defective: {units}, listed below by item; {Figures.Count(confirmed)} by the readers' word, {Figures.Count(byFact)} by measurement or test. An item with both counts once. {free}",
            },
            Counted,
            (confirmed, byFact) switch
            {
                (_, 0) => $"the readers' answers",
                (0, _) => $"measurements and tests",
                _ => $"the readers' answers, measurements and tests",
            });
        foreach (var section in judged.Sections.Where(section => section.Kind == SectionKind.Tests && section.Answer == SectionAnswer.Fail))
        {
            yield return new Statement($"{Listed.Semicolons(section.Reasons)}.", Counted, $"the testers' reports");
        }
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
            yield return new Statement(Compared(lot, comparison), letter, How(comparison));
        }

        foreach (var comparison in claim.Comparisons.Where(comparison => comparison.OverturnMargin is not null))
        {
            yield return new Statement(
                $"That it is worse than AQL {Figures.Aql(comparison.AqlPercent)} for {comparison.Severity.InWords} defects would stand even if up to {Figures.Count(comparison.OverturnMargin ?? 0)} of the {Figures.Count(comparison.Found.Count)} findings were overturned ({Figures.Count(comparison.CriticalCount ?? 0)} suffice).",
                letter,
                $"overturn margin of the test above");
        }

        if (claim.Amount is { } amount && claim.Claimed is { } claimed)
        {
            FormattableString items = claimed.Tolerated == 0 || claimed.Count == claimed.AtLeast ? $"{Figures.Count(amount.Items)}" : (FormattableString)$"({Figures.Count(claimed.AtLeast)} - {Figures.Count(claimed.Tolerated)} tolerated)";
            FormattableString currency = amount.Currency is { } agreed ? $"{agreed}" : (FormattableString)$"(currency not given)";
            yield return new Statement(
                claimed switch
                {
                    { AtLeast: 0 } => $"No amount follows: the bound shows no defective item beyond doubt. No statistical claim.",
                    { Count: 0 } => $"No amount follows: the contract tolerates {Figures.Count(claimed.Tolerated)} items of the lot, and {Figures.Count(claimed.AtLeast)} are shown.",
                    _ => $"Price of the items that may be claimed: {items} x {amount.UnitPrice} = {amount.Printed} {currency}, rounded down.",
                },
                letter,
                $"agreed price times the bound above");
        }
    }

    private static FormattableString AtLeast(Lot lot, DefectiveBound bound) =>
        bound.Found.Count == 0 || bound.Rate <= 0
            ? (FormattableString)$"{Figures.Count(bound.Found.Count)} shown defective of {Phrases.Items(bound.Found.Total)} in the sample: no lower bound above zero for the lot."
            : bound is { Items: { } many, Cartons: { } cartons } && lot.Size is { } all
                ? (FormattableString)$"At least {Figures.Count(many)} of the lot's {Phrases.Items(all)} ({Figures.Lower(bound.Rate)}) are defective, counted by cartons: {Figures.Count(bound.Found.Count)} shown defective of {Phrases.Items(bound.Found.Total)}, in {Figures.Count(cartons.WithFindings)} of the {Figures.Count(cartons.Opened)} cartons opened; the lot has {Figures.Count(cartons.InLot)}. Defects that were missed can only raise this."
            : bound.Items is { } items && lot.Size is { } size
                ? (FormattableString)$"At least {Figures.Count(items)} of the lot's {Phrases.Items(size)} ({Figures.Lower(bound.Rate)}) are defective: {Figures.Count(bound.Found.Count)} shown defective of {Phrases.Items(bound.Found.Total)} in the sample. Defects that were missed can only raise this."
                : $"At least {Figures.Lower(bound.Rate)} of the lot's items are defective: {Figures.Count(bound.Found.Count)} shown defective of {Phrases.Items(bound.Found.Total)} in the sample; {(lot.IsSizeContradicted ? $"the lot is said to hold {Figures.Count(lot.Size ?? 0)} items, and {Figures.Count(lot.Found)} were found" : (FormattableString)$"the lot's size is not given")}.";

    // Where the sample alone holds more than the AQL's share of the whole lot, counting is enough.
    private static FormattableString Compared(Lot lot, AqlComparison comparison)
    {
        FormattableString aql = $"AQL {Figures.Aql(comparison.AqlPercent)} for {comparison.Severity.InWords} defects";
        FormattableString count = $"{Figures.Count(comparison.Found.Count)} of {Figures.Count(comparison.Found.Total)} shown defective; {Figures.Aql(comparison.AqlPercent)} of the whole lot ({Phrases.Items(lot.Size ?? 0)}) is {Figures.Count(comparison.PermittedInLot)}";
        return comparison switch
        {
            { IsShown: true, IsCounted: true } =>
                $"The lot is worse than {aql}: {Figures.Count(comparison.Found.Count)} found in the sample alone; {Figures.Aql(comparison.AqlPercent)} of the whole lot ({Phrases.Items(lot.Size ?? 0)}) is {Figures.Count(comparison.PermittedInLot)}.",
            { IsShown: true } => $"The lot is worse than {aql}: {count}.",
            { CriticalCount: { } critical } => $"Not shown to be worse than {aql}: {count}; {Figures.Count(critical)} in the sample would show it.",
            { IsByCartons: true } => $"Not shown to be worse than {aql}: {count}; counted by cartons, at least {Figures.Count(comparison.AtLeast)} are shown.",
            _ => $"Not shown to be worse than {aql}: {count}; no count of this sample could show it.",
        };
    }

    private static FormattableString How(AqlComparison comparison) => comparison.IsCounted
        ? $"counted"
        : comparison.IsByCartons
        ? (FormattableString)$"test against the AQL, by cartons: {comparison.Method}, one-sided; p = {Figures.PValue(comparison.PValue)}, to be below {Figures.Alpha(comparison.Alpha)}"
        : $"exact test against the AQL: {comparison.Method}, one-sided; p = {Figures.PValue(comparison.PValue)}, to be below {Figures.Alpha(comparison.Alpha)}";

    private static IEnumerable<Statement> WithoutEvidence(LotTally tally, LotClaim claim)
    {
        if (tally.Scored > 0)
        {
            yield return new Statement(
                tally.Flagged == 0
                    ? $"None of {Phrases.Items(tally.Items)} is flagged by the model. No person has looked at an item."
                    : (FormattableString)$"{Figures.Count(tally.Flagged)} of {Phrases.Items(tally.Items)} are flagged by the model, listed in the exhibits and the defect log. No person has looked at them.",
                Counted,
                $"the model's scores");
        }

        if (claim.Correction is { } correction)
        {
            yield return Estimate(correction, claim);
            if (correction.AtLeast is { } atLeast)
            {
                yield return new Statement(
                    Qualified($"From the flags and the model's false alarms alone: {(atLeast > 0 ? (FormattableString)$"at least {Figures.Lower(atLeast)} of the items are defective" : $"no lower bound above zero")}. This would be class G given a validation set that took no part in training and represents this lot; the counts here come from cross-fitting, so it is not.", claim),
                    "A",
                    $"{correction.AtLeastMethod}, one-sided {Figures.Level(correction.Confidence)}");
            }
        }

        yield return new Statement(
            claim.Sample.SpeaksForLot
                ? (FormattableString)$"No guaranteed statement is made: it needs persons who look at the items."
                : $"No guaranteed statement is made: it needs persons who look at the items, and items that speak for the lot (see below).",
            None,
            $"–");
    }

    private static Statement Estimate(FlagCorrection correction, LotClaim claim)
    {
        var method = correction.EstimateMethod is { } name ? (FormattableString)$"{name}, two-sided {Figures.Level(correction.Confidence)}" : $"Lang-Reiczigel";
        return correction is { Estimate: { } estimate, Lower: { } lower, Upper: { } upper }
            ? new Statement(
                Qualified($"Estimate of the defective share, the model's errors allowed for: {Figures.Share(estimate)} ({Figures.Lower(lower)} to {Figures.Upper(upper)}), if the photos that the model was measured on represent this lot; whether they do was not tested.", claim),
                "A",
                method)
            : new Statement($"No estimate of the defective share is made from the flags: {correction.Refused ?? $"nothing was inspected"}.", None, method);
    }
}
