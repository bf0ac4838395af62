using System.Globalization;

namespace DefectVision.Training.Labels.Doctor;

/// <summary>Findings as lines for a person: the gravest first, and no more than are read.</summary>
public static class FindingLines
{
    private const int Most = 24;

    /// <param name="findings">In the doctor's order.</param>
    public static IEnumerable<string> Of(IReadOnlyList<LabelFinding> findings)
    {
        foreach (var finding in findings.Take(Most))
        {
            yield return $"{(finding.Severity == FindingSeverity.Error ? "error" : "warning")}: {finding.Text}";
        }

        if (findings.Count > Most)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"and {findings.Count - Most} more");
        }
    }
}
