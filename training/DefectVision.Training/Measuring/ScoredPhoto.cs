using DefectVision.Imaging;
using DefectVision.Training.Labels;

namespace DefectVision.Training.Measuring;

/// <summary>A labelled photo and what the model says of it.</summary>
/// <param name="Photo">Which.</param>
/// <param name="Score">Rounded to the digits that decide.</param>
/// <param name="Answer">"good" below the threshold, else the class that fits best.</param>
/// <param name="Flagged">At or above the threshold.</param>
public sealed record ScoredPhoto(LabelledPhoto Photo, double Score, string Answer, bool Flagged)
{
    /// <summary>The part of the upright photo that the model saw.</summary>
    internal Window Window { get; init; } = Window.Whole;

    /// <summary>Row by row from the top; null unless it was asked for.</summary>
    internal float[]? HeatMap { get; init; }
}
