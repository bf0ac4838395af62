using DefectVision.Inspection;

namespace DefectVision.Evidence.Packets;

/// <summary>How the photos of a packet are scored again.</summary>
/// <param name="ModelSha256">Of the model's file, lower-case hex.</param>
/// <param name="Margin">By which the scores of one photo may differ between two machines.</param>
/// <param name="Score">What a photo turns out to be, by its path in the shipment and its bytes.</param>
public sealed record Rescoring(string ModelSha256, double Margin, Func<string, byte[], (PhotoOutcome Outcome, Finding? Finding)> Score)
{
    /// <summary>Told after each photo; null: nobody listens.</summary>
    public IProgress<(int Done, int Total)>? Progress { get; init; }
}
