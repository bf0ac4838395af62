namespace DefectVision.Inspection.Drawing;

/// <summary>Whether what was photographed speaks for the lot, so that a bound for the lot may be called guaranteed.</summary>
/// <param name="How">How the items were chosen, in words.</param>
/// <param name="Wanted">What stands against it and what would be needed, in sentences; none when the sample speaks for the lot.</param>
public sealed record SampleStanding(FormattableString How, IReadOnlyList<FormattableString> Wanted)
{
    public bool SpeaksForLot => Wanted.Count == 0;
}
