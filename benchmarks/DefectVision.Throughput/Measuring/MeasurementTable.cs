using System.Globalization;

namespace DefectVision.Throughput.Measuring;

/// <summary>Measurements for a person: a row each.</summary>
internal static class MeasurementTable
{
    public const string Head = "program             photos  scored   seconds  photos/s  CPU ms/photo  peak MiB";

    public static string Row(Measurement run) => string.Create(
        CultureInfo.InvariantCulture,
        $"{run.Program,-18}{run.Photos,8}{run.Scored,8}{run.Seconds,10:0.00}{run.PhotosPerSecond,10:0.0}{run.CpuMsPerPhoto,14:0.00}{run.PeakMiB,10:0.0}");
}
