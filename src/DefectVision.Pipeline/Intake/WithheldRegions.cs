using DefectVision.Imaging.Withholding;

namespace DefectVision.Pipeline.Intake;

/// <summary>A list of regions to withhold: columns path, x, y, width, height (pixels of the upright photo, from its upper left corner) and reason, a line each.</summary>
public static class WithheldRegions
{
    /// <exception cref="IntakeException">A line is wrong.</exception>
    public static IReadOnlyList<WithheldRegion> Read(string file) =>
        CsvTable.Read(file, "path", "x", "y", "width", "height", "reason").Each(
            line => new WithheldRegion(
                InnerPath.Of(line, line.Required("path"), "the shipment's folder", "path"),
                new PhotoRegion(Whole(line, "x", 0), Whole(line, "y", 0), Whole(line, "width", 1), Whole(line, "height", 1)),
                line.Required("reason")),
            null);

    private static int Whole(CsvLine line, string column, int least) =>
        line.Measure(column) is { } number && number == Math.Floor(number) && number >= least && number <= int.MaxValue ? (int)number
        : throw line.Wrong($"{column} '{line[column]}'", FormattableString.Invariant($"a whole number of pixels, {least} or more"), column);
}
