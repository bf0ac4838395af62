namespace DefectVision.Inspection;

/// <summary>How photos were put in an order that are as like the others turned as upright: of goods that lie at any angle, or of an even surface.</summary>
/// <param name="Photos">That were.</param>
/// <param name="References">Photos of one view that the others were held against, at most.</param>
/// <param name="Turns">Looks at each of them, evenly round the clock.</param>
public sealed record TurnedOrder(int Photos, int References, int Turns);
