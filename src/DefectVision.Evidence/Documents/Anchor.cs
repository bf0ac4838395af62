namespace DefectVision.Evidence.Documents;

/// <summary>Where letters stand to their point.</summary>
public enum Anchor
{
    Start,
    Middle,
    End,
}
