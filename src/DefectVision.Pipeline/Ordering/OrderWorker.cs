using DefectVision.Imaging;
using DefectVision.Inference;
using DefectVision.Inference.Mutual;
using DefectVision.Pipeline.Scoring;

namespace DefectVision.Pipeline.Ordering;

/// <summary>One thread's buffers for an order: reads a photo and takes it through the network.</summary>
internal sealed class OrderWorker(MutualNetwork network, MutualScale? scale, DecodeLimits limits) : IDisposable
{
    private readonly PhotoReader _reader = new(limits);
    private readonly Scorer _scorer = network.NewScorer();

    /// <summary>Null while there is nothing yet to measure against.</summary>
    public MutualMeasure? Measure { get; } = scale?.NewMeasure();

    /// <summary>The photo's places and the part of it that they cover; null where it cannot be read any more.</summary>
    public (float[] Places, Window Window)? Seen(PhotoBytes? bytes)
    {
        using (bytes)
        {
            if (bytes is null || _reader.Read(bytes.Span, network.Recipe, _scorer.Input) is not PhotoReading.Readable readable)
            {
                return null;
            }

            _scorer.Run();
            return (_scorer.Result(0).ToArray(), readable.Window);
        }
    }

    public void Dispose()
    {
        _reader.Dispose();
        _scorer.Dispose();
        Measure?.Dispose();
    }
}
