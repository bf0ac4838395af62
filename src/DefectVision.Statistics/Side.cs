namespace DefectVision.Statistics;

/// <summary>Which end of an interval is claimed. Always said, never a default: the lower end of a two-sided 95 % interval is a 97.5 % lower bound.</summary>
public enum Side
{
    /// <summary>"At least …": the whole error probability is spent below.</summary>
    Lower,

    /// <summary>"At most …": the whole error probability is spent above.</summary>
    Upper,

    /// <summary>"Between … and …": half of the error probability at either end.</summary>
    TwoSided,
}
