namespace DefectVision.Garments.Surfaces;

/// <summary>Smooth irregularity, -1 to 1, fixed by its seed: value noise over a lattice of hashed integers, so that it may be asked anywhere in any order.</summary>
internal static class Unevenness
{
    /// <summary>-1 to 1, a new value for every lattice point.</summary>
    public static float At(uint seed, int i, int j)
    {
        var h = seed ^ ((uint)i * 0x8DA6B343u) ^ ((uint)j * 0xD8163841u);
        h = (h ^ (h >> 16)) * 0x7FEB352Du;
        h = (h ^ (h >> 15)) * 0x846CA68Bu;
        h ^= h >> 16;
        return (h * (2f / 4294967296f)) - 1f;
    }

    public static float Along(uint seed, int line, float x)
    {
        var i = (int)MathF.Floor(x);
        var a = At(seed, i, line);
        return a + ((At(seed, i + 1, line) - a) * Ease(x - i));
    }

    public static float Over(uint seed, float x, float y)
    {
        var i = (int)MathF.Floor(x);
        var j = (int)MathF.Floor(y);
        var fx = Ease(x - i);
        var fy = Ease(y - j);
        var a = At(seed, i, j);
        var b = At(seed, i + 1, j);
        var c = At(seed, i, j + 1);
        var d = At(seed, i + 1, j + 1);
        var top = a + ((b - a) * fx);
        return top + ((c + ((d - c) * fx) - top) * fy);
    }

    /// <summary>Two octaves: a broad unevenness with a finer one on it.</summary>
    public static float Rough(uint seed, float x, float y) =>
        (0.68f * Over(seed, x, y)) + (0.32f * Over(seed + 77u, (x * 2.3f) + 5.1f, (y * 2.3f) - 3.7f));

    /// <summary>0 below <paramref name="low"/>, 1 above <paramref name="high"/>, smooth between.</summary>
    public static float Step(float low, float high, float x)
    {
        var t = Math.Clamp((x - low) / (high - low), 0f, 1f);
        return t * t * (3f - (2f * t));
    }

    // The quintic has no jump in its second derivative: a jump would show as an edge once light falls on it.
    private static float Ease(float t) => t * t * t * ((t * ((t * 6f) - 15f)) + 10f);
}
