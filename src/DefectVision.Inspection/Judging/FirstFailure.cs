namespace DefectVision.Inspection.Judging;

/// <summary>The dated evidence that first made a lot fail: the periods of a notice run from it.</summary>
/// <param name="Moment">UTC; of a measurement or test the beginning of its day.</param>
/// <param name="IsWholeDay">Only the day is known, not the hour.</param>
/// <param name="Section">Which section failed first.</param>
public sealed record FirstFailure(DateTimeOffset Moment, bool IsWholeDay, SectionKind Section)
{
    /// <param name="evidence">All that is known. Flags are no dated evidence.</param>
    /// <param name="lot">By its whole name.</param>
    /// <param name="judge">Judges the lot by some of the evidence.</param>
    /// <returns>Null where no dated evidence makes the lot fail.</returns>
    public static FirstFailure? Of(GivenEvidence evidence, string lot, Func<GivenEvidence, LotJudgement> judge)
    {
        var ofLot = evidence.Of(lot);
        foreach (var moment in ofLot.MomentsAgainst(lot))
        {
            var judged = judge(ofLot.UpTo(moment));
            if (judged.Verdict == Verdict.Reject && judged.Deciding.FirstOrDefault(section => !section.IsFailedByFlags) is { } section)
            {
                return new FirstFailure(moment, section.Kind != SectionKind.Workmanship, section.Kind);
            }
        }

        return null;
    }
}
