namespace DefectVision.Inspection;

/// <summary>A place in a photo, as shares (0 to 1) of the upright photo's width and height.</summary>
/// <param name="X">From the left.</param>
/// <param name="Y">From the top.</param>
public sealed record SuspectPlace(double X, double Y);

/// <summary>What a heat map of a photo says in numbers: distances from good photos, without unit or upper end.</summary>
/// <param name="From">Where its scale begins.</param>
/// <param name="To">Where its colours end.</param>
/// <param name="Highest">The highest value; never clamped.</param>
/// <param name="Place">Where it is highest; null when it reaches <paramref name="From"/> nowhere.</param>
public sealed record HeatReading(double From, double To, double Highest, SuspectPlace? Place);
