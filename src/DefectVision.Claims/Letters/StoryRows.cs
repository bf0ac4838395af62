using System.Globalization;
using DefectVision.Claims.Amounts;
using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Judging;
using DefectVision.Statistics;

namespace DefectVision.Claims.Letters;

/// <summary>What came of a claim, row by row; what nobody told has none.</summary>
internal static class StoryRows
{
    public static IReadOnlyList<(string What, string Answer)> Of(CaseStory story, Claim claim, LetterTexts texts)
    {
        var currency = claim.Amounts.Currency;
        var asked = claim.Amounts.Totals.FirstOrDefault(total => total is { Kind: AmountKind.Refund, Total: > 0 }) ?? claim.Amounts.Totals.FirstOrDefault(total => total is { Kind: AmountKind.ConfirmedItems, Total: > 0 });
        return
        [
            .. Row("notified", texts.Day(story.Notified)),
            .. Row("answered", (story.Notified, story.Answered) is ({ } notified, { } answered) ? texts.Say("story.after", ("day", texts.Day(answered)), ("n", Number(answered.DayNumber - notified.DayNumber))) : texts.Day(story.Answered)),
            .. Row("remedy", story.Remedy is { } remedy ? texts.Word("agreed." + LetterFields.Code(remedy)) : null),
            .. Row("amount", story.Amount is { } amount
                ? asked is null || amount > asked.Total || story.Remedy is Remedy.Replacement or Remedy.Rework ? Money(amount.ToString("0.00##", CultureInfo.InvariantCulture)) : texts.Say("story.of_asked", ("amount", Money(amount.ToString("0.00##", CultureInfo.InvariantCulture))), ("asked", Money(asked.Printed)))
                : null),
            .. Row("agreed", texts.Day(story.Agreed)),
            .. Row("received", texts.Day(story.Received)),
            .. story.Replaced.SelectMany(pair => Row("replaced", Replaced(pair, texts))),
            .. Row("note", story.Note),
        ];

        string Money(string printed) => currency is null ? texts.Say("without_currency", ("amount", printed)) : $"{printed} {currency}";

        IEnumerable<(string, string)> Row(string what, string? answer) => answer is null ? [] : [(texts.Word("story." + what), answer)];
    }

    private static string Replaced(ReplacedLot pair, LetterTexts texts) => pair is { Before: { } before, After: { } after, ByChance: { } chance }
        ? texts.Say("story.better", ("lot", pair.Lot), ("before", Of(before, texts)), ("shipment", pair.Shipment), ("other", pair.OtherLot), ("after", Of(after, texts)), ("p", P(chance.Value, texts)))
        : texts.Say("story.not_compared", ("lot", pair.Lot), ("shipment", pair.Shipment), ("other", pair.OtherLot));

    private static string Of(Tally tally, LetterTexts texts) => texts.Say("story.of", ("n", Number(tally.Count)), ("all", Number(tally.Total)));

    private static string P(double chance, LetterTexts texts) =>
        chance < PrintedProbability.Smallest ? texts.Say("story.or_less", ("p", PrintedProbability.Smallest.ToString(CultureInfo.InvariantCulture))) : PrintedProbability.AtMost(chance);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
