namespace DefectVision.Training.Measuring;

/// <summary>The pieces of a mask that hang together, pixels touching at a side or a corner (as the evaluation of MVTec AD takes them).</summary>
internal static class ConnectedRegions
{
    /// <param name="marked">Row by row.</param>
    /// <param name="width">Of a row.</param>
    /// <returns>The pixels of each piece, in the order of their first.</returns>
    public static IReadOnlyList<IReadOnlyList<int>> Of(bool[] marked, int width)
    {
        var height = marked.Length / width;
        var seen = new bool[marked.Length];
        var regions = new List<IReadOnlyList<int>>();
        for (var start = 0; start < marked.Length; start++)
        {
            if (!marked[start] || seen[start])
            {
                continue;
            }

            var region = new List<int> { start };
            seen[start] = true;
            for (var next = 0; next < region.Count; next++)
            {
                var (row, column) = (region[next] / width, region[next] % width);
                for (var y = Math.Max(row - 1, 0); y <= Math.Min(row + 1, height - 1); y++)
                {
                    for (var x = Math.Max(column - 1, 0); x <= Math.Min(column + 1, width - 1); x++)
                    {
                        var neighbour = (y * width) + x;
                        if (marked[neighbour] && !seen[neighbour])
                        {
                            seen[neighbour] = true;
                            region.Add(neighbour);
                        }
                    }
                }
            }

            regions.Add(region);
        }

        return regions;
    }
}
