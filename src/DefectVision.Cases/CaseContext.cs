using DefectVision.Pipeline;

namespace DefectVision.Cases;

/// <summary>What surrounds a piece of work on a case.</summary>
/// <param name="Clock">For the date of a first start.</param>
/// <param name="Say">A remark for a person, a sentence each.</param>
/// <param name="Progress">Told after each file of an inspection; null: nobody listens.</param>
/// <param name="Cancel">Stops the work; what is done is kept.</param>
public sealed record CaseContext(TimeProvider Clock, Action<string> Say, IProgress<InspectionProgress>? Progress, CancellationToken Cancel)
{
    /// <summary>Full path of the feature network by which defects are looked for in other photos; null: nobody looks.</summary>
    public string? Backbone { get; init; }
}
