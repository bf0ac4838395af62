using DefectVision.Imaging;
using DefectVision.Inference;
using DefectVision.Inspection;

namespace DefectVision.Pipeline.Scoring;

/// <summary>Scores single photos as an inspection does. Holds one thread's buffers.</summary>
/// <param name="model">Stays the caller's.</param>
/// <param name="limits">What a photo may be at most.</param>
public sealed class PhotoScorer(Model model, DecodeLimits limits) : IDisposable
{
    private readonly ByteBudget _ahead = ReadAhead.For(workers: 1);
    private readonly ScoreStage _stage = new(model, limits, new CodeSearch([], isOn: false));

    /// <param name="path">In the shipment: its ending tells what a photo promises to be.</param>
    /// <param name="photo">All bytes of its file.</param>
    /// <returns>What it turns out to be by itself; the finding is null unless it was scored.</returns>
    /// <exception cref="ModelException">The model failed while it ran.</exception>
    public (PhotoOutcome Outcome, Finding? Finding) Score(string path, byte[] photo)
    {
#pragma warning disable CA2000 // The stage disposes the bytes that it scores.
        var scored = _stage.Score(ReadFile.ToScore(path, PhotoBytes.Of(photo, _ahead))).Entry;
#pragma warning restore CA2000
        return (scored.Outcome, scored.Finding);
    }

    public void Dispose() => _stage.Dispose();
}
