namespace DefectVision.Automation.Working;

/// <summary>How far a job has come.</summary>
public enum JobState
{
    Queued,
    Running,

    /// <summary>The inspection came to its end: accepted, rejected or held.</summary>
    Done,

    /// <summary>It cannot be inspected as it is; the message says why.</summary>
    Failed,
}
