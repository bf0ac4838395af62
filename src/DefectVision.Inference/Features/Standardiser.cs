namespace DefectVision.Inference.Features;

/// <summary>Mean and deviation of each number over the training photos; a number that never moves is left alone.</summary>
public sealed record Standardiser(float[] Mean, float[] Scale)
{
    public static Standardiser Fit(IReadOnlyList<float[]> rows)
    {
        var length = rows[0].Length;
        var mean = new float[length];
        var scale = new float[length];
        for (var column = 0; column < length; column++)
        {
            var centre = rows.Average(row => (double)row[column]);
            var variance = rows.Average(row => Math.Pow(row[column] - centre, 2));
            mean[column] = (float)centre;
            scale[column] = variance > 1e-12 ? (float)Math.Sqrt(variance) : 1;
        }

        return new Standardiser(mean, scale);
    }

    public float[] Apply(float[] row) => [.. row.Select((value, column) => (value - Mean[column]) / Scale[column])];

    /// <summary>The same, with the last columns counting more than the others under one penalty.</summary>
    public Standardiser Emphasise(int last, float factor) => this with { Scale = [.. Scale[..^last], .. Scale[^last..].Select(scale => scale / factor)] };
}
