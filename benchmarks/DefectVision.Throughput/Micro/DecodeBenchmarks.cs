using BenchmarkDotNet.Attributes;
using DefectVision.Imaging;
using DefectVision.Throughput.Photos;

namespace DefectVision.Throughput.Micro;

/// <summary>One photo's bytes to the network's input, on one thread.</summary>
public class DecodeBenchmarks : IDisposable
{
    private static readonly InputRecipe Recipe = new(InputRecipe.CurrentVersion, 384, 288);
    private readonly float[] _input = new float[Recipe.Length];
    private readonly PhotoReader _reader = new(DecodeLimits.Default);
    private readonly byte[] _large = SyntheticPhoto.Jpeg(0, 4000, 3000);
    private readonly byte[] _small = SyntheticPhoto.Jpeg(1, 480, 360);

    [Benchmark(Description = "JPEG of 4000 x 3000 px")]
    public PhotoReading Large() => _reader.Read(_large, Recipe, _input);

    [Benchmark(Description = "JPEG of 480 x 360 px")]
    public PhotoReading Small() => _reader.Read(_small, Recipe, _input);

    [GlobalCleanup]
    public void Dispose()
    {
        _reader.Dispose();
        GC.SuppressFinalize(this);
    }
}
