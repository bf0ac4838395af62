namespace DefectVision.Training.Labels;

/// <summary>One spelling for each defect class that persons wrote: "Hole" and "hole " are one class.</summary>
internal sealed class ClassSpelling
{
    private readonly Dictionary<string, string> _spellings;

    /// <param name="known">Classes whose spelling is fixed; the first of a class counts.</param>
    /// <param name="written">As persons wrote them; of a class that is not known the spelling most written counts, of equals the first in ordinal order.</param>
    public ClassSpelling(IEnumerable<string> known, IEnumerable<string> written) => _spellings = known
        .Concat(written.Select(name => name.Trim()).CountBy(name => name).OrderByDescending(name => name.Value).ThenBy(name => name.Key, StringComparer.Ordinal).Select(name => name.Key))
        .DistinctBy(Key)
        .ToDictionary(Key);

    public string Of(string written) => _spellings[Key(written.Trim())];

    private static string Key(string name) => name.ToUpperInvariant();
}
