using System.Text;
using DefectVision.Evidence.Charts;
using DefectVision.Evidence.Documents.Web;
using DefectVision.Statistics.Calibration;

namespace DefectVision.Evidence;

/// <summary>A reliability diagram as an SVG file: what was forecast against what was found.</summary>
public static class ReliabilityFile
{
    /// <param name="bins">In rising order of their forecast, at least one.</param>
    /// <param name="measures">Of the same forecasts.</param>
    /// <param name="path">Overwritten.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(IReadOnlyList<ReliabilityBin> bins, CalibrationMeasures measures, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        using var output = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        Svg.Write(new Html(output), ReliabilityChart.Of(bins, measures), isOwnFile: true);
    }
}
