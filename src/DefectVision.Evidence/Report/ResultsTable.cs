using System.Globalization;
using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;
using DefectVision.Inspection.Judging;

namespace DefectVision.Evidence.Report;

/// <summary>The lots beside each other: verdict, sections, defective items found against those allowed, and what that says of the whole lot.</summary>
/// <param name="record">The inspection.</param>
/// <param name="lots">Those shown, a column each.</param>
/// <param name="words">In which it is said.</param>
internal sealed class ResultsTable(InspectionRecord record, IReadOnlyList<LotJudgement> lots, Words words)
{
    /// <summary>Columns that a page has room for.</summary>
    public const int LotsAcross = 5;

    private const int MostClasses = 6;
    private const string Nothing = "–";

    /// <summary>The worst first: rejected before held before accepted, then by the share that is shown or flagged at least.</summary>
    public static IReadOnlyList<LotJudgement> WorstFirst(InspectionRecord record) =>
    [
        .. record.Lots
            .OrderBy(lot => lot.Verdict switch { Verdict.Reject => 0, Verdict.Hold => 1, _ => 2 })
            .ThenByDescending(lot => (lot.ShownShare ?? lot.FlaggedShare)?.LowerRate ?? 0)
            .ThenBy(lot => lot.Lot.Name, StringComparer.Ordinal),
    ];

    /// <param name="hasTotals">A column of all lots before the others.</param>
    public Table Of(bool hasTotals) => new(
        [
            new Column(words.Inline($"Lot"), IsWhole: true),
            .. hasTotals ? [new Column(words.Inline($"All {Figures.Count(record.Lots.Count)} lots"))] : Array.Empty<Column>(),
            .. lots.Select(lot => new Column(Line.Of(Piece.Name(LotNames.Short(record, lot.Lot.Name))))),
        ],
        Rows(hasTotals),
        Spacing.Tight,
        IsKept: true);

    private IEnumerable<Row> Rows(bool hasTotals)
    {
        yield return Row($"Verdict", lot => new Cell([words.Inline(Phrases.Marked(lot.Verdict)), words.Inline(Phrases.VerdictBasis(lot)).In(Setting.Soft)]), hasTotals ? new Cell([.. Verdicts()]) : null);
        yield return Row(
            record.Lots.All(lot => lot.Tally.Photographed == lot.Tally.Items) ? $"Items inspected / lot size" : (FormattableString)$"Items (photographed) / lot size",
            Inspected,
            hasTotals ? (Cell)$"{Figures.Count(record.Lots.Sum(lot => lot.Tally.Items))} / {(record.Lots.All(lot => lot.Lot.Size is not null) ? Figures.Count(record.Lots.Sum(lot => lot.Lot.Size ?? 0)) : Nothing)}" : null);
        foreach (var kind in Enum.GetValues<SectionKind>().Where(IsShown))
        {
            yield return Row($"{new Word(kind)}", lot => Answer(lot, kind), hasTotals ? Answers(kind) : null);
        }

        yield return Row(words.Inline($"Defective: found / allowed").In(Setting.Strong), _ => string.Empty, hasTotals ? (Cell)string.Empty : null);
        foreach (var severity in Enum.GetValues<Severity>().OrderDescending())
        {
            yield return Row($"{new Word(severity)}", lot => Found(lot, severity), hasTotals ? Sum(severity) : null);
            foreach (var name in Classes(severity))
            {
                yield return Counted(ClassLabel(name), lot => Items(lot, severity).Count(item => item.DefectClass == name), hasTotals);
            }
        }

        foreach (var together in record.Terms.Limits.Select(limit => limit.Severity).Where(severity => !severity.IsSingle))
        {
            yield return Row($"{together.InWords}, counted together", lot => Found(lot, together), hasTotals ? Sum(together) : null);
        }

        if (record.Lots.Any(lot => Open(lot) > 0))
        {
            yield return Counted(words.Inline($"Items still open"), Open, hasTotals);
        }

        if (record.Lots.Any(lot => IsBounded(lot) || IsConditional(lot)))
        {
            yield return Row($"Defective in the whole lot, at least", AtLeast, hasTotals ? Sum(lot => IsBounded(lot) ? lot.Claim!.AtLeast!.Items ?? 0 : 0) : null);
        }

        if (record.Lots.Any(lot => Price(lot) is not null))
        {
            yield return Row($"Price of the items that may be claimed", lot => Price(lot) ?? Nothing, hasTotals ? Prices() : null);
        }
    }

    private Row Row(FormattableString label, Func<LotJudgement, Cell> cell, Cell? total) => Row(words.Inline(label).Capitalised(), cell, total);

    private Row Row(Line label, Func<LotJudgement, Cell> cell, Cell? total) => new([label, .. total is null ? [] : new[] { total }, .. lots.Select(cell)]);

    private Row Counted(Line label, Func<LotJudgement, int> count, bool hasTotals) =>
        Row(label, lot => count(lot) is var found && found > 0 ? Figures.Count(found) : Nothing, hasTotals ? Sum(lot => count(lot)) : null);

    private Line ClassLabel(string? name) => words.Inline($"– {Phrases.DefectClass(name)}").In(Setting.Soft);

    private static Cell Sum(IEnumerable<long> counts) => counts.Sum() is var sum && sum > 0 ? Figures.Count(sum) : Nothing;

    private Cell Sum(Func<LotJudgement, long> count) => Sum(record.Lots.Select(count));

    private Cell Sum(SeverityRange severity) => Sum(lot => Items(lot, severity).Count());

    private IEnumerable<Line> Verdicts() => new[] { Verdict.Reject, Verdict.Hold, Verdict.Accept }
        .Select(verdict => (Verdict: verdict, Count: record.Lots.Count(lot => lot.Verdict == verdict)))
        .Where(part => part.Count > 0)
        .Select(part => words.Inline($"{Phrases.Marked(part.Verdict)} {Figures.Count(part.Count)}"));

    private Cell Inspected(LotJudgement lot)
    {
        var items = lot.Tally.Photographed < lot.Tally.Items ? $"{Figures.Count(lot.Tally.Items)} ({Figures.Count(lot.Tally.Photographed)})" : Figures.Count(lot.Tally.Items);
        return $"{items} / {(lot.Lot.Size is { } size ? Figures.Count(size) : Nothing)}";
    }

    private bool IsShown(SectionKind kind) => record.Lots.Any(lot => lot.Section(kind) is { IsRequired: true } or { Answer: not SectionAnswer.NotInspected });

    private Cell Answers(SectionKind kind) => new([.. new[] { SectionAnswer.Fail, SectionAnswer.Pending, SectionAnswer.NotInspected, SectionAnswer.Pass }
        .Select(answer => (Answer: answer, Count: record.Lots.Count(lot => lot.Section(kind).Answer == answer)))
        .Where(part => part.Count > 0)
        .Select(part => words.Inline($"{Phrases.Answer(part.Answer)} {Figures.Count(part.Count)}"))]);

    // Where somebody looked, what he confirmed; otherwise the flags, and they are called so.
    private Cell Found(LotJudgement lot, SeverityRange severity)
    {
        var reading = lot.Readings.SingleOrDefault(one => one.Severity == severity);
        if (IsUnseen(lot))
        {
            return Nothing;
        }

        // A severity that is only counted together with others has no limit of its own.
        var found = Items(lot, severity).Count();
        if (reading is null)
        {
            return found == 0 ? Nothing : lot.Tally.Review is not null ? Figures.Count(found) : new Line([new Piece(Figures.Count(found) + " "), .. words.Inline($"flagged").First]);
        }

        return lot.Tally.Review is not null || found == 0 ? $"{Figures.Count(found)} / {Allowed(reading)}"
            : new Line([new Piece(Figures.Count(found) + " "), .. words.Inline($"flagged").First, new Piece($" / {Allowed(reading)}")]);
    }

    private static string Allowed(PlanReading reading) =>
        reading.AcceptsUpTo is { } acceptance ? acceptance.ToString(CultureInfo.InvariantCulture)
        : reading.AqlPercent is { } aql ? $"AQL {aql.ToString(CultureInfo.InvariantCulture)}"
        : "0";

    private static bool IsUnseen(LotJudgement lot) => lot.Tally.Review is null && lot.Tally.Scored == 0;

    // Those that the plan of the workmanship counts.
    private static IEnumerable<Item> Items(LotJudgement lot, SeverityRange severity) => lot.Lot.Items.Where(item =>
        severity.Contains(item.Severity) && (lot.Tally.Review is not null ? item.IsConfirmed : item is { Standing: ItemStanding.Flagged, IsSuspectedDuplicate: false }));

    private IEnumerable<string?> Classes(Severity severity) => record.Lots
        .SelectMany(lot => Items(lot, severity))
        .GroupBy(item => item.DefectClass)
        .OrderByDescending(group => group.Count())
        .ThenBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => group.Key)
        .Take(MostClasses);

    // What gauges and tests found stands with their answer.
    private Line Answer(LotJudgement lot, SectionKind kind)
    {
        var section = lot.Section(kind);
        var found = kind == SectionKind.Workmanship ? [] : section.Readings.Where(reading => reading.Count.AtLeast > 0).Select(reading => (FormattableString)$"{Figures.Count(reading.Count.AtLeast)} {reading.Severity.InWords}").ToList();
        if (kind == SectionKind.Tests)
        {
            found = [.. record.Given.FailedTests(lot.Lot.Name).Select(test => test.Test).Distinct(StringComparer.Ordinal).Take(MostClasses).Select(test => (FormattableString)$"{Piece.Name(test)}")];
        }

        FormattableString answer = section.Answer == SectionAnswer.Fail ? $"{new Styled(Phrases.Answer(section), Setting.Strong)}" : Phrases.Answer(section);
        return words.Inline(found.Count == 0 ? answer : $"{answer}: {Listed.Commas(found)}");
    }

    private static int Open(LotJudgement lot) => lot.Lot.Items.Count(item => item.IsOpen);

    /// <summary>A number of defective items of the whole lot is guaranteed.</summary>
    public static bool IsBounded(LotJudgement lot) => lot.Claim?.AtLeast is { Class: not null, Rate: > 0, Items: not null };

    /// <summary>The same number holds under a condition that nothing shows.</summary>
    public static bool IsConditional(LotJudgement lot) => lot is { Sample.Condition: not null, Claim.AtLeast: { Class: null, Rate: > 0, Items: not null } };

    /// <summary>There is no such number: nothing shows that the sample stands for the lot.</summary>
    public static bool IsNotGuaranteed(LotJudgement lot) => lot.HasEvidence && !IsConditional(lot) && lot.Claim?.AtLeast is { Class: null, Rate: > 0 };

    private Cell AtLeast(LotJudgement lot) =>
        IsBounded(lot) || IsConditional(lot) ? $"{Figures.Count(lot.Claim!.AtLeast!.Items!.Value)} ({Figures.Lower(lot.Claim.AtLeast.Rate)}){Mark(lot)}"
        : IsNotGuaranteed(lot) ? words.Inline($"not guaranteed") : Nothing;

    private static string Mark(LotJudgement lot) => IsConditional(lot) ? " *" : string.Empty;

    private static string? Price(LotJudgement lot) => lot.Claim?.Amount is { AtLeast: > 0 } amount && (IsBounded(lot) || IsConditional(lot)) ? $"{amount.Printed} {amount.Currency}{Mark(lot)}" : null;

    private Cell Prices()
    {
        var amounts = record.Lots.Where(lot => Price(lot) is not null && IsBounded(lot)).Select(lot => lot.Claim!.Amount!).ToList();
        return amounts.Select(amount => amount.Currency).Distinct().Count() == 1
            ? $"{amounts.Sum(amount => amount.AtLeast).ToString(CultureInfo.InvariantCulture)} {amounts[0].Currency}"
            : Nothing;
    }
}
