namespace DefectVision.Inspection;

/// <summary>Names of items, lots or photos in a sentence: all of a few, the first of many.</summary>
/// <param name="Shown">In the order given.</param>
/// <param name="More">How many are left out.</param>
public sealed record Names(IReadOnlyList<string> Shown, int More)
{
    private const int Most = 12;

    public static Names Some(IReadOnlyList<string> names, int most = Most) => new([.. names.Take(most)], Math.Max(0, names.Count - most));

    public override string ToString() => string.Join(", ", Shown) + (More > 0 ? FormattableString.Invariant($" and {More} more") : string.Empty);
}
