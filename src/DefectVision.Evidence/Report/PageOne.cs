using DefectVision.Evidence.Charts;
using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;

namespace DefectVision.Evidence.Report;

/// <summary>Page one: what the buyer must know now.</summary>
internal static class PageOne
{
    private const int LotsOfOnePage = 6;

    public static IEnumerable<Block> Of(InspectionRecord record, Terms terms, ReportNumber number, Words words)
    {
        yield return new Heading(Rank.Title, words.Say(ReportFile.Title));
        yield return Section.Paragraph(
            words,
            $"{new Styled($"{Piece.Name(record.Name)}", Setting.Strong)}: {Phrases.Concluded(record.Verdict, Phrases.VerdictBasis(record))}. {new Styled(Tally(record), Setting.Soft)}",
            Manner.Lead);
        yield return Facts(record, terms, number, words);
        if (record.Lots.Count > LotsOfOnePage)
        {
            // The lots will fill more than this page; what to do must not wait behind them.
            foreach (var block in NextSteps.Of(record, words))
            {
                yield return block;
            }
        }

        foreach (var block in LotsTable.Of(record, words).Concat(Charts(record, terms, words)))
        {
            yield return block;
        }

        if (record.Lots.Count <= LotsOfOnePage)
        {
            foreach (var block in NextSteps.Of(record, words))
            {
                yield return block;
            }
        }

        var contents = new Listed([.. Section.All.Select(section => (object)new Styled(section.Title, Setting.Plain, section.Anchor))], "; ");
        yield return Section.Paragraph(words, $"In this report: {contents}.", Manner.Contents);
    }

    private static FormattableString Tally(InspectionRecord record)
    {
        if (record.Lots.Count == 0)
        {
            return $"No lot was found.";
        }

        var parts = new[] { Verdict.Reject, Verdict.Hold, Verdict.Accept }
            .Select(verdict => (Verdict: verdict, Count: record.Lots.Count(lot => lot.Verdict == verdict)))
            .Where(part => part.Count > 0)
            .Select(part => (FormattableString)$"{Phrases.Answer(part.Verdict)} {Figures.Count(part.Count)}");
        return $"Lots: {Figures.Count(record.Lots.Count)} ({Listed.Commas(parts)}).";
    }

    private static Facts Facts(InspectionRecord record, Terms terms, ReportNumber number, Words words)
    {
        var agreement = record.Agreement;
        return new Facts(
            [
                Section.Fact(words, $"Report number", $"{number.Text}"),
                Section.Fact(words, $"Evidence root", $"{Piece.Code(Figures.ShortDigest(number.Root))}…"),
                Section.Fact(words, $"Purchase order", Given(agreement.PurchaseOrder)),
                Section.Fact(words, $"Date", $"{Figures.Date(record.AsOf)}"),
                Section.Fact(words, $"Supplier", Given(agreement.Supplier?.Name)),
                Section.Fact(words, $"Standard", Applied(terms.Standard)),
                Section.Fact(words, $"Buyer", Given(agreement.Buyer?.Name)),
                Section.Fact(words, $"Inspection level", Applied(terms.InspectionLevel)),
                Section.Fact(words, $"Product", Given(agreement.Product)),
                Section.Fact(words, $"Model", record.Model is { } model ? (FormattableString)$"{model.Name}, SHA-256 {Figures.ShortDigest(model.Sha256)}…" : $"none was named"),
                Section.Fact(words, $"Analysis plan", record.Plan is { } plan ? (FormattableString)$"SHA-256 {Figures.ShortDigest(plan.Sha256)}…" : null),
                Section.Fact(words, $"Draw list", record.Draw is { } draw ? (FormattableString)$"SHA-256 {Figures.ShortDigest(draw.Sha256)}…" : null),
                Section.Fact(words, $"Review by persons", record.Confirmed is { } confirmed ? (FormattableString)$"{Figures.Count(confirmed.Readings.Count)} answers; readers: {Figures.Count(confirmed.Readers.Count)}" : $"none yet"),
                Section.Fact(words, $"Limits", $"{Listed.Commas(terms.Limits.Select(Limit))}"),
                Section.Fact(words, $"Files found", record.Model is null
                    ? (FormattableString)$"{Figures.Count(record.Files.Count)}, of which read {Figures.Count(record.Accounting[PhotoOutcome.Read])}"
                    : $"{Figures.Count(record.Files.Count)}, of which scored {Figures.Count(record.Accounting[PhotoOutcome.Scored])}"),
            ],
            IsPaired: true);
    }

    private static FormattableString? Given(string? text) => text is null ? null : (FormattableString)$"{Piece.Name(text)}";

    private static FormattableString Applied(Term term) => term.IsDefault ? (FormattableString)$"{term.Value} (default, not agreed)" : $"{term.Value}";

    private static FormattableString Limit(LimitTerm limit) => limit.IsDefault
        ? (FormattableString)$"{new Word(limit.Severity)} {Phrases.Limit(limit.AqlPercent)} (default)"
        : $"{new Word(limit.Severity)} {Phrases.Limit(limit.AqlPercent)}";

    private static IEnumerable<Block> Charts(InspectionRecord record, Terms terms, Words words)
    {
        // Without a model nothing is flagged, and there is no share to draw.
        var drawings = record.Model is null ? [] : record.Lots.Chunk(ShareChart.MostLots).ToList();
        for (var at = 0; at < drawings.Count; at++)
        {
            var number = new Styled(drawings.Count == 1 ? (FormattableString)$"Figure 1." : $"Figure 1, part {at + 1}.", Setting.Strong);
            yield return new Figure(
                ShareChart.Of(drawings[at], terms.Limits, record.Agreement.Contract.TolerancePercent, words),
                words.Say($"{number} {ShareFinding.Of(drawings[at], terms.Limits)} Dot: share counted among the items of the sample. Bar: from the lower to the upper bound for the lot."));
        }
    }
}
