using DefectVision.Statistics;

namespace DefectVision.Garments;

/// <summary>Draws as a picture needs them, from the pinned generator, its place and stream told by SplitMix64 (Steele, Lea and Flood 2014) from a name.</summary>
internal sealed class Chance
{
    private readonly PinnedGenerator _generator;

    private Chance(ulong seed)
    {
        var state = SplitMix(ref seed);
        var increment = SplitMix(ref seed) | 1;
        _generator = new PinnedGenerator(unchecked(state - increment), increment >> 1);
    }

    /// <summary>The stream that belongs to a name: two names never share one, whatever the order in which they are asked for.</summary>
    public static Chance Of(ulong seed, string name)
    {
        // FNV-1a, 64 bits: the name is ASCII, so one character is one byte.
        var hash = 14695981039346656037UL;
        foreach (var letter in name)
        {
            hash = (hash ^ letter) * 1099511628211UL;
        }

        return new Chance(seed ^ hash);
    }

    public uint Draw() => _generator.NextUInt32();

    /// <summary>0 (included) to 1 (excluded).</summary>
    public float Unit() => (Draw() >> 8) * (1f / 16777216f);

    public float Between(float low, float high) => low + ((high - low) * Unit());

    /// <summary>A value within <paramref name="spread"/> of the middle, the middle being likelier than the ends.</summary>
    public float About(float middle, float spread) => middle + (spread * (Unit() + Unit() - 1f));

    public int Below(int limit) => (int)(((ulong)Draw() * (ulong)limit) >> 32);

    public bool Happens(float probability) => Unit() < probability;

    public T OneOf<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    private static ulong SplitMix(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15UL;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
