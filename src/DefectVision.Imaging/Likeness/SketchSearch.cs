using System.Runtime.Intrinsics;

namespace DefectVision.Imaging.Likeness;

/// <summary>
/// Finds among the sketches of very many photos those that may show the shot of one photo. Laid on itself in any of its eight ways a picture keeps the size of each pair of cosines
/// (across and down, down and across); by these sizes the nearest are found first, and only they are compared as <see cref="LikenessSearch"/> compares.
/// </summary>
public sealed class SketchSearch
{
    /// <summary>Photos whose sizes are nearest, and that are compared: with fewer photos than these, all are.</summary>
    public const int MostCompared = 4096;

    // 36 sizes, and zeros up to whole vectors of eight.
    private const int Sizes = ((CoarseView.Frequencies * (CoarseView.Frequencies + 1) / 2) + 7) / 8 * 8;

    private readonly byte[] _sketches;
    private readonly float[] _sizes;

    /// <param name="sketches">Of every photo, one after the other.</param>
    public SketchSearch(byte[] sketches)
    {
        ArgumentNullException.ThrowIfNull(sketches);
        if (sketches.Length % Sketch.Bytes != 0)
        {
            throw new ArgumentException(FormattableString.Invariant($"Found {sketches.Length} bytes, wanted a multiple of {Sketch.Bytes}."), nameof(sketches));
        }

        _sketches = sketches;
        _sizes = new float[Count * Sizes];
        for (var photo = 0; photo < Count; photo++)
        {
            SizesOf(Sketch.Numbers(Of(photo)), _sizes.AsSpan(photo * Sizes, Sizes));
        }
    }

    private int Count => _sketches.Length / Sketch.Bytes;

    /// <summary>The photos that may show the same shot, by number, the nearest first. Threads may ask at once.</summary>
    /// <param name="print">Of the photo that is looked for.</param>
    /// <param name="most">Photos at most.</param>
    public IReadOnlyList<int> Near(Fingerprint print, int most)
    {
        ArgumentNullException.ThrowIfNull(print);
        var view = new CoarseView(print);
        var near = new PriorityQueue<int, float>();
        foreach (var photo in Likely(view))
        {
            var sketch = Of(photo);
            if (sketch.IndexOfAnyExcept((byte)0) < 0)
            {
                continue;
            }

            var distance = CoarseView.TurnedOf(Sketch.Numbers(sketch)).Min(view.Distance);
            if (distance <= LikenessSearch.FurthestCoarse)
            {
                near.Enqueue(photo, -distance);
                if (near.Count > most)
                {
                    near.Dequeue();
                }
            }
        }

        return [.. near.UnorderedItems.OrderByDescending(entry => entry.Priority).ThenBy(entry => entry.Element).Select(entry => entry.Element)];
    }

    private IEnumerable<int> Likely(CoarseView view)
    {
        if (Count <= MostCompared)
        {
            return Enumerable.Range(0, Count);
        }

        var sizes = new float[Sizes];
        SizesOf(view.Itself, sizes);
        // The furthest comes out first.
        var nearest = new PriorityQueue<int, float>(MostCompared + 1);
        for (var photo = 0; photo < Count; photo++)
        {
            var distance = Distance(sizes, _sizes, photo * Sizes);
            if (nearest.Count < MostCompared || (nearest.TryPeek(out _, out var furthest) && distance < -furthest))
            {
                nearest.Enqueue(photo, -distance);
                if (nearest.Count > MostCompared)
                {
                    nearest.Dequeue();
                }
            }
        }

        return nearest.UnorderedItems.Select(entry => entry.Element);
    }

    private static float Distance(float[] one, float[] others, int at)
    {
        var sum = Vector256<float>.Zero;
        for (var size = 0; size < Sizes; size += Vector256<float>.Count)
        {
            var step = Vector256.Create(one, size) - Vector256.Create(others, at + size);
            sum += step * step;
        }

        return Vector256.Sum(sum);
    }

    private ReadOnlySpan<byte> Of(int photo) => _sketches.AsSpan(photo * Sketch.Bytes, Sketch.Bytes);

    private static void SizesOf(ReadOnlySpan<float> numbers, Span<float> sizes)
    {
        var at = 0;
        for (var down = 0; down < CoarseView.Frequencies; down++)
        {
            for (var across = 0; across <= down; across++)
            {
                var (one, other) = (numbers[(down * CoarseView.Frequencies) + across], numbers[(across * CoarseView.Frequencies) + down]);
                sizes[at++] = down == across ? Math.Abs(one) : MathF.Sqrt((one * one) + (other * other));
            }
        }
    }
}
