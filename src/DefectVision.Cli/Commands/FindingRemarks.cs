using DefectVision.Training.Labels.Doctor;

namespace DefectVision.Cli.Commands;

/// <summary>Says what the doctor found in the labels, a line each, before the learning that follows.</summary>
internal sealed class FindingRemarks(SessionContext context) : IProgress<IReadOnlyList<LabelFinding>>
{
    public void Report(IReadOnlyList<LabelFinding> value)
    {
        foreach (var line in FindingLines.Of(value))
        {
            context.Say($"labels: {line}");
        }
    }
}
