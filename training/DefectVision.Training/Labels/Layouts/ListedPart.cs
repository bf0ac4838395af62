namespace DefectVision.Training.Labels.Layouts;

/// <summary>
/// The column of a list that says what a photo is for. Google's lists write TRAIN, TRAINING, VALIDATION, TEST and UNASSIGNED. Validation belongs to
/// learning: its photos have had their say in the choice of a model. Where no line names a part, the list has none.
/// </summary>
internal static class ListedPart
{
    private const string Test = "test";
    private static readonly string[] ForLearning = ["train", "training", "val", "valid", "validation", "dev"];
    private static readonly string[] ForMeasuring = [Test, "testing", "holdout"];
    private static readonly string[] ForNeither = ["unassigned", "default"];

    /// <summary>Whether a cell names a part, or says that nobody chose one.</summary>
    public static bool IsWord(string cell) => IsPart(cell) || Is(cell, ForNeither);

    /// <summary>The lines of the part that is read. A line with another word is kept: who reads it refuses it with <see cref="Checked"/>.</summary>
    /// <param name="list">Its name, for errors.</param>
    /// <exception cref="DatasetException">The list names parts, and not this one.</exception>
    public static IReadOnlyList<T> Of<T>(SetFolder set, IReadOnlyList<T> lines, Func<T, string> written, string list)
    {
        var named = lines.Select(written).Where(IsPart).ToList();
        if (named.Count == 0)
        {
            return lines;
        }

        var own = lines.Where(line => !IsKnown(written(line)) || Is(written(line), ForMeasuring) == (set.Part == Test)).ToList();
        return own.Any(line => IsKnown(written(line)))
            ? own
            : throw new DatasetException($"{list}: found photos for {string.Join(", ", named.Distinct().Order(StringComparer.Ordinal))} and none for {set.Part}, wanted some");
    }

    /// <exception cref="DatasetException">The cell holds another word.</exception>
    public static void Checked(string cell, string where)
    {
        if (!IsKnown(cell))
        {
            throw new DatasetException($"{where}: found the part '{cell}', wanted TRAIN, VALIDATION, TEST or UNASSIGNED");
        }
    }

    private static bool IsKnown(string cell) => cell.Length == 0 || IsWord(cell);

    private static bool IsPart(string cell) => Is(cell, ForLearning) || Is(cell, ForMeasuring);

    private static bool Is(string cell, string[] words) => words.Contains(cell, StringComparer.OrdinalIgnoreCase);
}
