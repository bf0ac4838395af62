using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Judging;

namespace DefectVision.Evidence.Report;

/// <summary>The terms applied, each with its basis: agreed, or a default because nothing was agreed.</summary>
internal static class TermsTables
{
    public static IEnumerable<Block> Of(InspectionRecord record, Terms terms, Words words)
    {
        var agreement = record.Agreement;
        yield return Section.Part(words, $"Terms applied");
        yield return Section.Paragraph(words, agreement.Sha256 is { } digest
            ? $"Read from the agreement with SHA-256 {Piece.Code(digest)}."
            : (FormattableString)$"There is no agreement file: every term below is a default of the program, not something the parties agreed.");
        yield return new Table(
            words.Columns($"Term", $"Applied", $"Basis"),
            [
                .. terms.NeedsStandard ? Standard(record, terms, words) : [],
                .. terms.Limits.Select(limit => Row(words, $"Limit for {limit.Severity.InWords} defects", Limit(limit, terms), limit.IsDefault)),
                .. SectionTerms.Of(record, terms).Select(term => Row(words, term.Term, term.Applied, term.IsDefault)),
            ]);
        yield return terms.Classes.Count == 0
            ? Section.Paragraph(words, record.Model is null
                ? $"No defect class was agreed: an item counts as {new Word(AgreedTerms.DefaultSeverity)} (default) where its reader names no severity."
                : (FormattableString)$"The model names no defect class; every flagged item counts as {new Word(AgreedTerms.DefaultSeverity)} (default).")
            : new Table(words.Columns($"Defect class", $"Severity", $"Basis", $"Associated with"), terms.Classes.Select(known => Row(known, words)));
        var gaps = AgreementGap.Of(record.Terms, record.Lots.Select(lot => lot.Lot.Name)).ToList();
        if (gaps.Count > 0)
        {
            yield return Section.Part(words, $"What the agreement does not say");
            yield return new Table(
                words.Columns($"Missing", $"It would be needed for"),
                gaps.Select(gap => new Row([Line.Of(Piece.Code(gap.Key)), words.Say(gap.NeededFor)])),
                Spacing.Compact);
        }

        if (agreement.Unread.Count > 0)
        {
            yield return Section.Paragraph(words, $"Keys of the agreement that this version does not read: {Listed.Semicolons(agreement.Unread)}.");
        }
    }

    private static IEnumerable<Row> Standard(InspectionRecord record, Terms terms, Words words) =>
    [
        Row(words, $"Standard and edition", $"{terms.Standard.Value}", terms.Standard.IsDefault),
        Row(words, $"Inspection level", $"{terms.InspectionLevel.Value}", terms.InspectionLevel.IsDefault),
        Row(words, $"Inspection severity", $"{new Word(terms.InspectionSeverity)}", terms.IsInspectionSeverityDefault),
        .. terms.LotSeverities.Select(lot => Row(words, $"Inspection severity of {Piece.Name(LotNames.Short(record, lot.Lot))}", $"{new Word(lot.Severity)}", false)),
        .. ViewsOf(record.Terms.Agreement.Views, $"every item", words),
        .. record.Terms.Agreement.Lots.SelectMany(lot => ViewsOf(lot.Value.Views, $"{Piece.Name(lot.Key)}", words)),
    ];

    private static IEnumerable<Row> ViewsOf(AgreedViews views, FormattableString what, Words words)
    {
        if (views.Required is { } required)
        {
            yield return Row(words, $"Views required of {what}", required.Count == 0 ? $"none" : (FormattableString)$"{Listed.Commas(required)}", false);
        }

        if (views.Context is { } context)
        {
            yield return Row(words, $"Views of {what} that are not scored", context.Count == 0 ? $"none" : (FormattableString)$"{Listed.Commas(context)}", false);
        }
    }

    private static FormattableString Limit(LimitTerm limit, Terms terms) =>
        limit is { Limit.IsAllowed: false, IsDefault: true } && terms.Limits.Any(other => other.Limit.IsAllowed && other.Severity.Contains(Severity.Major))
            ? (FormattableString)$"{limit.Limit.InWords} (Ac 0 on the sample of the major plan; not an AQL)"
            : limit.Limit.InWords;

    private static Row Row(Words words, FormattableString term, FormattableString value, bool isDefault) =>
        new([words.Say(term), words.Say(value), words.Say(Basis(isDefault))]);

    private static Row Row(ClassTerm known, Words words) => new(
    [
        words.Say($"{new ClassName(known.Name)}"),
        words.Say(known.Severity),
        words.Say(Basis(known.SeverityIsDefault)),
        known.Cause is { } cause ? words.Say(cause) : words.Say(Phrases.NotGiven).In(Setting.Soft),
    ]);

    private static FormattableString Basis(bool isDefault) => isDefault ? $"default: nothing was agreed" : (FormattableString)$"agreed";
}
