using DefectVision.Imaging.Withholding;

namespace DefectVision.Pipeline.Intake;

/// <summary>A list of regions to withhold: columns path, x, y, width, height (pixels of the upright photo, from its upper left corner) and reason, a line each.</summary>
public static class WithheldRegions
{
    /// <param name="file">Full path.</param>
    /// <param name="files">Paths of the shipment's files.</param>
    /// <exception cref="IntakeException">A line is wrong, or names a photo that the shipment does not hold.</exception>
    public static IReadOnlyList<WithheldRegion> Read(string file, IReadOnlyCollection<string> files)
    {
        var photos = new FoundPaths(files);
        return CsvTable.Read(file, "path", "x", "y", "width", "height", "reason").Each(
            line => new WithheldRegion(
                Photo(line, photos),
                new PhotoRegion(Whole(line, "x", 0), Whole(line, "y", 0), Whole(line, "width", 1), Whole(line, "height", 1)),
                line.Required("reason")),
            null);
    }

    // What is blackened must be said exactly: no path is guessed.
    private static string Photo(CsvLine line, FoundPaths photos)
    {
        var path = InnerPath.Of(line, line.Required("path"), "the shipment's folder", "path");
        return photos.Has(path) ? path
            : throw line.Wrong($"the photo '{CsvLine.Cut(path)}', which the shipment does not hold", $"its path as results.jsonl has it; the nearest are {string.Join(", ", photos.Nearest(path, []))}", "path");
    }

    private static int Whole(CsvLine line, string column, int least) =>
        line.Measure(column) is { } number && number == Math.Floor(number) && number >= least && number <= int.MaxValue ? (int)number
        : throw line.Wrong($"{column} '{line[column]}'", FormattableString.Invariant($"a whole number of pixels, {least} or more"), column);
}
