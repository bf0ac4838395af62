namespace DefectVision.Pipeline.Intake;

/// <summary>Input that cannot be taken in, with the reason for the person who must mend it.</summary>
public sealed class IntakeException : Exception
{
    private const int Most = 100;

    public IntakeException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    /// <param name="lines">One at least.</param>
    public IntakeException(params IReadOnlyList<WrongLine> lines)
        : base(Message(lines)) => Lines = lines;

    /// <summary>The lines of lists that are wrong; none where something else is.</summary>
    public IReadOnlyList<WrongLine> Lines { get; } = [];

    private static new string Message(IReadOnlyList<WrongLine> lines) =>
        string.Join('\n', lines.Take(Most)) + (lines.Count > Most ? FormattableString.Invariant($"\nand {lines.Count - Most} more lines") : string.Empty);
}
