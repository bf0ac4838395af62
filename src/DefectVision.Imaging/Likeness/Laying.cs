namespace DefectVision.Imaging.Likeness;

/// <summary>
/// Lays one square picture on another: the affine move under which they agree best, by Gauss-Newton steps (Lucas and Kanade 1981; Baker and Matthews 2004, forward additive).
/// Near the edges nothing is compared: there a crop or a turn brings what the other does not have.
/// </summary>
internal sealed class Laying
{
    private const int MoveParts = 6;
    private const int GreySteps = 14;

    /// <summary>Pixels that one step may go.</summary>
    private const double LongestStep = 1.5;

    /// <summary>Pixels; a step shorter than this is the last.</summary>
    private const double ShortestStep = 0.03;

    /// <summary>A move further than this share of the side is no small one.</summary>
    private const double FurthestShare = 0.12;

    /// <summary>Pixels by which the texture may correct the shapes: where a pattern repeats, the shapes say which of its places is meant.</summary>
    private const double FurthestCorrection = 1.0;

    private readonly int _side;
    private readonly int _edge;
    private readonly double[] _first;
    private readonly double[] _second;
    private readonly double[] _right;
    private readonly double[] _down;

    public Laying(double[] first, double[] second, int side, int edge, double blur)
    {
        (_side, _edge) = (side, edge);
        _first = Blur.Of(first, side, blur);
        _second = Blur.Of(second, side, blur);
        (_right, _down) = (new double[second.Length], new double[second.Length]);
        for (var y = 1; y < side - 1; y++)
        {
            for (var x = 1; x < side - 1; x++)
            {
                var at = (y * side) + x;
                _right[at] = (_second[at + 1] - _second[at - 1]) / 2;
                _down[at] = (_second[at + side] - _second[at - side]) / 2;
            }
        }
    }

    /// <summary>By grey values, whatever the brightness and the contrast of the two: as the strongest shapes ask for.</summary>
    /// <param name="start">From where.</param>
    public Move ByGrey(Move start)
    {
        var move = start;
        Span<double> row = stackalloc double[MoveParts + 2];
        var equations = new Equations(MoveParts + 2);
        for (var step = 0; step < GreySteps; step++)
        {
            equations.Clear();
            for (var y = _edge; y < _side - _edge; y++)
            {
                for (var x = _edge; x < _side - _edge; x++)
                {
                    if (Place(move, x, y) is { } place)
                    {
                        Slopes(place, x, y, row);
                        row[MoveParts] = Between(_second, place) / 50;
                        row[MoveParts + 1] = 1;
                        equations.Add(row, _first[(y * _side) + x], 1);
                    }
                }
            }

            for (var part = 0; part < MoveParts; part++)
            {
                equations.Damp(part, 1e-3 * _side);
            }

            if (equations.Solve() is not { } solved)
            {
                return move;
            }

            var contrast = solved[MoveParts] / 50;
            (move, var length) = Stepped(move, solved.AsSpan(0, MoveParts), 1 / (Math.Abs(contrast) < 0.05 ? 0.05 : contrast), default, FurthestShare * _side);
            if (length < ShortestStep)
            {
                break;
            }
        }

        return move;
    }

    /// <summary>By texture, from where the shapes put it; places that do not agree count little.</summary>
    /// <param name="start">Of the shapes; the texture corrects it by a pixel at most.</param>
    /// <param name="from">Where to begin.</param>
    /// <param name="steps">At most.</param>
    public Move ByTexture(Move start, Move from, int steps)
    {
        var move = from;
        Span<double> row = stackalloc double[MoveParts];
        var equations = new Equations(MoveParts);
        for (var step = 0; step < steps; step++)
        {
            equations.Clear();
            for (var y = _edge; y < _side - _edge; y++)
            {
                // Every second place, as on a chessboard: six parts do not need all of them.
                for (var x = _edge + (y % 2); x < _side - _edge; x += 2)
                {
                    if (Place(move, x, y) is { } place)
                    {
                        Slopes(place, x, y, row);
                        var off = _first[(y * _side) + x] - Between(_second, place);
                        equations.Add(row, off, 1 / (1 + (off * off)));
                    }
                }
            }

            for (var part = 0; part < MoveParts; part++)
            {
                equations.Damp(part, 1e-2);
            }

            if (equations.Solve() is not { } solved)
            {
                return move;
            }

            (move, var length) = Stepped(move, solved, 1, start, FurthestCorrection);
            if (length < ShortestStep)
            {
                break;
            }
        }

        return move;
    }

    /// <summary>Of the two pictures, -1 to 1.</summary>
    public double Correlation(Move move)
    {
        var sums = default(PairSums);
        for (var y = _edge; y < _side - _edge; y++)
        {
            for (var x = _edge; x < _side - _edge; x++)
            {
                if (Pair(move, x, y) is { } pair)
                {
                    sums.Add(pair.First, pair.Second);
                }
            }
        }

        return sums.Count == 0 ? 0 : sums.Correlation;
    }

    /// <summary>The values of both at a place of the first that is not near its edge; null where it is near that of the second.</summary>
    public (double First, double Second)? Pair(Move move, int x, int y) =>
        Place(move, x, y) is { } place ? (_first[(y * _side) + x], Between(_second, place)) : null;

    private static (Move Move, double Length) Stepped(Move move, Span<double> step, double factor, Move around, double most)
    {
        var longest = 0.0;
        for (var part = 0; part < MoveParts; part++)
        {
            step[part] *= factor;
            longest = Math.Max(longest, Math.Abs(step[part]));
        }

        for (var part = 0; longest > LongestStep && part < MoveParts; part++)
        {
            step[part] *= LongestStep / longest;
        }

        return (move.Stepped(step, around, most), longest);
    }

    private (double X, double Y)? Place(Move move, int x, int y)
    {
        var (across, down) = Share(x, y);
        var toX = x + move.Right + (move.RightAcross * across) + (move.RightDown * down);
        var toY = y + move.Down + (move.DownAcross * across) + (move.DownDown * down);
        return toX >= _edge && toY >= _edge && toX <= _side - 1 - _edge && toY <= _side - 1 - _edge ? (toX, toY) : null;
    }

    private (double Across, double Down) Share(int x, int y) =>
        ((x - ((_side - 1) / 2.0)) / (_side / 2.0), (y - ((_side - 1) / 2.0)) / (_side / 2.0));

    private void Slopes((double X, double Y) place, int x, int y, Span<double> row)
    {
        var (across, down) = Share(x, y);
        var (right, below) = (Between(_right, place), Between(_down, place));
        row[0] = right;
        row[1] = right * across;
        row[2] = right * down;
        row[3] = below;
        row[4] = below * across;
        row[5] = below * down;
    }

    // The places lie inside, so that there is a next one in each direction.
    private double Between(double[] picture, (double X, double Y) place)
    {
        var (x, y) = ((int)place.X, (int)place.Y);
        var (right, below) = (place.X - x, place.Y - y);
        var at = (y * _side) + x;
        return (((picture[at] * (1 - right)) + (picture[at + 1] * right)) * (1 - below))
            + (((picture[at + _side] * (1 - right)) + (picture[at + _side + 1] * right)) * below);
    }
}
