using DefectVision.Pipeline;

namespace DefectVision.Cases.Tests;

/// <summary>Breaks a run off once so many files are done.</summary>
internal sealed class StopAt(int files, CancellationTokenSource stop) : IProgress<InspectionProgress>
{
    public void Report(InspectionProgress value)
    {
        if (value.Done == files)
        {
            stop.Cancel();
        }
    }
}
