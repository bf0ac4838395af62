namespace DefectVision.Automation.Working;

/// <summary>How an inspection ended.</summary>
/// <param name="ExitCode">What the command <c>inspect</c> would have ended with.</param>
/// <param name="Verdict">accept, reject or hold; null where there is none.</param>
/// <param name="Message">Why there is no verdict; null where there is one.</param>
public sealed record JobEnd(int ExitCode, string? Verdict, string? Message)
{
    public int Lots { get; init; }

    public int LotsRejected { get; init; }

    public int LotsHeld { get; init; }

    /// <summary>The answer is one of the inspection's, and not that it could not be done.</summary>
    public bool IsDone => Verdict is not null;

    /// <summary>Another try may end otherwise, as things are: another run was writing, or the disk was full.</summary>
    public bool IsPassing { get; init; }
}
