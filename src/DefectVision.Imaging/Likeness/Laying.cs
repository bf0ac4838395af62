using System.Runtime.Intrinsics;

namespace DefectVision.Imaging.Likeness;

/// <summary>
/// Lays one square picture on another: the affine move under which they agree best, by Gauss-Newton steps (Lucas and Kanade 1981; Baker and Matthews 2004, forward additive).
/// Near the edges nothing is compared: there a crop or a turn brings what the other does not have. Steps rest on every second place, as on a chessboard: the few parts of a
/// move do not need all of them.
/// </summary>
internal sealed class Laying
{
    private const int MoveParts = 6;

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

    /// <summary>Of each place its value, the slopes to the right and down, and nothing: what lies between places is worked out for all of them at once.</summary>
    private readonly Vector256<double>[] _second;

    /// <param name="first">Is laid under.</param>
    /// <param name="second">Is laid on; a little blurred like the first, so that slopes tell where to go.</param>
    /// <param name="side">Of both, in pixels.</param>
    /// <param name="edge">Pixels at the edges where nothing is compared.</param>
    public Laying(double[] first, double[] second, int side, int edge)
    {
        (_side, _edge, _first) = (side, edge, first);
        _second = new Vector256<double>[second.Length];
        for (var y = 0; y < side; y++)
        {
            for (var x = 0; x < side; x++)
            {
                var at = (y * side) + x;
                var isInside = x > 0 && y > 0 && x < side - 1 && y < side - 1;
                _second[at] = isInside
                    ? Vector256.Create(second[at], (second[at + 1] - second[at - 1]) / 2, (second[at + side] - second[at - side]) / 2, 0)
                    : Vector256.Create(second[at], 0, 0, 0);
            }
        }
    }

    /// <summary>By grey values, whatever the brightness and the contrast of the two: as the strongest shapes ask for.</summary>
    /// <param name="start">From where.</param>
    /// <param name="steps">At most.</param>
    public Move ByGrey(Move start, int steps)
    {
        var move = start;
        Span<double> row = stackalloc double[Equations.Most];
        var equations = new Equations(MoveParts + 2);
        for (var step = 0; step < steps; step++)
        {
            equations.Clear();
            for (var y = _edge; y < _side - _edge; y++)
            {
                for (var x = _edge + (y % 2); x < _side - _edge; x += 2)
                {
                    if (Place(move, x, y) is { } place)
                    {
                        row[MoveParts] = Slopes(place, x, y, row) / 50;
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
        Span<double> row = stackalloc double[Equations.Most];
        var equations = new Equations(MoveParts);
        for (var step = 0; step < steps; step++)
        {
            equations.Clear();
            for (var y = _edge; y < _side - _edge; y++)
            {
                for (var x = _edge + (y % 2); x < _side - _edge; x += 2)
                {
                    if (Place(move, x, y) is { } place)
                    {
                        var off = _first[(y * _side) + x] - Slopes(place, x, y, row);
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
        Place(move, x, y) is { } place ? (_first[(y * _side) + x], Between(place)[0]) : null;

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

    // The value at the place; the row becomes how it changes with each part of the move.
    private double Slopes((double X, double Y) place, int x, int y, Span<double> row)
    {
        var (across, down) = Share(x, y);
        var there = Between(place);
        var (right, below) = (there[1], there[2]);
        row[0] = right;
        row[1] = right * across;
        row[2] = right * down;
        row[3] = below;
        row[4] = below * across;
        row[5] = below * down;
        return there[0];
    }

    // The places lie inside, so that there is a next one in each direction.
    private Vector256<double> Between((double X, double Y) place)
    {
        var (x, y) = ((int)place.X, (int)place.Y);
        var (right, below) = (place.X - x, place.Y - y);
        var at = (y * _side) + x;
        return (((_second[at] * (1 - right)) + (_second[at + 1] * right)) * (1 - below))
            + (((_second[at + _side] * (1 - right)) + (_second[at + _side + 1] * right)) * below);
    }
}
