namespace DefectVision.Inspection.Judging.Sections;

/// <summary>From the readings of a plan, severity by severity, to the answer of a section.</summary>
internal static class SectionReading
{
    /// <summary>"1 item", "7 items".</summary>
    public static FormattableString Items(long count) => count == 1 ? (FormattableString)$"1 item" : $"{count} items";

    /// <summary>Items that were not drawn count towards no number of the plan; what is not allowed at all is not allowed among them either.</summary>
    /// <param name="reading">Of the items that were drawn.</param>
    /// <param name="beside">Items of its severity that were not.</param>
    public static PlanReading BesideDraw(PlanReading reading, SeverityCount beside) => (reading, beside) switch
    {
        ({ Limit.IsAllowed: true } or { Conclusion: SectionAnswer.Fail }, _) => reading,
        (_, { AtLeast: > 0 }) => reading with
        {
            Answer = PlanAnswer.Rejects,
            Conclusion = SectionAnswer.Fail,
            Reason = $"{beside.AtLeast} {reading.Severity.InWords} among the items that were not drawn; none is allowed",
        },
        ({ Conclusion: SectionAnswer.Pass }, { AtMost: > 0 }) => reading with
        {
            Answer = PlanAnswer.Undecided,
            Conclusion = SectionAnswer.Pending,
            Reason = $"{beside.AtMost} of the items that were not drawn may be {reading.Severity.InWords}; none is allowed",
        },
        _ => reading,
    };

    /// <param name="kind">Of the section.</param>
    /// <param name="isRequired">Whether a lot is not accepted without it.</param>
    /// <param name="readings">Worst severity first.</param>
    /// <param name="items">Items that the section looked at.</param>
    public static LotSection Of(SectionKind kind, bool isRequired, IReadOnlyList<PlanReading> readings, long items)
    {
        var answer = readings.Any(reading => reading.Conclusion == SectionAnswer.Fail) ? SectionAnswer.Fail
            : readings.Any(reading => reading.Conclusion == SectionAnswer.Pending) ? SectionAnswer.Pending
            : SectionAnswer.Pass;

        // What decided comes first; where all agree, a counted limit says more than the absence of what is not allowed.
        return new LotSection(kind, isRequired, answer, [
            .. readings
                .OrderBy(reading => reading.Conclusion == answer ? 0 : 1)
                .ThenBy(reading => reading is { Count.AtMost: 0, Limit.IsAllowed: false } ? 1 : 0)
                .Select(reading => reading.Reason),
        ])
        {
            Readings = readings,
            Items = items,
        };
    }
}
