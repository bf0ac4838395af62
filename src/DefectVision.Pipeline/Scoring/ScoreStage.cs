using DefectVision.Imaging;
using DefectVision.Inference;
using DefectVision.Inspection;
using DefectVision.Pipeline.Journalling;

namespace DefectVision.Pipeline.Scoring;

/// <summary>Decode, score and judge one photo. Holds one thread's buffers.</summary>
internal sealed class ScoreStage(Model model, DecodeLimits limits) : IDisposable
{
    private readonly PhotoReader _reader = new(limits);
    private readonly Scorer _scorer = model.NewScorer();

    public JournalEntry Score(JournalEntry entry, PhotoBytes bytes)
    {
        var tiles = new List<Opinion>();
        return _reader.Read(bytes.Span, model.Contract.Input, _scorer.Input, _ => tiles.Add(model.Judge(_scorer))) switch
        {
            PhotoReading.Readable readable => entry with
            {
                Outcome = PhotoOutcome.Scored,
                Facts = Facts(readable.Header),
                Finding = Finding(Opinion.OfPhoto(tiles)) with { OutsideTrainedRange = model.Contract.Trained?.Outside(readable, model.Contract.Input) },
            },
            PhotoReading.Truncated(var header, var reason) => entry with { Outcome = PhotoOutcome.Truncated, Reason = reason, Facts = Facts(header) },
            PhotoReading.Unsupported(var format) => entry with { Outcome = PhotoOutcome.UnsupportedFormat, Reason = $"{format} is recognised and not read" },
            PhotoReading.TooLarge(var reason) => entry with { Outcome = PhotoOutcome.TooLarge, Reason = reason },
            PhotoReading.Unreadable(var reason) => entry with { Outcome = PhotoOutcome.Unreadable, Reason = reason },
            var other => throw new InvalidOperationException($"a reading of type {other.GetType().Name} has no outcome"),
        };
    }

    public void Dispose()
    {
        _reader.Dispose();
        _scorer.Dispose();
    }

    private static PhotoFacts? Facts(PhotoHeader header) => header.Width == 0
        ? null
        : new PhotoFacts(header.Format.ToString().ToLowerInvariant(), header.Width, header.Height, header.Orientation);

    private Finding Finding(Opinion opinion) => new(
        opinion.Score,
        opinion.Decision switch
        {
            Decision.Flag => Standing.Flagged,
            Decision.TooCloseToCall => Standing.TooCloseToCall,
            _ => Standing.Clear,
        },
        opinion.Probability is { } probability ? OperatingPoint.Round(probability.Value) : null,
        opinion.Decision == Decision.Flag ? opinion.DefectClass : null)
    {
        Triage = model.Contract.Review?.Decide(opinion.Score),
    };
}
