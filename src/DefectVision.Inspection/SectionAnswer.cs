namespace DefectVision.Inspection;

/// <summary>The answer of one section for one lot.</summary>
public enum SectionAnswer
{
    Pass,
    Fail,

    /// <summary>It could still go either way.</summary>
    Pending,

    NotInspected,
}
