using DefectVision.Inspection;
using DefectVision.Inspection.Recording;

namespace DefectVision.Cases.Inspecting;

/// <summary>
/// Holds a run against the one before of the same inputs: the same bytes, scored by the same model and the same build of the program, have one result. Where they have
/// two, somebody changed the journal or the record in between: their check values are no secret, and can be computed anew.
/// </summary>
internal static class ResultsBefore
{
    /// <param name="now">The run that has ended, not yet written.</param>
    /// <param name="run">The same, as the case lists it.</param>
    /// <param name="before">The case before it; null for the first.</param>
    /// <param name="folder">Full path of the case.</param>
    public static IEnumerable<string> Remarks(InspectionRecord now, CaseRun run, CaseFile? before, string folder)
    {
        var path = Path.Combine(folder, RecordFile.Name);
        if (before?.RecordSha256 is not { } wanted || !File.Exists(path))
        {
            return [];
        }

        if (StoredJson.Sha256OfFile(path) != wanted)
        {
            return [$"{RecordFile.Name} was not as this case wrote it; it is written anew"];
        }

        return before.Runs is [.., { Build: not null } last] && (last.Inputs, last.Build) == (run.Inputs, run.Build) ? Compare(now, path) : [];
    }

    private static IEnumerable<string> Compare(InspectionRecord now, string path)
    {
        InspectionRecord then;
        try
        {
            then = RecordFile.Read(File.ReadAllBytes(path));
        }
        catch (RecordException)
        {
            yield break;
        }

        var known = then.Files.Where(file => file.Sha256 is not null).ToDictionary(file => file.Path, StringComparer.Ordinal);
        var others = now.Files.Where(file => known.TryGetValue(file.Path, out var was) && was.Sha256 == file.Sha256 && Result(was) != Result(file)).ToList();
        if (others.Count > 0)
        {
            yield return FormattableString.Invariant($"another result than in the run before, though bytes, model and program are the same: {others.Count} of {now.Files.Count} files (first: {others[0].Path}, now {Told(others[0])}, before {Told(known[others[0].Path])}); journal or record were changed in between, and --fresh scores all photos again");
        }
    }

    private static (PhotoOutcome Outcome, double? Score, double? Probability, string? DefectClass) Result(InspectedFile file) =>
        (file.Outcome, file.Finding?.Score, file.Finding?.Probability, file.Finding?.DefectClass);

    private static string Told(InspectedFile file) =>
        file.Finding is { } finding ? FormattableString.Invariant($"score {finding.Score}") : new Word(file.Outcome).Code;
}
