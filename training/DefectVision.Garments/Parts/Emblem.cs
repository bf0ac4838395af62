using DefectVision.Garments.Surfaces;

namespace DefectVision.Garments.Parts;

/// <summary>The chest print's drawing: two peaks in a ring in the first ink; in the second a band that touches the ring, a sun and a wordmark.</summary>
internal static class Emblem
{
    /// <summary>Half the drawing's width in millimetres.</summary>
    public const float Reach = 15f;

    // The word EXAMPLE, letter by letter as straight strokes on a grid 4 wide and 6 high, V down.
    private static readonly float[][] Letters =
    [
        [0, 0, 0, 6, 0, 0, 3.4f, 0, 0, 3, 3, 3, 0, 6, 3.4f, 6],
        [0, 0, 4, 6, 4, 0, 0, 6],
        [0, 6, 2, 0, 2, 0, 4, 6, 0.8f, 4, 3.2f, 4],
        [0, 6, 0, 0, 0, 0, 2, 3.4f, 2, 3.4f, 4, 0, 4, 0, 4, 6],
        [0, 6, 0, 0, 0, 0, 3.4f, 0.4f, 3.4f, 0.4f, 3.4f, 2.9f, 3.4f, 2.9f, 0, 3.3f],
        [0, 0, 0, 6, 0, 6, 3.4f, 6],
        [0, 0, 0, 6, 0, 0, 3.4f, 0, 0, 3, 3, 3, 0, 6, 3.4f, 6],
    ];

    public static float FirstInk(float u, float v)
    {
        var ring = MathF.Abs(MathF.Sqrt((u * u) + ((v + 3f) * (v + 3f))) - 10.2f) - 0.75f;
        var peaks = MathF.Max(MathF.Min(Peak(u + 2.6f, v + 5.6f, 1.15f), Peak(u - 3.6f, v + 2.2f, 1.15f)), v - 2.6f);
        return Edge(MathF.Min(ring, peaks));
    }

    public static float SecondInk(float u, float v)
    {
        var sun = MathF.Sqrt(((u - 3.8f) * (u - 3.8f)) + ((v + 7.2f) * (v + 7.2f))) - 1.7f;
        var band = MathF.Abs(MathF.Sqrt((u * u) + ((v + 3f) * (v + 3f))) - 12.1f) - 0.75f;
        return Edge(MathF.Min(MathF.Min(sun, band), Word(u, v)));
    }

    private static float Peak(float u, float v, float slope) => ((MathF.Abs(u) * slope) - v) * 0.65f;

    private static float Word(float u, float v)
    {
        if (v < 9.6f || v > 15.6f)
        {
            return 1f;
        }

        const float Size = 0.72f;
        const float Advance = 4.25f;
        var column = (u + (Advance * 3.5f) - 0.6f) / Advance;
        var letter = (int)MathF.Floor(column);
        if (letter < 0 || letter >= Letters.Length)
        {
            return 1f;
        }

        var x = (column - letter) * Advance / Size;
        var y = (v - 10.6f) / Size;
        var strokes = Letters[letter];
        var nearest = 9f;
        for (var k = 0; k < strokes.Length; k += 4)
        {
            nearest = MathF.Min(nearest, FromStroke(x, y, strokes.AsSpan(k, 4)));
        }

        return (nearest - 0.62f) * Size;
    }

    private static float FromStroke(float x, float y, ReadOnlySpan<float> stroke)
    {
        var dx = stroke[2] - stroke[0];
        var dy = stroke[3] - stroke[1];
        var t = Math.Clamp((((x - stroke[0]) * dx) + ((y - stroke[1]) * dy)) / ((dx * dx) + (dy * dy)), 0f, 1f);
        var ex = x - stroke[0] - (t * dx);
        var ey = y - stroke[1] - (t * dy);
        return MathF.Sqrt((ex * ex) + (ey * ey));
    }

    private static float Edge(float distance) => Unevenness.Step(0.12f, -0.12f, distance);
}
