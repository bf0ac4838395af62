using DefectVision.Inspection.Drawing;
using DefectVision.Pipeline.Intake;
using DefectVision.Statistics.Sampling;

namespace DefectVision.Garments.Deliveries;

/// <summary>One lot of the sample shipment, its draw, and what is wrong in it.</summary>
/// <param name="Name">The folder of its photos.</param>
/// <param name="Letter">Begins the names of its photos' random streams.</param>
/// <param name="Items">Photographed: the first so many of those drawn.</param>
/// <param name="Seed">Of its draw.</param>
/// <param name="Defects">By the place of the item in the draw.</param>
internal sealed record ShippedLot(string Name, char Letter, int Items, ulong Seed, GarmentKind Kind, IReadOnlyList<ShippedDefect> Defects)
{
    /// <summary>Goods made for the lot, photographed or not.</summary>
    public const int Size = 280;

    /// <summary>Items to inspect of a lot of this size, at inspection level II (ISO 2859-1:1999, letter G).</summary>
    public const int Drawn = 32;

    /// <summary>The names of the drawn items: their numbers, rising.</summary>
    public IReadOnlyList<string> Names { get; } = [.. RandomDraw.Of(Size, Drawn, Seed).Select(position => DrawProof.NameOf(position, Size))];

    /// <summary>For the draw list.</summary>
    public DrawOrder Draw => new(Name, null, Size, Drawn, Seed, null);
}

/// <summary>A defect that one photo of the shipment shows.</summary>
/// <param name="Item">The item's place in the draw, 1 is the first.</param>
/// <param name="View">The side that shows it.</param>
/// <param name="Class">What it is called.</param>
internal sealed record ShippedDefect(int Item, View View, string Class);
