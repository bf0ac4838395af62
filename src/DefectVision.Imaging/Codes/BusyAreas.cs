namespace DefectVision.Imaging.Codes;

/// <summary>
/// Where a picture has strong edges close together, as bars and modules have. Cheap: half of the rows and columns are looked at. Fabric and screw threads may look so
/// too; what is there is found by reading.
/// </summary>
internal static class BusyAreas
{
    /// <summary>Side of a cell, pixels.</summary>
    private const int Cell = 8;

    /// <summary>Of the 16 places of a cell, those that must be edges. A code whose bars are wider is met in a smaller picture of the same photo.</summary>
    private const int FewestEdges = 4;

    /// <summary>The quiet zone and what the busy cells miss of the code's rim.</summary>
    private const int Margin = 2 * Cell;

    /// <summary>Of the cells of a place, the share that has edges both ways where it may hold a two-dimensional code; bars that stand upright have them one way.</summary>
    private const double TwoWayShare = 0.25;

    /// <summary>The busiest places, with their quiet zones, and whether they have edges both ways.</summary>
    /// <param name="picture">At least a few cells large.</param>
    /// <param name="effort">How strong edges are, how many cells make a place, and how many places at most.</param>
    public static IReadOnlyList<(CodeArea Area, bool IsTwoWay)> Of(Luminance picture, CodeEffort effort)
    {
        var (columns, rows) = (picture.Width / Cell, picture.Height / Cell);
        var (busy, both) = (new bool[columns * rows], new bool[columns * rows]);
        for (var at = 0; at < busy.Length; at++)
        {
            var (across, down) = Edges(picture, at % columns * Cell, at / columns * Cell, effort.LeastEdge);
            busy[at] = Math.Max(across, down) >= FewestEdges;
            both[at] = 2 * Math.Min(across, down) >= FewestEdges;
        }

        return
        [
            .. Clusters(busy, columns, rows)
                .Where(cluster => cluster.Count >= effort.FewestCells)
                .OrderByDescending(cluster => cluster.Count)
                .Take(effort.Regions)
                .Select(cluster => (CodeArea.Between(
                    (cluster.Min(at => at % columns) * Cell) - Margin,
                    (cluster.Min(at => at / columns) * Cell) - Margin,
                    ((cluster.Max(at => at % columns) + 1) * Cell) + Margin,
                    ((cluster.Max(at => at / columns) + 1) * Cell) + Margin,
                    picture), cluster.Count(at => both[at]) >= TwoWayShare * cluster.Count)),
        ];
    }

    private static (int Across, int Down) Edges(Luminance picture, int left, int top, int edge)
    {
        var (values, width) = (picture.Values, picture.Width);
        var (across, down) = (0, 0);
        for (var line = 1; line < Cell; line += Cell / 2)
        {
            var row = ((top + line) * width) + left;
            var column = (top * width) + left + line;
            for (var at = 0; at < Cell - 2; at++)
            {
                across += Math.Abs(values[row + at + 2] - values[row + at]) >= edge ? 1 : 0;
                down += Math.Abs(values[column + ((at + 2) * width)] - values[column + (at * width)]) >= edge ? 1 : 0;
            }
        }

        return (across, down);
    }

    // Cells that touch or have one cell between them: the white of a code is no gap.
    private static IEnumerable<List<int>> Clusters(bool[] busy, int columns, int rows)
    {
        var open = new Stack<int>();
        for (var start = 0; start < busy.Length; start++)
        {
            if (!busy[start])
            {
                continue;
            }

            var cluster = new List<int>();
            busy[start] = false;
            open.Push(start);
            while (open.TryPop(out var at))
            {
                cluster.Add(at);
                for (var y = Math.Max(0, (at / columns) - 2); y <= Math.Min(rows - 1, (at / columns) + 2); y++)
                {
                    for (var x = Math.Max(0, (at % columns) - 2); x <= Math.Min(columns - 1, (at % columns) + 2); x++)
                    {
                        if (busy[(y * columns) + x])
                        {
                            busy[(y * columns) + x] = false;
                            open.Push((y * columns) + x);
                        }
                    }
                }
            }

            yield return cluster;
        }
    }
}
