namespace DefectVision.Inference.Foreign;

/// <summary>What the numbers that a classifier gives its classes are, and how they are read.</summary>
public enum ClassNumbers
{
    /// <summary>Not clamped; taken as they are.</summary>
    Logits,

    /// <summary>Its last operator makes probabilities that sum to 1; the logits before it are taken, so that nothing is saturated.</summary>
    BeforeSoftmax,

    /// <summary>Its last operator makes a probability of each number by itself; the logits before it are taken.</summary>
    BeforeSigmoid,

    /// <summary>Between 0 and 1; their logarithms are taken.</summary>
    Probabilities,
}
