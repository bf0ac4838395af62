using System.Text;
using DefectVision.Evidence.Charts;
using DefectVision.Evidence.Documents.Web;
using DefectVision.Evidence.Languages;
using DefectVision.Statistics.Sampling;

namespace DefectVision.Evidence;

/// <summary>The OC curve of a plan as an SVG file.</summary>
public static class OperatingCurveFile
{
    /// <param name="plan">What is drawn.</param>
    /// <param name="numbers">Its numbers, short: "n 80, Ac 5".</param>
    /// <param name="lotSize">Items in the lot; null: a process (binomial).</param>
    /// <param name="path">Overwritten; its folder is made when absent.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(OperatingCurve plan, string numbers, long? lotSize, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        using var output = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        Svg.Write(new Html(output), OcChart.Of([new OcCurve("OC curve", lotSize, plan, numbers, null, null)], new Words(Language.English)), isOwnFile: true);
    }
}
