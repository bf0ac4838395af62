namespace DefectVision.Backbone.Teachers;

/// <summary>
/// Mean and standard deviation of each channel of a map, over the first crops: every channel of every teacher weighs the same. Of a plain map the deviation is that of all
/// channels together, so that it keeps its geometry.
/// </summary>
/// <param name="Mean">By channel.</param>
/// <param name="Deviation">By channel, above 0.</param>
internal sealed record FeatureScale(float[] Mean, float[] Deviation)
{
    private const double Smallest = 1e-4;

    /// <param name="map">The map's shape.</param>
    /// <param name="batches">Values of several batches, crop by crop, channel by channel.</param>
    public static FeatureScale Of(TeacherMap map, IReadOnlyList<float[]> batches)
    {
        var sum = new double[map.Channels];
        var squares = new double[map.Channels];
        var places = map.Side * map.Side;
        long count = 0;
        foreach (var batch in batches)
        {
            for (var start = 0; start < batch.Length; start += map.Values)
            {
                count += places;
                for (var at = 0; at < map.Values; at++)
                {
                    double value = batch[start + at];
                    sum[at / places] += value;
                    squares[at / places] += value * value;
                }
            }
        }

        var mean = sum.Select(total => total / count).ToArray();
        var variance = squares.Select((total, channel) => Math.Max(Smallest, (total / count) - (mean[channel] * mean[channel]))).ToArray();
        if (map.IsPlain)
        {
            Array.Fill(variance, variance.Average());
        }

        return new FeatureScale([.. mean.Select(value => (float)value)], [.. variance.Select(value => (float)Math.Sqrt(value))]);
    }

    /// <summary>Standardises a batch in place.</summary>
    public void Apply(TeacherMap map, float[] batch)
    {
        var places = map.Side * map.Side;
        for (var at = 0; at < batch.Length; at++)
        {
            var channel = at / places % map.Channels;
            batch[at] = (batch[at] - Mean[channel]) / Deviation[channel];
        }
    }
}
