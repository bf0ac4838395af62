namespace DefectVision.Inspection.Judging;

/// <summary>What several readers who see a defect say together: by majority, and what a tie leaves open (verification protocol of the statistics page, 2.6).</summary>
/// <param name="Severity">The most named; of a tie the mildest.</param>
/// <param name="SeverityAtMost">The most named; of a tie the worst.</param>
/// <param name="DefectClass">The most named; of a tie the mildest, then the first in ordinal order. Null when nobody names one.</param>
/// <param name="Cause">The most named; null for a tie, or when nobody names one.</param>
internal sealed record ReadersMajority(Severity Severity, Severity SeverityAtMost, string? DefectClass, Cause? Cause)
{
    /// <param name="views">One of each reader who sees a defect; one at least.</param>
    public static ReadersMajority Of(IReadOnlyList<ReaderView> views)
    {
        var severities = MostNamed(views.Select(view => view.Severity));
        var severity = severities.Min();
        var causes = MostNamed(views.Select(view => view.Cause).OfType<Cause>());
        return new ReadersMajority(
            severity,
            severities.Max(),
            MostNamed(views.Select(view => view.DefectClass).OfType<string>())
                .OrderByDescending(name => views.Any(view => view.DefectClass == name && view.Severity == severity))
                .ThenBy(name => views.Where(view => view.DefectClass == name).Min(view => view.Severity))
                .ThenBy(name => name, StringComparer.Ordinal)
                .FirstOrDefault(),
            causes is [var cause] ? cause : null);
    }

    private static List<T> MostNamed<T>(IEnumerable<T> named)
        where T : notnull
    {
        var counts = named.CountBy(one => one).ToList();
        return [.. counts.Where(one => one.Value == counts.Max(other => other.Value)).Select(one => one.Key)];
    }
}
