using DefectVision.Inspection;

namespace DefectVision.Cases.Teaching;

/// <summary>Items that persons answered for and that give no photo to learn from, all for one reason.</summary>
/// <param name="Why">The reason, in words.</param>
/// <param name="Items">Each with its lot, in the order of the record; one at least.</param>
public sealed record LeftOutItems(string Why, IReadOnlyList<string> Items)
{
    public override string ToString() =>
        FormattableString.Invariant($"{Items.Count} {(Items.Count == 1 ? "item" : "items")} left out, {Why}: {Names.Some(Items)}");
}
