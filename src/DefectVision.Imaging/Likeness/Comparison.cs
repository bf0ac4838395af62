namespace DefectVision.Imaging.Likeness;

/// <summary>
/// Whether two photos are one shot: the second is laid on the first as the shapes ask for (moved, scaled, sheared, turned), a little corrected by the texture, and the texture is
/// compared block by block. Goods of one kind agree in shape; the same shot agrees in the texture nearly everywhere.
/// </summary>
internal static class Comparison
{
    /// <summary>Of the blocks' correlations, at least: the lower quartile.</summary>
    private const double LeastQuartile = 0.7;

    /// <summary>The median.</summary>
    private const double LeastMedian = 0.75;

    /// <summary>Correlation of the shapes, at least; nothing else is looked at below it.</summary>
    private const double LeastOfShapes = 0.9;

    /// <summary>Blocks with texture in both; fewer tell nothing.</summary>
    private const int LeastBlocks = 16;

    /// <summary>Width in pixels.</summary>
    private const double ShapeBlur = 0.7;

    /// <summary>Width in pixels.</summary>
    private const double TextureBlur = 0.6;

    /// <summary>From the rough move on.</summary>
    private const int ShapeSteps = 8;

    private const int FirstSteps = 2;
    private const int FurtherSteps = 4;

    /// <summary>The quartile after the first steps; where it is less, more steps help no more.</summary>
    private const double LeastEarly = 0.3;

    private const int Block = 8;
    private const int Blocks = 10;
    private const int FirstBlock = (Fingerprint.Side - (Block * Blocks)) / 2;

    /// <summary>Share of a block that both photos show, at least.</summary>
    private const double LeastShown = 0.9;

    /// <summary>In units of the texture.</summary>
    private const double LeastDeviation = 0.1;

    /// <summary>How alike two photos are: the median and the lower quartile of the correlations of their blocks, and how many blocks there were.</summary>
    public readonly record struct Answer(double Median, double Quartile, int Blocks)
    {
        /// <summary>They are one shot.</summary>
        public bool IsSame => Blocks >= LeastBlocks && Quartile >= LeastQuartile && Median >= LeastMedian;
    }

    /// <param name="first">Is laid under.</param>
    /// <param name="second">Is laid on.</param>
    /// <param name="turn">How the second is turned before.</param>
    /// <param name="rough">As <see cref="Rough"/> has it.</param>
    public static Answer Of(Fingerprint first, Fingerprint second, Turn turn, Move rough)
    {
        var shape = Laid(first.Shape(), second.Shape(), Fingerprint.ShapeSide, turn, edge: 4, ShapeBlur);
        var move = shape.ByGrey(rough.Scaled(2), ShapeSteps);
        if (shape.Correlation(move) < LeastOfShapes)
        {
            return default;
        }

        var texture = Laid(first.Texture(), second.Texture(), Fingerprint.Side, turn, edge: 6, TextureBlur);
        var start = move.Scaled(Fingerprint.Side / (double)Fingerprint.ShapeSide);
        var early = texture.ByTexture(start, start, FirstSteps);
        var answer = Read(texture, early);
        return answer.Quartile < LeastEarly ? answer : Read(texture, texture.ByTexture(start, early, FurtherSteps));
    }

    /// <summary>Half the shape of a photo, blurred, as <see cref="Rough"/> takes it.</summary>
    public static double[] Small(Fingerprint print) => Blur.Of(print.SmallShape(), Fingerprint.ShapeSide / 2, ShapeBlur);

    /// <summary>The move by small pictures of the shapes, half their side, and how well they agree under it: -1 to 1.</summary>
    /// <param name="first">Of the first photo, as <see cref="Small"/> has it.</param>
    /// <param name="second">Of the second, not turned.</param>
    /// <param name="turn">How the second is turned before.</param>
    /// <param name="from">Where to begin.</param>
    /// <param name="steps">At most.</param>
    public static (Move Move, double Correlation) Rough(double[] first, double[] second, Turn turn, Move from, int steps)
    {
        var shape = new Laying(first, turn.Of(second, Fingerprint.ShapeSide / 2), Fingerprint.ShapeSide / 2, edge: 2);
        var move = shape.ByGrey(from, steps);
        return (move, shape.Correlation(move));
    }

    private static Laying Laid(double[] first, double[] second, int side, Turn turn, int edge, double blur) =>
        new(Blur.Of(first, side, blur), Blur.Of(turn.Of(second, side), side, blur), side, edge);

    private static Answer Read(Laying texture, Move move)
    {
        var correlations = new List<double>(Blocks * Blocks);
        for (var block = 0; block < Blocks * Blocks; block++)
        {
            if (Correlation(texture, move, FirstBlock + (block % Blocks * Block), FirstBlock + (block / Blocks * Block)) is { } correlation)
            {
                correlations.Add(correlation);
            }
        }

        if (correlations.Count == 0)
        {
            return default;
        }

        correlations.Sort();
        return new Answer(correlations[correlations.Count / 2], correlations[correlations.Count / 4], correlations.Count);
    }

    private static double? Correlation(Laying texture, Move move, int left, int top)
    {
        var sums = default(PairSums);
        for (var y = top; y < top + Block; y++)
        {
            for (var x = left; x < left + Block; x++)
            {
                if (texture.Pair(move, x, y) is { } pair)
                {
                    sums.Add(pair.First, pair.Second);
                }
            }
        }

        return sums.Count < LeastShown * Block * Block || !(sums.LeastDeviation > LeastDeviation) ? null : sums.Correlation;
    }
}
