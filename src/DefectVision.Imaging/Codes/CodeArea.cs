namespace DefectVision.Imaging.Codes;

/// <summary>A rectangle of a picture, in pixels.</summary>
internal readonly record struct CodeArea(int X, int Y, int Width, int Height)
{
    /// <summary>The rectangle between two corners, kept within a picture.</summary>
    public static CodeArea Between(double left, double top, double right, double bottom, Luminance picture)
    {
        var (x, y) = (Math.Clamp((int)left, 0, picture.Width - 1), Math.Clamp((int)top, 0, picture.Height - 1));
        return new CodeArea(x, y, Math.Clamp((int)Math.Ceiling(right), x + 1, picture.Width) - x, Math.Clamp((int)Math.Ceiling(bottom), y + 1, picture.Height) - y);
    }

    /// <summary>The part of a straight line that lies within, as distances from a point of the line; nothing lies within where the first is not less than the second.</summary>
    /// <param name="middle">A point of the line.</param>
    /// <param name="along">Its direction, of length 1.</param>
    public (double From, double To) Within((double X, double Y) middle, (double X, double Y) along)
    {
        var (from, to) = (double.NegativeInfinity, double.PositiveInfinity);
        Cut(middle.X, along.X, X, X + Width);
        Cut(middle.Y, along.Y, Y, Y + Height);
        return (from, to);

        void Cut(double at, double step, double low, double high)
        {
            if (Math.Abs(step) < 1e-9)
            {
                (from, to) = at >= low && at <= high ? (from, to) : (0, 0);
                return;
            }

            var (one, other) = ((low - at) / step, (high - at) / step);
            from = Math.Max(from, Math.Min(one, other));
            to = Math.Min(to, Math.Max(one, other));
        }
    }
}
