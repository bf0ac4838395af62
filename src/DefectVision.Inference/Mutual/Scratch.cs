namespace DefectVision.Inference.Mutual;

/// <summary>Room that one thread uses again for every photo: made anew each time it would be a million bytes of garbage a photo.</summary>
internal sealed class Scratch
{
    private float[] _room = [];

    /// <summary>What stood there before still stands there.</summary>
    public Span<float> Take(int length)
    {
        if (_room.Length < length)
        {
            _room = new float[length];
        }

        return _room.AsSpan(0, length);
    }
}
