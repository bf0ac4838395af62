using DefectVision.Claims.Deadlines;

namespace DefectVision.Claims.Letters;

/// <summary>What the buyer must know of each letter before it is sent: what it is, until when to send it, and which blanks are still to be filled in.</summary>
internal static class CoverNote
{
    /// <param name="letters">In order; those that stay with the buyer are left out.</param>
    /// <param name="claim">That they were made of.</param>
    /// <param name="texts">Of their language.</param>
    public static IEnumerable<LetterBlock> Of(IEnumerable<Letter> letters, Claim claim, LetterTexts texts)
    {
        foreach (var letter in letters.Where(letter => !letter.IsInternal))
        {
            yield return new LetterHeading(2, Text(texts.Say("cover.letter", ("title", letter.Title), ("file", $"{letter.Name}.{letter.Language}.docx"))));
            yield return new LetterParagraph(Text(texts.Word($"cover.{letter.Name}.what")));
            yield return new LetterParagraph(Text(Send(letter.Name, claim, texts)));
            yield return new LetterParagraph(Text(texts.Word(letter.Blanks.Count == 0 ? "cover.no_blanks" : "cover.blanks")));
            foreach (var blank in letter.Blanks)
            {
                yield return new LetterBullet(Text(blank));
            }
        }
    }

    private static string Send(string letter, Claim claim, LetterTexts texts)
    {
        var kind = letter switch
        {
            "first-notice" => DeadlineKind.FirstNotice,
            "remedy-request" => DeadlineKind.InspectionPeriod,
            "escalation" => DeadlineKind.Escalation,
            _ => (DeadlineKind?)null,
        };
        // The deadlines stand in the order of their dates: of several lots the earliest leads.
        var first = claim.Deadlines.Where(deadline => deadline.Kind == kind && IsOfTheClaim(deadline, claim)).FirstOrDefault();
        return first is null ? texts.Word($"cover.{letter}.send_undated")
            : DeadlineWords.By(first, texts) is { } by ? texts.Say($"cover.{letter}.send", ("by", by)) + (IsPassed(first, claim) ? texts.Word("cover.passed") : string.Empty)
            : texts.Say("cover.send_unknown", ("list", texts.List(first.Missing.Select(texts.Lacking))));
    }

    // An escalation waits for the answer, whatever the day.
    private static bool IsPassed(Deadline deadline, Claim claim) =>
        deadline.Kind != DeadlineKind.Escalation
        && (deadline.Moment < claim.Record.AsOf || deadline.Date < DateOnly.FromDateTime(claim.Record.AsOf.UtcDateTime));

    private static bool IsOfTheClaim(Deadline deadline, Claim claim) =>
        deadline.Lot is null || LotFindings.SpokenOf(claim.Record).Any(lot => lot.Lot.Name == deadline.Lot);

    private static IReadOnlyList<LetterRun> Text(string text) => [new LetterRun(text, false)];
}
