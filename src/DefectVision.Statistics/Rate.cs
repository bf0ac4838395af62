using System.Globalization;

namespace DefectVision.Statistics;

/// <summary>A share of items, 0..1: of a lot, a process or a sample. Not a percentage.</summary>
public readonly record struct Rate : IComparable<Rate>
{
    public Rate(double value)
    {
        if (!(value >= 0 && value <= 1))
            throw new ArgumentOutOfRangeException(nameof(value), value, "A rate lies between 0 and 1.");
        Value = value;
    }

    public static Rate Zero => default;

    public static Rate One { get; } = new(1);

    public double Value { get; }

    /// <summary>count of total; total at least 1.</summary>
    public static Rate Of(long count, long total)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(total, 1);
        return new Rate((double)count / total);
    }

    public int CompareTo(Rate other) => Value.CompareTo(other.Value);

    public static bool operator <(Rate left, Rate right) => left.Value < right.Value;

    public static bool operator >(Rate left, Rate right) => left.Value > right.Value;

    public static bool operator <=(Rate left, Rate right) => left.Value <= right.Value;

    public static bool operator >=(Rate left, Rate right) => left.Value >= right.Value;

    public override string ToString() => Value.ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>A computed limit, cut to 0..1.</summary>
    internal static Rate Clamped(double value) => new(Math.Clamp(value, 0, 1));
}
