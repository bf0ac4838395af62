namespace DefectVision.Inspection.Reviewing;

/// <summary>One reader's word on one item, after all his lines on it.</summary>
/// <param name="Reader">As his first line spells him.</param>
/// <param name="Word">Defective, good or unsure.</param>
/// <param name="Time">Of the newest line that counts, UTC.</param>
/// <param name="Lines">Those that count, in order of time: one of a reader who sees no defect, else one for each class of defect.</param>
public sealed record ReaderAnswer(string Reader, ReaderWord Word, DateTimeOffset Time, IReadOnlyList<Confirmation> Lines)
{
    /// <summary>The reader sees a defect.</summary>
    public bool IsDefective => Word == ReaderWord.Defective;

    /// <summary><see cref="Time"/> for a reader, with a zone only where the list gives one.</summary>
    public string When => Lines[^1].When;

    /// <summary>The classes of defect that the reader names, in order of time.</summary>
    public IEnumerable<string> DefectClasses => Lines.Select(line => line.DefectClass).OfType<string>();

    /// <summary>
    /// Lines count in order of time, of equal times in the order of the list. "Good" and "unsure" replace everything before them; "defective" replaces
    /// them, and the earlier line of the same class (or of no class). An answer of a review is whole: it replaces all before it, and is replaced by any after it.
    /// </summary>
    /// <param name="lines">All of one reader on one item, in the order of the list; one at least.</param>
    public static ReaderAnswer Of(IReadOnlyList<Confirmation> lines)
    {
        var counting = new List<Confirmation>();
        foreach (var line in lines.OrderBy(line => line.Time))
        {
            counting.RemoveAll(earlier => line.IsReviewed || earlier.IsReviewed || !line.IsDefective || !earlier.IsDefective || IsSameClass(earlier, line));
            counting.Add(line);
        }

        return new ReaderAnswer(lines[0].Reader.Trim(), counting[^1].Word, counting[^1].Time, counting);
    }

    private static bool IsSameClass(Confirmation one, Confirmation other) => string.Equals(one.DefectClass, other.DefectClass, StringComparison.OrdinalIgnoreCase);
}
