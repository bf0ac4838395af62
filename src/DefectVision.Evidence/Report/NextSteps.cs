using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Languages;

namespace DefectVision.Evidence.Report;

/// <summary>What the buyer does now. Nothing is decided anew: each step follows from the record.</summary>
internal sealed class NextSteps
{
    // On page one; the first are those that cannot wait.
    private const int MostInOneLanguage = 6;
    private const int MostInTwo = 5;

    private readonly int _most;

    private readonly List<Line> _steps;

    private readonly Words _words;

    public NextSteps(InspectionRecord record, RemedyTables? remedy, Words words)
    {
        (_steps, _words) = ([.. Steps(record, remedy, words).Select(words.Say)], words);
        _most = words.Language.Second is null ? MostInOneLanguage : MostInTwo;
        First = [Section.Part(words, $"What to do next, and by when"), .. InColumns([.. Shown])];
    }

    /// <summary>For page one.</summary>
    public IReadOnlyList<Block> First { get; }

    /// <summary>What page one has no room for; nothing where it has.</summary>
    public IEnumerable<Block> Others => _steps.Count <= _most ? [] : [Section.Part(_words, $"Further steps"), .. InColumns(_steps[(_most - 1)..])];

    // One alone is not put off.
    private IEnumerable<Line> Shown => _steps.Count <= _most
        ? _steps
        : _steps.Take(_most - 1).Append(_words.Say($"{Figures.Count(_steps.Count - _most + 1)} more: see \"Further steps\"."));

    // Two languages stand beside each other: they take less room so.
    private static IEnumerable<Block> InColumns(IReadOnlyList<Line> steps) => steps.Any(step => step.Second is not null)
        ? [new Beside([Numbered(steps.Select(step => new Line(step.First)))], [Numbered(steps.Select(step => new Line(step.Second ?? step.First)))])]
        : [Numbered(steps)];

    private static Bullets Numbered(IEnumerable<Line> steps) => new([.. steps], IsNumbered: true, IsSmall: true);

    private static IEnumerable<FormattableString> Steps(InspectionRecord record, RemedyTables? remedy, Words words)
    {
        foreach (var step in Dated(record, remedy, words))
        {
            yield return step;
        }

        if (LotNames.Of(record, lot => lot.Verdict == Verdict.Reject && !lot.IsRejectedByFlags) is { } rejected)
        {
            yield return $"Do not release {rejected}.";
        }

        if (LotNames.Of(record, lot => lot.IsRejectedByFlags) is { } flagged)
        {
            yield return $"Do not release {flagged}. Have a person look at each flagged item: only confirmed items can be claimed.";
        }

        foreach (var step in HoldSteps.Of(record))
        {
            yield return step;
        }

        if (LotNames.Of(record, lot => lot.Verdict == Verdict.Accept) is { } accepted)
        {
            var lots = record.Lots.Where(lot => lot.Verdict == Verdict.Accept).ToList();
            yield return lots.All(lot => lot.Tally.Review is { Unseen: 0 })
                ? (FormattableString)$"Nothing found holds {accepted} back; the release is the buyer's decision."
                : lots.All(lot => lot.Tally.Scored == 0) ? (FormattableString)$"By the items that persons looked at, nothing holds {accepted} back; the release is the buyer's decision."
                : $"By the model's flags, nothing holds {accepted} back; the release is the buyer's decision.";
            if (lots.Any(lot => lot.Nonconforming.Count > 0))
            {
                yield return $"Sort out the items of accepted lots that are shown defective: {Figures.Count(lots.Sum(lot => lot.Nonconforming.Count))}.";
            }

            if (lots.Any(lot => lot.Lot.Items.Any(item => item.IsAwaiting)))
            {
                yield return $"Look at the flagged items of accepted lots and sort out the defective ones: {Figures.Count(lots.Sum(lot => lot.Lot.Items.Count(item => item.IsAwaiting)))}.";
            }
        }

        var unread = Unread(record);
        if (unread > 0 || record.MissingPhotos.Count > 0)
        {
            yield return $"Ask for new photos in place of those that cannot be read or are missing: {Figures.Count(unread + record.MissingPhotos.Count)}.";
        }

        if (!record.Lots.All(lot => IsDated(record, remedy, lot.Lot.Name)))
        {
            yield return $"Check today by when the contract wants a complaint: nothing was given from which a date follows, and silence may count as acceptance.";
        }
    }

    // As the claim counts them; where none was worked out, the inspection period of the contract alone.
    private static IEnumerable<FormattableString> Dated(InspectionRecord record, RemedyTables? remedy, Words words)
    {
        if (remedy is null)
        {
            foreach (var group in Deadlines(record))
            {
                yield return $"By {Due(record, Figures.Day(group.Key), $"{Figures.Day(group.Key)}")}: inspection period of the contract ends: {LotNames.Some([.. group.Select(lot => Short(record, lot))])}. Silence may count as acceptance.";
            }

            yield break;
        }

        foreach (var kind in remedy.Days.Where(day => day is { IsNext: true, By: not null }).GroupBy(day => day.What.In(LanguagePack.English)))
        {
            yield return $"{words.In(kind.First().What)}: {Listed.Semicolons(kind.GroupBy(day => day.By).Select(group => By(record, group.Key!, [.. group.Select(day => day.Lot).OfType<string>()])))}.";
        }
    }

    private static FormattableString By(InspectionRecord record, string day, IReadOnlyList<string> lots) => Due(record, day, lots.Count == 0 || lots.Count == record.Lots.Count
        ? $"by {day}"
        : (FormattableString)$"by {day} for {LotNames.Some([.. lots.Select(lot => Short(record, lot))])}");

    // A day of the calendar, perhaps with an hour: only a day that is over on the report's own has passed.
    private static FormattableString Due(InspectionRecord record, string day, FormattableString told) =>
        string.CompareOrdinal(day, Figures.Day(DateOnly.FromDateTime(record.AsOf.UtcDateTime))) < 0 ? $"{told} (this day has passed)" : told;

    private static bool IsDated(InspectionRecord record, RemedyTables? remedy, string lot) => remedy is null
        ? Deadlines(record).Any(group => group.Contains(lot))
        : remedy.Days.Any(day => day is { IsNext: true, By: not null } && (day.Lot is null || day.Lot == lot));

    private static FormattableString Short(InspectionRecord record, string lot) => $"{Piece.Name(LotNames.Short(record, lot))}";

    private static List<IGrouping<DateOnly, string>> Deadlines(InspectionRecord record)
    {
        var terms = record.Terms;
        return
        [
            .. record.Lots
                .Select(lot => (lot.Lot.Name, Period: InspectionPeriod.Of(record.Agreement.Contract, terms.AgreedOf(lot.Lot.Name))))
                .Where(lot => lot.Period is not null)
                .GroupBy(lot => lot.Period!.LastDay, lot => lot.Name)
                .OrderBy(group => group.Key),
        ];
    }

    private static int Unread(InspectionRecord record) =>
        record.Accounting[PhotoOutcome.Unreadable]
        + record.Accounting[PhotoOutcome.Truncated]
        + record.Accounting[PhotoOutcome.Damaged]
        + record.Accounting[PhotoOutcome.UnsupportedFormat]
        + record.Accounting[PhotoOutcome.TooLarge];
}
