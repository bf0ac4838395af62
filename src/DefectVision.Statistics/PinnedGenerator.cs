namespace DefectVision.Statistics;

/// <summary>
/// A generator whose sequence is a contract: the same seed and stream give the same draws on every machine and in every version.
/// PCG32 (XSH-RR, 64-bit state, 32-bit output), period 2^64, one independent sequence per stream.
/// </summary>
/// <remarks>Source: M. E. O'Neill, PCG: A Family of Simple Fast Space-Efficient Statistically Good Algorithms, HMC-CS-2014-0905. Not for secrets.</remarks>
public sealed class PinnedGenerator
{
    private const ulong Multiplier = 6364136223846793005;

    private readonly ulong _increment;
    private ulong _state;

    /// <param name="seed">Where in the sequence to start. Print it beside what was drawn.</param>
    /// <param name="stream">Which of 2^63 sequences; two purposes with one seed take two streams.</param>
    public PinnedGenerator(ulong seed, ulong stream)
    {
        _increment = (stream << 1) | 1;
        _state = unchecked((_increment + seed) * Multiplier + _increment);
    }

    /// <summary>Uniform over all 32-bit values.</summary>
    public uint NextUInt32()
    {
        var old = _state;
        _state = unchecked(old * Multiplier + _increment);
        var mixed = (uint)(((old >> 18) ^ old) >> 27);
        return uint.RotateRight(mixed, (int)(old >> 59));
    }

    /// <summary>Uniform over all 64-bit values; two 32-bit draws, the high half first.</summary>
    public ulong NextUInt64() => ((ulong)NextUInt32() << 32) | NextUInt32();

    /// <summary>Uniform over the 2^53 multiples of 2^-53 in [0, 1).</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform over 0 .. bound−1, every value exactly equally likely (draws below 2^32 mod bound are thrown away).</summary>
    /// <param name="bound">1 or more.</param>
    public int NextInt(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        var threshold = unchecked(0u - (uint)bound) % (uint)bound;
        while (true)
        {
            var draw = NextUInt32();
            if (draw >= threshold)
                return (int)(draw % (uint)bound);
        }
    }

    /// <summary>Puts the items into a uniformly random order (Fisher-Yates, from the last place to the second).</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (var last = items.Length - 1; last > 0; last--)
        {
            var other = NextInt(last + 1);
            (items[last], items[other]) = (items[other], items[last]);
        }
    }
}
