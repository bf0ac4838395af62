namespace DefectVision.Statistics.Sampling;

/// <summary>The letter that stands for a sample size. I and O are left out; S exists for one tightened plan only.</summary>
/// <remarks>Source: ISO 2859-1:1999, Tables 1 and 2.</remarks>
public enum SampleSizeCodeLetter
{
    A,
    B,
    C,
    D,
    E,
    F,
    G,
    H,
    J,
    K,
    L,
    M,
    N,
    P,
    Q,
    R,
    S,
}
