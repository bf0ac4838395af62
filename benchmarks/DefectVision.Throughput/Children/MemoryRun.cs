using DefectVision.Throughput.Measuring;
using DefectVision.Throughput.Photos;

namespace DefectVision.Throughput.Children;

/// <summary>Does memory grow with the number of photos? The same photos, few and many of them.</summary>
internal static class MemoryRun
{
    /// <returns>A run over the few and one over the many.</returns>
    public static (Measurement Few, Measurement Many) Execute(string folder, int few, int many, string model, int workers)
    {
        return (Over(few), Over(many));

        Measurement Over(int count)
        {
            var copies = Directory.CreateTempSubdirectory("defectvision-memory-").FullName;
            try
            {
                PhotoFolder.Multiply(folder, copies, count);
                return ChildRun.OfFolder(copies, model, workers).Execute();
            }
            finally
            {
                Directory.Delete(copies, recursive: true);
            }
        }
    }
}
