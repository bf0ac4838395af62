using DefectVision.Imaging;
using DefectVision.Imaging.Keeping;
using DefectVision.Inspection;
using DefectVision.Pipeline.Journalling;

namespace DefectVision.Pipeline.Scoring;

/// <summary>Reads one photo whole where no model was named: it is accounted for, and nothing is said of the goods. Holds one thread's buffers.</summary>
internal sealed class DecodeStage(DecodeLimits limits, CodeSearch search) : IDisposable
{
    private readonly CodeStage _codes = new(search);
    private readonly PhotoReader _reader = new(limits);

    public ScoredFile Read(ReadFile file)
    {
        if (file.Bytes is null)
        {
            return new ScoredFile(file.Entry, file.IsNew, []);
        }

        using (file.Bytes)
        using (_reader.Photo())
        {
            return _codes.Searched(Unscored(file, file.Bytes, _reader) ?? Read(file.Entry, file.Bytes), file.Bytes.Span, _reader);
        }
    }

    /// <summary>What is never scored: an attachment, which is opened for its codes alone, and a photo of context, which is read whole. Null for every other photo.</summary>
    public static ScoredFile? Unscored(ReadFile file, PhotoBytes bytes, PhotoReader reader) =>
        file.Entry.Outcome == PhotoOutcome.Attachment ? new ScoredFile(file.Entry, true, [])
        : file.IsContext ? new ScoredFile(
            ScoreStage.Recorded(file.Entry, bytes, reader.ReadPicture(bytes.Span, SmallPicture.LongSide).Reading, readable =>
                file.Entry with { Outcome = PhotoOutcome.Attachment, Reason = ContextViews.Reason, Facts = ScoreStage.Facts(readable.Header, bytes) }), true, [])
        : null;

    public void Dispose() => _reader.Dispose();

    private ScoredFile Read(JournalEntry entry, PhotoBytes bytes)
    {
        // Every row of the photo is decoded for it.
        var reading = _reader.ReadPicture(bytes.Span, SmallPicture.LongSide).Reading;
        return new ScoredFile(
            ScoreStage.Recorded(entry, bytes, reading, readable => entry with { Outcome = PhotoOutcome.Read, Reason = readable.Remark, Facts = ScoreStage.Facts(readable.Header, bytes), Look = ScoreStage.LookOf(_reader) }), true, []);
    }
}
