using System.Globalization;

namespace DefectVision.Statistics;

/// <summary>How often a method must be right, over repeated samples: strictly between 0 and 1.</summary>
public readonly record struct ConfidenceLevel
{
    private readonly double _value;

    /// <param name="value">For example 0.95. Zero, one, NaN and anything outside are refused.</param>
    public ConfidenceLevel(double value)
    {
        if (!(value > 0 && value < 1))
            throw new ArgumentOutOfRangeException(nameof(value), value, "A confidence level lies strictly between 0 and 1.");
        _value = value;
    }

    /// <summary>Confidence 0.90.</summary>
    public static ConfidenceLevel P90 { get; } = new(0.90);

    /// <summary>Confidence 0.95.</summary>
    public static ConfidenceLevel P95 { get; } = new(0.95);

    /// <summary>Confidence 0.99.</summary>
    public static ConfidenceLevel P99 { get; } = new(0.99);

    /// <exception cref="InvalidOperationException">The level was never set; there is no default.</exception>
    public double Value => _value > 0 ? _value : throw new InvalidOperationException("The confidence level was never set; it has no default.");

    /// <summary>The permitted error probability, 1 − Value.</summary>
    public double Alpha => 1 - Value;

    /// <summary>The level at which each of several statements must hold so that all hold together (Bonferroni): 1 − Alpha/statements.</summary>
    public ConfidenceLevel ForEachOf(int statements)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(statements, 1);
        return new ConfidenceLevel(1 - Alpha / statements);
    }

    /// <summary>The error probability that one side of the bound may spend: Alpha for a one-sided bound, half of it for either end of a two-sided one.</summary>
    internal double AlphaPerEnd(Side side) => side == Side.TwoSided ? Alpha / 2 : Alpha;

    public override string ToString() => Value.ToString("0.######", CultureInfo.InvariantCulture);
}
