namespace DefectVision.Inspection.Drawing;

/// <summary>The items of one lot held against the draw list.</summary>
/// <param name="Drawn">Items on the list.</param>
/// <param name="Missing">Drawn and not photographed, in ordinal order: they count as clear in lower bounds and as flagged in upper ones.</param>
/// <param name="Extra">Photographed and not drawn, in ordinal order: no statement about the lot counts them.</param>
public sealed record DrawCheck(int Drawn, IReadOnlyList<string> Missing, IReadOnlyList<string> Extra);
