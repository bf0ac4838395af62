namespace DefectVision.Training.Backbones;

/// <summary>How much a memory of good places holds.</summary>
/// <param name="MostPlaces">That are kept: the cost of scoring grows with them.</param>
/// <param name="MostCandidates">That the kept ones are chosen from: the cost of training grows with them.</param>
/// <param name="PositionWeight">How much the whole width of a photo counts beside one deviation of a component.</param>
/// <param name="Looks">At each good photo, evenly round the clock.</param>
internal sealed record MemoryKind(int MostPlaces, int MostCandidates, float PositionWeight, int Looks)
{
    /// <summary>
    /// Goods lie much the same way on an inspector's table: what is right at one place is wrong at another. Without position the area under the ROC curve of magnetic tiles
    /// was 0.04 lower, of circuit boards the same.
    /// </summary>
    public static MemoryKind Upright { get; } = new(2000, 20_000, 12, 1);

    /// <summary>Goods at any angle. Eight looks take more places: with half of them screws were ranked worse (benchmarks).</summary>
    public static MemoryKind AnyAngle { get; } = new(8000, 80_000, 4, Inference.Mutual.AnyAngle.Turns);
}
