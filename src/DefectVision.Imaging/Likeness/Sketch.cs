namespace DefectVision.Imaging.Likeness;

/// <summary>
/// The coarse view of a photo in few bytes: what a photo is looked for by among very many. Two photos of one shot have sketches near each other; so have many others, which only
/// the fingerprints tell apart.
/// </summary>
public static class Sketch
{
    /// <summary>Bytes of one.</summary>
    public const int Bytes = CoarseView.Length;

    /// <summary>All zeros where there is no fingerprint.</summary>
    public static byte[] Of(Fingerprint? print)
    {
        var sketch = new byte[Bytes];
        if (print is not null)
        {
            var itself = new CoarseView(print).Itself;
            for (var at = 0; at < Bytes; at++)
            {
                sketch[at] = (byte)(sbyte)Math.Round(itself[at] * sbyte.MaxValue);
            }
        }

        return sketch;
    }

    /// <summary>The numbers of a sketch.</summary>
    internal static float[] Numbers(ReadOnlySpan<byte> sketch)
    {
        var numbers = new float[Bytes];
        for (var at = 0; at < Bytes; at++)
        {
            numbers[at] = (sbyte)sketch[at] / (float)sbyte.MaxValue;
        }

        return numbers;
    }
}
