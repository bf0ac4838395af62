using DefectVision.Imaging;
using DefectVision.Inference;
using DefectVision.Inspection;
using DefectVision.Pipeline.Intake;
using DefectVision.Pipeline.Journalling;
using DefectVision.Statistics.Calibration;

namespace DefectVision.Pipeline.Scoring;

/// <summary>Decode, score and judge one photo, and make the pictures of a suspect one. Holds one thread's buffers.</summary>
internal sealed class ScoreStage(Model model, DecodeLimits limits, CodeSearch search) : IDisposable
{
    private readonly CodeStage _codes = new(search);
    private readonly PhotoReader _reader = new(limits);

    // With the heat map wherever there is a scale to draw it on: the network computes it anyway, so it costs nothing.
    private readonly HeatMapGrid? _grid = model.Contract.Anomaly is null ? null : model.HeatMap;
    private readonly Scorer _scorer =
        model is { HeatMap: not null, Contract.Anomaly: not null } ? model.NewMappingScorer() : model.NewScorer();

    public ScoredFile Score(ReadFile file)
    {
        if (file.Bytes is null)
        {
            return new ScoredFile(file.Entry, file.IsNew, []);
        }

        using (file.Bytes)
        using (_reader.Photo())
        {
            return _codes.Searched(DecodeStage.Unscored(file, file.Bytes, _reader) ?? Score(file.Entry, file.Bytes), file.Bytes.Span, _reader);
        }
    }

    private ScoredFile Score(JournalEntry entry, PhotoBytes bytes)
    {
        ScoredFile? scored = null;
        var outcome = Recorded(entry, bytes, _reader.Read(bytes.Span, model.Contract.Input, _scorer.Input), readable =>
        {
            scored = Scored(entry, bytes, readable, model.Judge(_scorer).In(readable));
            return scored.Entry;
        });
        return scored ?? new ScoredFile(outcome, true, []);
    }

    /// <summary>The outcome of a photo by what its decoder made of it.</summary>
    public static JournalEntry Recorded(JournalEntry entry, PhotoBytes bytes, PhotoReading reading, Func<PhotoReading.Readable, JournalEntry> whole) => reading switch
    {
        PhotoReading.Readable readable => whole(readable),
        PhotoReading.Truncated(var header, var reason) => entry with { Outcome = PhotoOutcome.Truncated, Reason = reason, Facts = Facts(header, bytes) },
        PhotoReading.Damaged(var header, var reason) => entry with { Outcome = PhotoOutcome.Damaged, Reason = reason, Facts = Facts(header, bytes) },
        PhotoReading.Unsupported(var format) => entry with { Outcome = PhotoOutcome.UnsupportedFormat, Reason = $"{format} is recognised and not read on this machine; save it as JPEG" },
        PhotoReading.TooLarge(var reason) => entry with { Outcome = PhotoOutcome.TooLarge, Reason = reason },
        PhotoReading.Unreadable when Shots.IsRaw(entry.Path) => entry with { Outcome = PhotoOutcome.UnsupportedFormat, Reason = "a camera's RAW that is not read; save it as JPEG" },
        PhotoReading.Unreadable(var reason) => entry with { Outcome = PhotoOutcome.Unreadable, Reason = reason },
        var other => throw new InvalidOperationException($"a reading of type {other.GetType().Name} has no outcome"),
    };

    public void Dispose()
    {
        _reader.Dispose();
        _scorer.Dispose();
    }

    private ScoredFile Scored(JournalEntry entry, PhotoBytes bytes, PhotoReading.Readable readable, Opinion opinion)
    {
        var finding = Placed(Finding(opinion), entry.Sha256, readable);
        var map = SuspectPictures.IsSuspect(finding.Standing) ? MapOf(readable.Window) : null;
        finding = finding with { Heat = map is null ? null : SuspectPictures.ReadingOf(map) };
        return new ScoredFile(
            entry with { Outcome = PhotoOutcome.Scored, Reason = readable.Remark, Facts = Facts(readable.Header, bytes), Finding = finding, Look = LookOf(_reader) },
            IsNew: true,
            SuspectPictures.IsSuspect(finding.Standing) ? SuspectPictures.Of(finding.Heat, map, _reader) : []);
    }

    private HeatMap? MapOf(Window window) => _grid is null
        ? null
        : new HeatMap(_grid.Rows, _grid.Columns, model.MapOf(_scorer).ToArray(), window, model.Contract.Anomaly!.From, model.Contract.Anomaly.To);

    public static PhotoFacts? Facts(PhotoHeader header, PhotoBytes bytes)
    {
        if (header.Width == 0)
        {
            return null;
        }

        var capture = CaptureFacts.Of(bytes.Span);
        return new PhotoFacts(header.Format.ToString().ToLowerInvariant(), header.Width, header.Height, header.Orientation, capture.CapturedAt) { Device = capture.Device, Software = capture.Software };
    }

    /// <param name="reader">Has read the photo, and nothing since.</param>
    public static PhotoLook LookOf(PhotoReader reader)
    {
        var (print, clarity) = reader.Look();
        return new PhotoLook(print is null ? [] : print.Bytes.ToArray(), clarity.Sharpness, clarity.Brightness, clarity.Burnt);
    }

    // A photo that was learned from is not unlike those, whatever the range says. Where the product was not found, a person looks whatever the score.
    private Finding Placed(Finding finding, string? sha256, PhotoReading.Readable readable)
    {
        var wasTrainedOn = sha256 is null ? null : model.Contract.Training.Digests?.Contains(sha256);
        return finding with
        {
            WasTrainedOn = wasTrainedOn,
            Triage = readable.IsLocated || finding.Standing == Standing.Flagged ? finding.Triage : Triage.Refer,
            OutsideTrainedRange = wasTrainedOn == true ? null : model.Contract.Trained?.Outside(readable, model.Contract.Input),
        };
    }

    private Finding Finding(Opinion opinion) => model.Contract.OperatingPoint.OrdersOnly ? new(opinion.Score, Standing.NotJudged, null, null) { Strangeness = opinion.Strangeness } : new(
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
        Strangeness = opinion.Strangeness,
    };
}
