using System.Text;
using DefectVision.Evidence.Charts;
using DefectVision.Evidence.Documents.Web;
using DefectVision.Evidence.Languages;

namespace DefectVision.Evidence;

/// <summary>The OC curve of a plan as an SVG file.</summary>
public static class OperatingCurveFile
{
    /// <param name="sampleSize">Items inspected.</param>
    /// <param name="acceptanceNumber">Ac.</param>
    /// <param name="lotSize">Items in the lot; null: a process (binomial).</param>
    /// <param name="path">Overwritten; its folder is made when absent.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(long sampleSize, int acceptanceNumber, long? lotSize, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        using var output = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        Svg.Write(new Html(output), OcChart.Of([new OcCurve("OC curve", lotSize, sampleSize, acceptanceNumber, null, null)], new Words(Language.English)), isOwnFile: true);
    }
}
