namespace DefectVision.Training.Heads;

/// <summary>What the head for the class learns from, and how strictly.</summary>
/// <param name="AtMiddle">The numbers of the middle of the photo, too.</param>
/// <param name="IsTurned">The photos turned in other ways, too.</param>
/// <param name="Penalty">L2 weight, see <see cref="HeadFitting"/>.</param>
internal sealed record ClassLook(bool AtMiddle, bool IsTurned, double Penalty)
{
    public override string ToString() => FormattableString.Invariant(
        $"the whole photo{(AtMiddle ? " and its middle" : string.Empty)}, {(IsTurned ? "turned in every way" : "as it lies")}, penalty {Penalty:0.####}");
}
