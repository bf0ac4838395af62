namespace DefectVision.Inspection.Drawing;

/// <summary>The items of one lot held against the draw list.</summary>
/// <param name="List">The draw of this lot as the list has it.</param>
/// <param name="Missing">Drawn and not photographed, in ordinal order: they count as clear in lower bounds and as flagged in upper ones.</param>
/// <param name="Extra">Photographed and not drawn, in ordinal order: no statement about the lot counts them.</param>
public sealed record DrawCheck(LotDraw List, IReadOnlyList<string> Missing, IReadOnlyList<string> Extra)
{
    /// <summary>Items on the list.</summary>
    public int Drawn => List.Items.Count;

    /// <summary>Why the list does not prove a random draw from the lot, as a sentence; null when it does.</summary>
    /// <param name="agreedSize">Of the lot; null when not agreed.</param>
    public FormattableString? DoubtOf(long? agreedSize) =>
        List.Problem is { } problem ? $"The draw list does not prove a random draw from this lot: {problem}."
        : agreedSize is not { } size ? $"The draw list was made for a lot of {List.LotSize} items, and no lot size is agreed."
        : size != List.LotSize ? (FormattableString)$"The draw list was made for a lot of {List.LotSize} items, and the agreed lot size is {size}."
        : null;
}
