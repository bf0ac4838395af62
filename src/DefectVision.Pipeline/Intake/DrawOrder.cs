using DefectVision.Inspection.Drawing;

namespace DefectVision.Pipeline.Intake;

/// <summary>What to draw.</summary>
/// <param name="Lot">Its name, as the folder of its photos will be called; without ';' and line breaks.</param>
/// <param name="Items">Every item of the lot by name, in a file beside the draw list; null: numbered 1 to the lot's size.</param>
/// <param name="LotSize">Items in the lot.</param>
/// <param name="SampleSize">Items to pull.</param>
/// <param name="Seed">Fixed before the goods are seen.</param>
/// <param name="PerCarton">Items in a carton, to say where an item lies; null: not told.</param>
public sealed record DrawOrder(string Lot, ItemList? Items, int LotSize, int SampleSize, ulong Seed, int? PerCarton)
{
    /// <summary>Cartons to open, of <see cref="PerCarton"/> items each; null: items are drawn from the whole lot.</summary>
    public int? CartonsOpened { get; init; }

    /// <summary>The same as the list says it.</summary>
    internal DrawnCartons? Cartons => CartonsOpened is { } opened && PerCarton is { } pack ? new DrawnCartons(opened, pack) : null;

    /// <summary>Items of the first stage of double sampling, 1 to fewer than the sample; null: drawn in one stage.</summary>
    public int? FirstStage { get; init; }
}
