using System.Numerics.Tensors;
using DefectVision.Inference.Features;
using DefectVision.Statistics;

namespace DefectVision.Inference.Mutual;

/// <summary>Measures photos against the references of a <see cref="MutualScale"/>, on one thread.</summary>
public sealed class MutualMeasure : IDisposable
{
    private readonly MutualScale _scale;
    private readonly PlaceDistances.Run _run;
    private readonly Scratch _places = new();
    private readonly Scratch _distances = new();

    internal MutualMeasure(MutualScale scale, PlaceDistances.Run run) => (_scale, _run) = (scale, run);

    /// <summary>How unlike the references each place of a photo is, row by row from the top; null where too few of them show other items.</summary>
    /// <param name="part">Which part of all photos it is of.</param>
    /// <param name="item">The thing that it shows.</param>
    /// <param name="places">As <see cref="MutualNetwork"/> gave them.</param>
    public float[]? Map(string part, string item, ReadOnlySpan<float> places) => _scale.Map(_run, part, item, places, _places, _distances);

    /// <summary>Of the references of other items: of how many the look that is nearest to a photo is the upright one, and how many there are.</summary>
    public Tally Upright(string item, ReadOnlySpan<float> places) => _scale.Upright(_run, item, places);

    /// <summary>Of a photo: the mean of its highest hundredth, rounded to the digits that decide.</summary>
    public static double Score(IReadOnlyList<float> map)
    {
        float[] sorted = [.. map.OrderDescending().Take(PlaceGrid.Hundredth(map.Count))];
        return OperatingPoint.Round(TensorPrimitives.Sum<float>(sorted) / sorted.Length);
    }

    public void Dispose() => _run.Dispose();
}
