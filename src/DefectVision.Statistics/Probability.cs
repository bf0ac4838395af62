using System.Globalization;

namespace DefectVision.Statistics;

/// <summary>A calibrated probability, 0..1. There is no conversion from a plain number: somebody has to say that it is one.</summary>
public readonly record struct Probability : IComparable<Probability>
{
    public Probability(double value)
    {
        if (!(value >= 0 && value <= 1))
            throw new ArgumentOutOfRangeException(nameof(value), value, "A probability lies between 0 and 1.");
        Value = value;
    }

    public double Value { get; }

    /// <summary>1 − Value.</summary>
    public Probability Complement => new(1 - Value);

    public int CompareTo(Probability other) => Value.CompareTo(other.Value);

    public static bool operator <(Probability left, Probability right) => left.Value < right.Value;

    public static bool operator >(Probability left, Probability right) => left.Value > right.Value;

    public static bool operator <=(Probability left, Probability right) => left.Value <= right.Value;

    public static bool operator >=(Probability left, Probability right) => left.Value >= right.Value;

    public override string ToString() => Value.ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>A computed tail or quantile, with the last rounding error taken off.</summary>
    internal static Probability Clamped(double value) => new(Math.Clamp(value, 0, 1));
}
