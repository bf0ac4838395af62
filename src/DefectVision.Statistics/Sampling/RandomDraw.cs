namespace DefectVision.Statistics.Sampling;

/// <summary>A simple random sample without replacement: every set of that size is equally likely, and the seed tells which one it is.</summary>
/// <remarks>
/// Source: selection sampling, Fan, Muller and Rezucha 1962, JASA 57:387 (Knuth, TAOCP 3.4.2, algorithm S), on whole numbers: item t of N is taken with probability
/// (wanted − taken)/(N − t). The generator is <see cref="PinnedGenerator"/>, so the draw can be repeated anywhere.
/// </remarks>
public static class RandomDraw
{
    /// <summary>Names generator and algorithm; printed beside every draw.</summary>
    public const string Method = "PCG32 (stream 2859), selection sampling, version 1";

    /// <summary>The same for a draw in two stages.</summary>
    public const string MethodInStages = "PCG32 (stream 2859), selection sampling, the second stage from the rest, version 1";

    internal const ulong Stream = 2859;

    /// <param name="lotSize">1 or more.</param>
    /// <param name="sampleSize">0..lotSize.</param>
    /// <param name="seed">Any; fixed before the goods are seen.</param>
    /// <returns>The positions drawn, 1..lotSize, rising.</returns>
    public static IReadOnlyList<int> Of(int lotSize, int sampleSize, ulong seed)
    {
        Check(lotSize, sampleSize);
        return Selected(new PinnedGenerator(seed, Stream), lotSize, sampleSize);
    }

    /// <summary>A draw for double sampling: a sample, and a second one from the rest. Both together are a simple random sample, too.</summary>
    /// <param name="lotSize">1 or more.</param>
    /// <param name="first">0..lotSize.</param>
    /// <param name="second">0..lotSize − first.</param>
    /// <param name="seed">Any; fixed before the goods are seen.</param>
    /// <returns>The positions drawn in each stage, 1..lotSize, rising.</returns>
    public static (IReadOnlyList<int> First, IReadOnlyList<int> Second) InStages(int lotSize, int first, int second, ulong seed)
    {
        Check(lotSize, first);
        if (!(second >= 0 && second <= lotSize - first))
            throw new ArgumentOutOfRangeException(nameof(second), second, $"A second draw after {first} of {lotSize} items holds between 0 and {lotSize - first}.");
        var generator = new PinnedGenerator(seed, Stream);
        var drawn = Selected(generator, lotSize, first);
        int[] rest = [.. Enumerable.Range(1, lotSize).Except(drawn)];
        return (drawn, [.. Selected(generator, rest.Length, second).Select(position => rest[position - 1])]);
    }

    private static void Check(int lotSize, int sampleSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lotSize, 1);
        if (!(sampleSize >= 0 && sampleSize <= lotSize))
            throw new ArgumentOutOfRangeException(nameof(sampleSize), sampleSize, $"A draw from {lotSize} items holds between 0 and {lotSize}.");
    }

    internal static List<int> Selected(PinnedGenerator generator, int lotSize, int sampleSize)
    {
        var drawn = new List<int>(sampleSize);
        for (var position = 1; drawn.Count < sampleSize; position++)
        {
            if (generator.NextInt(lotSize - position + 1) < sampleSize - drawn.Count)
                drawn.Add(position);
        }
        return drawn;
    }
}
