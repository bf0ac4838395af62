using DefectVision.Imaging;

namespace DefectVision.Training;

/// <summary>Chooses the input's width and height: the middle shape of the photos at a given area, sides in steps of 32 px.</summary>
internal static class WorkingSize
{
    private const int Step = 32;
    private const double WidestShape = 4;

    /// <param name="headers">Of photos that could be read; at least one.</param>
    public static InputRecipe For(IReadOnlyList<PhotoHeader> headers, int area)
    {
        var shapes = headers.Select(header => (double)header.UprightWidth / header.UprightHeight).Order().ToList();
        var shape = Math.Clamp(shapes[shapes.Count / 2], 1 / WidestShape, WidestShape);
        return new InputRecipe(InputRecipe.CurrentVersion, Side(Math.Sqrt(area * shape)), Side(Math.Sqrt(area / shape)));
    }

    private static int Side(double side) => Math.Clamp((int)Math.Round(side / Step), 2, 128) * Step;
}
