using System.Globalization;

namespace DefectVision.Training.Labels.Layouts;

/// <summary>Boxes out of what label files write: numbers, corners, outlines, turned rectangles.</summary>
internal static class Shape
{
    // Shares that were rounded may lie this far outside the photo.
    private const double Rounding = 1e-4;

    /// <exception cref="DatasetException">A side is not above 0, or a number is not finite.</exception>
    public static LabelledBox Box(string name, double x, double y, double width, double height, string where) =>
        double.IsFinite(x) && double.IsFinite(y) && width > 0 && height > 0 && double.IsFinite(width) && double.IsFinite(height)
            ? new LabelledBox(name, x, y, width, height)
            : throw new DatasetException(FormattableString.Invariant($"{where}: found a box at {x}, {y} of {width} x {height}, wanted finite numbers and sides above 0"));

    /// <summary>The upright box around an outline.</summary>
    /// <exception cref="DatasetException">Fewer than two corners, or no area.</exception>
    public static LabelledBox Around(string name, IReadOnlyList<(double X, double Y)> corners, string where)
    {
        if (corners.Count < 2)
        {
            throw new DatasetException(FormattableString.Invariant($"{where}: found an outline of {corners.Count} corners, wanted at least 2"));
        }

        var (left, top) = (corners.Min(corner => corner.X), corners.Min(corner => corner.Y));
        return Box(name, left, top, corners.Max(corner => corner.X) - left, corners.Max(corner => corner.Y) - top, where);
    }

    /// <summary>Corners of a rectangle that is turned clockwise about a pivot.</summary>
    /// <param name="degrees">Of the turn.</param>
    public static IReadOnlyList<(double X, double Y)> Turned(LabelledBox box, double degrees, (double X, double Y) pivot)
    {
        var (sine, cosine) = Math.SinCos(double.DegreesToRadians(degrees));
        return
        [
            .. new[] { (box.X, box.Y), (box.X + box.Width, box.Y), (box.X, box.Y + box.Height), (box.X + box.Width, box.Y + box.Height) }
                .Select(corner => (X: corner.Item1 - pivot.X, Y: corner.Item2 - pivot.Y))
                .Select(arm => (pivot.X + (arm.X * cosine) - (arm.Y * sine), pivot.Y + (arm.X * sine) + (arm.Y * cosine))),
        ];
    }

    /// <exception cref="DatasetException">No finite number with a decimal point.</exception>
    public static double Number(string? text, string what, string where) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : throw new DatasetException($"{where}: found {(text is null ? $"no {what}" : $"the {what} '{text}'")}, wanted a number");

    /// <summary>A share of the photo's width or height, 0..1; null where it is outside by more than rounding.</summary>
    public static double? Share(double number) => number is >= -Rounding and <= 1 + Rounding ? Math.Clamp(number, 0, 1) : null;
}
