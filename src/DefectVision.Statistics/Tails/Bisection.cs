namespace DefectVision.Statistics.Tails;

/// <summary>Finds where a condition that is false below and true above turns true.</summary>
internal static class Bisection
{
    /// <summary>
    /// The smallest double in [low, high], both non-negative, that fulfils the condition; high is taken to fulfil it.
    /// Non-negative doubles are ordered as their bit patterns are, so 63 halvings reach full relative precision at any magnitude.
    /// </summary>
    public static double FirstDouble(double low, double high, Func<double, bool> holds)
    {
        var below = BitConverter.DoubleToInt64Bits(low) - 1;
        var above = BitConverter.DoubleToInt64Bits(high);
        while (above - below > 1)
        {
            var middle = below + (above - below) / 2;
            if (holds(BitConverter.Int64BitsToDouble(middle)))
                above = middle;
            else
                below = middle;
        }
        return BitConverter.Int64BitsToDouble(above);
    }

    /// <summary>The smallest integer in [low, high] that fulfils the condition; high is taken to fulfil it.</summary>
    public static long FirstInteger(long low, long high, Func<long, bool> holds)
    {
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            if (holds(middle))
                high = middle;
            else
                low = middle + 1;
        }
        return high;
    }

    /// <summary>The largest integer in [low, high] that fulfils a condition that is true below and false above; low is taken to fulfil it.</summary>
    public static long LastInteger(long low, long high, Func<long, bool> holds)
    {
        while (low < high)
        {
            var middle = high - (high - low) / 2;
            if (holds(middle))
                low = middle;
            else
                high = middle - 1;
        }
        return low;
    }
}
