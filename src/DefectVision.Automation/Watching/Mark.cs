namespace DefectVision.Automation.Watching;

/// <summary>Written into a case when all of its outputs are there, the last of them.</summary>
/// <param name="Seen">What the shipment's files were then: SHA-256 over their paths, sizes and times, lower-case hex.</param>
/// <param name="ExitCode">What the command <c>inspect</c> would have ended with.</param>
/// <param name="Verdict">accept, reject or hold; null where it could not be inspected.</param>
/// <param name="Message">Why it could not; null where it could.</param>
public sealed record Mark(string Seen, int ExitCode, string? Verdict, string? Message)
{
    /// <summary>Beside the lots of a shipment: nothing more will come.</summary>
    public const string Ready = "_READY";

    /// <summary>In a case.</summary>
    public const string Done = "_DONE";
}
