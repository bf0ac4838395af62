using System.Diagnostics;

namespace DefectVision.Fuzz;

/// <summary>Runs a target on inputs that are there, and says what those end with that do not end quietly: each finding once, by what is thrown and where.</summary>
internal static class Replay
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <param name="inputs">Files, or folders of them.</param>
    /// <returns>0 where all end quietly, 1 where one does not.</returns>
    public static int Of(FuzzTarget target, IEnumerable<string> inputs)
    {
        var files = inputs.SelectMany(input => Directory.Exists(input) ? Directory.GetFiles(input).Order(StringComparer.Ordinal) : Enumerable.Repeat(input, 1)).ToList();
        var findings = files.Select(file => (File: file, Fault: Fault(target, file))).Where(one => one.Fault is not null).GroupBy(one => Place(one.Fault!)).ToList();
        foreach (var finding in findings)
        {
            Console.WriteLine(FormattableString.Invariant($"{finding.Count()} inputs, such as {finding.First().File}\n{finding.First().Fault}\n"));
        }

        Console.WriteLine(FormattableString.Invariant($"{target.Name}: {files.Count} inputs, {findings.Count} findings"));
        return findings.Count == 0 ? 0 : 1;
    }

    // The kind of the exception, where it was thrown, and the nearest line of ours.
    private static (string, string, string) Place(string fault)
    {
        var frames = fault.Split('\n').Where(line => line.StartsWith("   at ", StringComparison.Ordinal)).ToList();
        return (fault.Split(':', ' ')[0], frames.FirstOrDefault(string.Empty), frames.FirstOrDefault(frame => frame.Contains(" DefectVision.", StringComparison.Ordinal), string.Empty));
    }

    // Whatever it is that a reader throws, that is what is asked for.
#pragma warning disable CA1031
    private static string? Fault(FuzzTarget target, string file)
    {
        var begun = Stopwatch.GetTimestamp();
        try
        {
            target.Run(File.ReadAllBytes(file));
            var took = Stopwatch.GetElapsedTime(begun);
            return took > Longest ? FormattableString.Invariant($"it took {took.TotalSeconds:0.0} s") : null;
        }
        catch (Exception fault)
        {
            return fault.ToString();
        }
    }
#pragma warning restore CA1031
}
