using System.Text.Json;
using DefectVision.Hostile.Making;

namespace DefectVision.Hostile.Running;

/// <summary>What an inspection says of the files, held against what lies in the folder.</summary>
internal static class Accounts
{
    /// <summary>How many files ended as each outcome, by the record.</summary>
    public static IReadOnlyDictionary<string, int> Outcomes(string outFolder) =>
        new SortedDictionary<string, int>(Recorded(outFolder).GroupBy(file => file.Outcome).ToDictionary(alike => alike.Key, alike => alike.Count()), StringComparer.Ordinal);

    /// <summary>Every way in which the counts do not add up; empty where each file has one outcome.</summary>
    /// <param name="outFolder">Of the inspection.</param>
    /// <param name="shelf">What was put.</param>
    /// <param name="perhaps">Paths that may be there once, or not at all.</param>
    public static IReadOnlyList<string> Wrong(string outFolder, Shelf shelf, IReadOnlyCollection<string> perhaps)
    {
        var recorded = Recorded(outFolder);
        var results = File.ReadLines(Path.Combine(outFolder, "results.jsonl")).Select(line => JsonDocument.Parse(line).RootElement).Select(line => (Path: line.GetProperty("path").GetString()!, Outcome: line.GetProperty("outcome").GetString()!)).ToList();
        var paths = recorded.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        var missing = shelf.Expected.Where(path => !paths.Contains(path)).ToList();
        var others = paths.Where(path => !shelf.Expected.Contains(path) && !perhaps.Contains(path)).Order(StringComparer.Ordinal).ToList();
        return
        [
            .. recorded.GroupBy(file => file.Path).Where(alike => alike.Count() > 1).Select(alike => $"recorded twice: {alike.Key}"),
            .. missing.Select(path => $"not recorded: {path}"),
            .. others.Count == shelf.Raw ? [] : others.Prepend(FormattableString.Invariant($"recorded and not put: {others.Count}, wanted {shelf.Raw} of names that are no UTF-8:")),
            .. results.Order().SequenceEqual(recorded.Order()) ? Array.Empty<string>() : ["results.jsonl and record.json tell other outcomes"],
            .. Summed(outFolder) == recorded.Count ? Array.Empty<string>() : [FormattableString.Invariant($"summary.json counts {Summed(outFolder)} files, record.json {recorded.Count}")],
        ];
    }

    private static List<(string Path, string Outcome)> Recorded(string outFolder)
    {
        using var record = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(outFolder, "record.json")));
        return [.. record.RootElement.GetProperty("record").GetProperty("files").EnumerateArray().Select(file => (file.GetProperty("path").GetString()!, file.GetProperty("outcome").GetString()!))];
    }

    private static int Summed(string outFolder)
    {
        using var summary = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(outFolder, "summary.json")));
        return summary.RootElement.GetProperty("accounting").EnumerateObject().Where(count => count.Value.ValueKind == JsonValueKind.Number && count.Name != "found").Sum(count => count.Value.GetInt32());
    }
}
