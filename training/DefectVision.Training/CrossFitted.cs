namespace DefectVision.Training;

/// <summary>What a head and a memory that had not seen its group make of a photo.</summary>
/// <param name="Take">Which, and how it was shown.</param>
/// <param name="Score">Higher is more suspect.</param>
internal sealed record CrossFitted(Take Take, double Score)
{
    public (double Score, bool Defective) Pair => (Score, !Take.Photo.IsGood);
}
