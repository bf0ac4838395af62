namespace DefectVision.Evidence.Documents;

/// <summary>Where letters stand to their point.</summary>
internal enum Anchor
{
    Start,
    Middle,
    End,
}
