namespace DefectVision.Pipeline.Intake;

/// <summary>What came up while the lists of a run were read: wrong lines, gathered so that all are reported at once, and what was assumed.</summary>
/// <param name="accepts">Somebody told to leave wrong lines out.</param>
/// <param name="begun">What came up before; null: nothing.</param>
public sealed class ListReading(bool accepts, ListReading? begun = null)
{
    private readonly List<WrongLine> _lines = [.. begun?._lines ?? []];
    private readonly List<FormattableString> _notes = [.. begun?._notes ?? []];

    /// <summary>What was assumed, a sentence each.</summary>
    public IReadOnlyList<FormattableString> Assumed => _notes;

    /// <summary>The lines that were left out.</summary>
    public IReadOnlyList<WrongLine> LeftOut => _lines;

    /// <summary>Both, for the report.</summary>
    internal IEnumerable<FormattableString> Remarks => [.. _notes, .. _lines.Select(line => (FormattableString)$"{line.Place}: this line was left out, as told.")];

    internal void Add(IEnumerable<WrongLine> lines) => _lines.AddRange(lines);

    internal void Note(IEnumerable<FormattableString> notes) => _notes.AddRange(notes);

    /// <summary>Ends a run that was not told to leave wrong lines out.</summary>
    /// <exception cref="IntakeException">There are wrong lines, and nobody told to leave them out.</exception>
    internal void Settle()
    {
        if (_lines.Count > 0 && !accepts)
        {
            throw new IntakeException(_lines);
        }
    }
}
