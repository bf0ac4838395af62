using DefectVision.Imaging;
using DefectVision.Imaging.Keeping;
using DefectVision.Inspection;

namespace DefectVision.Pipeline.Scoring;

/// <summary>Reads one photo whole where no model was named: it is accounted for, and nothing is said of the goods. Holds one thread's buffers.</summary>
internal sealed class DecodeStage(DecodeLimits limits) : IDisposable
{
    private readonly PhotoReader _reader = new(limits);

    public ScoredFile Read(ReadFile file)
    {
        if (file.Bytes is null)
        {
            return new ScoredFile(file.Entry, file.IsNew, []);
        }

        using (file.Bytes)
        {
            // Every row of the photo is decoded for it.
            var reading = _reader.ReadPicture(file.Bytes.Span, SmallPicture.LongSide).Reading;
            return new ScoredFile(
                ScoreStage.Recorded(file.Entry, file.Bytes, reading, readable => file.Entry with { Outcome = PhotoOutcome.Read, Reason = readable.Remark, Facts = ScoreStage.Facts(readable.Header, file.Bytes) }), true, []);
        }
    }

    public void Dispose() => _reader.Dispose();
}
