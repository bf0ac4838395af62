using DefectVision.Statistics.Sampling;

namespace DefectVision.Inspection.Drawing;

/// <summary>The file that names every item of a lot, as a draw list refers to it.</summary>
/// <param name="File">Its name beside the draw list; null when the list does not name it.</param>
/// <param name="Sha256">Of its bytes, lower-case hex.</param>
public sealed record ListedItems(string? File, string Sha256);

/// <summary>Cartons drawn from a lot.</summary>
/// <param name="Opened">How many.</param>
/// <param name="PackSize">Items in a carton; the last may hold fewer.</param>
public sealed record DrawnCartons(int Opened, int PackSize);

/// <summary>One lot's draw as a list has it, held against what the list says it came from.</summary>
/// <param name="Lot">The lot's name as the list has it.</param>
/// <param name="Items">Those to pull, in the order of the list.</param>
/// <param name="LotSize">Items in the lot that the draw was made from; null when not said.</param>
/// <param name="SampleSize">Items drawn; null when not said.</param>
/// <param name="Seed">Fixed before the goods were seen; null when not said.</param>
/// <param name="Method">Generator and algorithm; null when not said.</param>
/// <param name="ItemList">Where the names of the items come from; null: the items are numbered 1 to the lot's size.</param>
/// <param name="Problem">Why this is not the draw that it claims to be, as the end of a sentence; null when the items follow from the facts.</param>
public sealed record LotDraw(
    string Lot,
    IReadOnlyList<string> Items,
    int? LotSize,
    int? SampleSize,
    ulong? Seed,
    string? Method,
    ListedItems? ItemList,
    FormattableString? Problem)
{
    /// <summary>Items of the first stage of double sampling, n1; null: drawn in one stage.</summary>
    public int? FirstStage { get; init; }

    /// <summary>Cartons were drawn, and items of them; null: items were drawn from the whole lot.</summary>
    public DrawnCartons? Cartons { get; init; }

    /// <summary>The carton of each item as the list has it, in the order of <see cref="Items"/>; empty: items were drawn from the whole lot.</summary>
    public IReadOnlyList<string> CartonOf { get; init; } = [];

    /// <summary>Cartons of the lot; null where items were drawn from the whole lot, or its size is not said.</summary>
    public int? CartonsInLot => Cartons is { } cartons && LotSize is { } size ? CartonDraw.CartonsOf(size, cartons.PackSize) : null;

    /// <summary>The stage of each item as the list has it, "1" or "2", in the order of <see cref="Items"/>; empty: drawn in one stage.</summary>
    public IReadOnlyList<string> Stages { get; init; } = [];
}
