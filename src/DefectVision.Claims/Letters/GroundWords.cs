using DefectVision.Claims.Remedies;

namespace DefectVision.Claims.Letters;

/// <summary>What a remedy rests on, in words: a clause, an article, the other side's consent, or nothing.</summary>
internal static class GroundWords
{
    /// <summary>With a blank for a clause whose number nobody gave.</summary>
    public static IReadOnlyList<LetterRun> Runs(RemedyGround ground, LetterTexts texts) => ground switch
    {
        { Kind: GroundKind.Agreement, Clause: { } number } => [new LetterRun(texts.Say("ground.agreement", ("n", number)), false)],
        { Kind: GroundKind.Agreement, Topic: var topic } => Around(texts.Word("ground.agreement"), texts.Word("blank.clause_" + topic)),
        { Kind: GroundKind.Law, Law: { } article } => [new LetterRun(texts.Say("ground.law", ("article", texts.Word("law." + article))), false)],
        { Kind: GroundKind.Law } => [new LetterRun(texts.Word("ground.law_unnamed"), false)],
        { Kind: GroundKind.Negotiation } => [new LetterRun(texts.Word("ground.negotiation"), false)],
        _ => [new LetterRun(texts.Word("ground.not_agreed"), false)],
    };

    private static List<LetterRun> Around(string text, string blank)
    {
        var at = text.IndexOf("{n}", StringComparison.Ordinal);
        return [new LetterRun(text[..at], false), new LetterRun(blank, true), new LetterRun(text[(at + 3)..], false)];
    }
}
