namespace DefectVision.Inspection.Judging;

/// <summary>One section's answer for one lot.</summary>
/// <param name="Kind">Which section.</param>
/// <param name="IsRequired">Without it the lot is not accepted: workmanship always, the others by the agreement.</param>
/// <param name="Answer">Third party, and quantity and photos, never fail: a difference or a gap makes them pending.</param>
/// <param name="Reasons">Sentences, the deciding one first; never empty.</param>
public sealed record LotSection(SectionKind Kind, bool IsRequired, SectionAnswer Answer, IReadOnlyList<FormattableString> Reasons)
{
    /// <summary>The sampling plan read for each severity, worst first; empty for a section without one.</summary>
    public IReadOnlyList<PlanReading> Readings { get; init; } = [];

    /// <summary>Items that this section looked at; 0 where it counts none.</summary>
    public long Items { get; init; }

    /// <summary>Items that the section lacks, of those drawn or asked for by the plan.</summary>
    public long Missing { get; init; }

    /// <summary>It passes though something is missing, because that cannot change the verdict; the reasons name it.</summary>
    public bool HasGaps { get; init; }

    /// <summary>It fails by flags that nobody has read, and by nothing else.</summary>
    public bool IsFailedByFlags => Readings.Any(reading => reading.Answer == PlanAnswer.RejectsByFlags)
        && !Readings.Any(reading => reading is { Conclusion: SectionAnswer.Fail, Answer: not PlanAnswer.RejectsByFlags });

    /// <summary>The lot cannot be accepted as things stand.</summary>
    public bool IsOpen => Answer == SectionAnswer.Pending || (IsRequired && Answer == SectionAnswer.NotInspected);
}
