namespace DefectVision.Hostile.Running;

/// <summary>How a child ended.</summary>
/// <param name="Code">Its exit code; 128 and the signal's number where one ended it.</param>
/// <param name="IsKilled">It was killed as planned, before it ended by itself.</param>
/// <param name="IsHung">It was killed because it did not end.</param>
/// <param name="Peak">Of resident memory, bytes, as last looked at before the end.</param>
/// <param name="Time">From the start.</param>
/// <param name="Answer">Its stdout.</param>
/// <param name="Remarks">Its stderr.</param>
internal sealed record ChildEnd(int Code, bool IsKilled, bool IsHung, long Peak, TimeSpan Time, string Answer, string Remarks)
{
    // README.md, "In a workflow".
    private static readonly HashSet<int> Documented = [0, 1, 2, 3, 64, 65, 66, 69, 70, 71, 74, 75, 130, 143];

    /// <summary>The code is one that the README names, and not the one for a fault of the program's own.</summary>
    public bool IsNamed => Documented.Contains(Code) && Code != 70;

    /// <summary>The inspection came to its end: accepted, rejected, on hold, or with no readable photo.</summary>
    public bool IsDone => Code is 0 or 1 or 2;

    /// <summary>The last line of what it said, for a table.</summary>
    public string LastWord => Remarks.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault(line => line.Length > 0) ?? string.Empty;
}
