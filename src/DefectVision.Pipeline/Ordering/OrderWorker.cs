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

    // What is only measured is gone when the next photo comes; what becomes a reference stays.
    private float[]? _places;

    /// <summary>Null while there is nothing yet to measure against.</summary>
    public MutualMeasure? Measure { get; } = scale?.NewMeasure();

    /// <summary>The photo's places, the part of it that they cover, and the places of the photo turned; null where it cannot be read any more.</summary>
    /// <param name="bytes">Of the photo.</param>
    /// <param name="isTurned">It is looked at turned, too.</param>
    public SeenPhoto? Seen(PhotoBytes? bytes, bool isTurned)
    {
        using (bytes)
        using (_reader.Photo())
        {
            if (bytes is null || _reader.Read(bytes.Span, network.Recipe, _scorer.Input) is not PhotoReading.Readable readable)
            {
                return null;
            }

            _scorer.Run();
            var places = Measure is null ? new float[_scorer.Result(0).Length] : _places ??= new float[_scorer.Result(0).Length];
            _scorer.Result(0).CopyTo(places);
            return new SeenPhoto(places, readable.Window, isTurned ? [.. AnyAngle.Turned(_scorer, network.Recipe)] : []);
        }
    }

    public void Dispose()
    {
        _reader.Dispose();
        _scorer.Dispose();
        Measure?.Dispose();
    }
}
