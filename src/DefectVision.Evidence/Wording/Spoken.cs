using DefectVision.Inspection.Judging;

namespace DefectVision.Evidence.Wording;

/// <summary>Phrases of the report, in English, for a terminal: both say the same.</summary>
public static class Spoken
{
    /// <summary>The verdict on a lot and what it rests on.</summary>
    public static string Basis(LotJudgement judged) => FormattableString.Invariant($"{Phrases.Answer(judged.Verdict)} {Phrases.VerdictBasis(judged)}");
}
