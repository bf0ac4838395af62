using System.Globalization;

namespace DefectVision.Inference;

/// <summary>
/// Which goods a model knows: how far places of good photos lie from its memory, wherever they are in the photo, and how many places of a photo may lie farther.
/// A model that meets other goods gives scores that mean nothing.
/// </summary>
/// <param name="Within">The distance that 95 % of the places of good photos lie within that the memory had not seen.</param>
/// <param name="MostStrange">Half of the photos of goods that it knows have at most this share of places beyond it (0 to 1), defective ones included.</param>
public sealed record Familiarity(double Within, double MostStrange)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"a lot is judged where at most {100 * MostStrange:0.#} % of the places of its middle photo are farther from good ones than {Within:0.##}, within which 95 % of places of good photos lie");
}
