namespace DefectVision.Inference.Mutual;

/// <summary>A photo that others are held against.</summary>
/// <param name="Part">Which part of all photos it is of. How many of the nearest photos count follows from the references of the same part.</param>
/// <param name="Item">The thing that it shows: photos of one thing are never held against each other.</param>
/// <param name="Places">As <see cref="MutualNetwork"/> gave them.</param>
public sealed record Reference(string Part, string Item, float[] Places)
{
    /// <summary>The same of the photo turned: the nearest of all its looks counts. Empty where goods lie all the same way.</summary>
    public IReadOnlyList<float[]> Turned { get; init; } = [];
}
