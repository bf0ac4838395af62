namespace DefectVision.Training.Heads;

/// <summary>A decision tree, as LightGBM and ML.NET number it: node 0 is the root; a child that is negative is the leaf of its complement (~child).</summary>
/// <param name="Columns">Of each node the number it looks at.</param>
/// <param name="Thresholds">A number up to it goes low, one above it high.</param>
/// <param name="Low">Child of each node.</param>
/// <param name="High">Child of each node.</param>
/// <param name="Leaves">What each leaf adds to the log-odds.</param>
internal sealed record Tree(int[] Columns, float[] Thresholds, int[] Low, int[] High, float[] Leaves)
{
    public float Score(float[] row)
    {
        var node = 0;
        while (node >= 0)
        {
            node = row[Columns[node]] <= Thresholds[node] ? Low[node] : High[node];
        }

        return Leaves[~node];
    }
}
