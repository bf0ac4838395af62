namespace DefectVision.Statistics;

/// <summary>What stands behind a number.</summary>
public enum Guarantee
{
    /// <summary>Class G: the error probability holds for every lot and every sample size, without a normal approximation. May stand in a claim.</summary>
    Guaranteed,

    /// <summary>Class A: right in the limit, and can fall short in a finite sample. For planning and display.</summary>
    Approximate,
}

public static class GuaranteeText
{
    /// <summary>The letter printed beside a number: "G" or "A".</summary>
    public static string Letter(this Guarantee guarantee) => guarantee switch
    {
        Guarantee.Guaranteed => "G",
        Guarantee.Approximate => "A",
        _ => throw new ArgumentOutOfRangeException(nameof(guarantee), guarantee, "Known are Guaranteed and Approximate."),
    };
}
