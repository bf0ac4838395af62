namespace DefectVision.Inspection.Drawing;

/// <summary>The items that were drawn before the goods were opened: whoever holds the digest can tell that the list was not made to fit the findings.</summary>
/// <param name="Name">Of the file.</param>
/// <param name="Sha256">Of its bytes, lower-case hex: what is sent to the supplier beforehand.</param>
/// <param name="Lots">The draw of each lot that the list names, in ordinal order of name.</param>
public sealed record DrawList(string Name, string Sha256, IReadOnlyList<LotDraw> Lots)
{
    /// <summary>The draw of a lot, named there by its whole name or the last part of it; null when the list does not name it.</summary>
    public LotDraw? Of(string lot) => Lots.Where(draw => Lot.IsNamed(lot, draw.Lot)).MaxBy(draw => draw.Lot.Length);
}
