using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;
using DefectVision.Evidence.Wording;

namespace DefectVision.Evidence.Report;

/// <summary>Section 6: amounts with their basis, and dates.</summary>
internal static class RemedySection
{
    public static IEnumerable<Block> Of(RemedyTables? remedy, Words words)
    {
        yield return Section.Remedy.Heading(words);
        if (remedy is null)
        {
            yield return Section.Paragraph(words, $"No deadlines or amounts were worked out.", Manner.None);
            yield break;
        }

        yield return Section.Part(words, $"Dates");
        yield return Section.Paragraph(words, $"In UTC; the day of an event does not count. Business days leave out weekends and the public holidays of the countries named.", Manner.Note, leadsIn: true);
        yield return new Table(
            words.Columns($"What", $"=By", $"How it was counted"),
            remedy.Days.Select(day => new Row(
            [
                day.Lot is { } lot ? words.Say($"{words.In(day.What)} {Piece.Name(lot)}") : words.In(day.What),
                day.By is { } by ? Line.Of(by) : words.Say(Phrases.NotGiven).In(Setting.Soft),
                words.In(day.Counted),
            ])));
        yield return Section.Part(words, $"Amounts");
        if (remedy.Amounts.Count == 0)
        {
            yield return Section.Paragraph(words, $"No amount follows from what was found.", Manner.None);
            yield break;
        }

        yield return Section.Paragraph(words, $"Refund, rework, sorting and the price of the items shown defective are alternatives and are not added together; freight and the penalty for late delivery stand beside either. Amounts are rounded down.", Manner.Note, leadsIn: true);
        yield return new Table(
            words.Columns($"Lot", $"For", $"Basis", $"#Amount", $"=Class"),
            remedy.Amounts.Select(amount => new Row(
            [
                Line.Of(Piece.Name(amount.Lot)),
                words.In(amount.What),
                words.In(amount.Basis),
                amount.Amount is { } printed ? Line.Of(printed) : words.Say(Phrases.NotGiven).In(Setting.Soft),
                amount.Class?.ToString() ?? "–",
            ])));
    }
}
