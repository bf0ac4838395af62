using System.Text;
using DefectVision.Evidence.Languages;
using DefectVision.Imaging.Keeping;
using DefectVision.Inspection;
using DefectVision.Inspection.Judging;
using DefectVision.Inspection.Reviewing;

namespace DefectVision.Cases.Reviewing;

/// <summary>
/// A review of a case: puts items before readers and takes their answers. Any number of readers and threads may use it at once; what it was told is on the disk before it
/// answers. It scores nothing and decides nothing: the verdict follows from the answers as it does in an inspection.
/// </summary>
public sealed class ReviewDesk : IDisposable
{
    /// <summary>Letters of a note.</summary>
    public const int LongestNote = 500;

    /// <summary>Letters of a reader's name.</summary>
    public const int LongestName = 80;

    private const int LastAnswers = 21;
    private const double LongestSeconds = 600;

    private readonly Lock _turn = new();
    private readonly Lock _judging = new();
    private readonly OpenedCase _opened;
    private readonly string _shipment;
    private readonly ReviewLogFile _file;
    private readonly TimeProvider _clock;
    private readonly InspectionRecord _inspected;
    private readonly ReviewPlaces _places;
    private readonly IReadOnlyList<QueuedItem> _queue;
    private readonly Dictionary<(string Lot, string Item), ReviewReason> _reasons;
    private readonly PictureStore _pictures;
    private readonly ReaderAnswers _answers;
    private (int Entries, IReadOnlyList<(LotJudgement Judged, LotVerification Verified)> Lots) _judged;
    private Task _judgement = Task.CompletedTask;

    private ReviewDesk(OpenedCase opened, string shipment, ReviewLogFile file, TimeProvider clock)
    {
        (_opened, _shipment, _file, _clock) = (opened, shipment, file, clock);
        _inspected = Reviewed.By(opened.Record, null);
        _places = new ReviewPlaces(_inspected);
        _queue = ReviewQueue.Of(_inspected.Lots, Protocol);
        _reasons = _queue.ToDictionary(queued => queued.Place, queued => queued.Reason);
        _pictures = new PictureStore(opened.Folder);
        _answers = new ReaderAnswers(_inspected.Confirmed, file.Log());
        Classes = ClassesOf(_inspected);
        _judged = Judged(Said());
    }

    /// <exception cref="ReviewBusyException">Another run reviews the case.</exception>
    internal static ReviewDesk Open(OpenedCase opened, string shipment, ReviewRequest request, CaseContext context)
    {
        var protocol = new ReviewProtocol(request.Seed ?? SeedOf(opened.Record), request.AuditShare);
#pragma warning disable CA2000 // The desk disposes it.
        var file = ReviewLogFile.Open(opened.Folder, new ReviewHeader(ReviewHeader.CurrentSchema, opened.Record.Name, WholeSecond.Of(context.Clock.GetUtcNow()), protocol));
#pragma warning restore CA2000
        try
        {
            if (file.Header.Protocol is var held && ((request.Seed is { } seed && seed != held.Seed) || (request.AuditShare is { } share && share != held.AuditShare)))
            {
                context.Say($"the review has begun with the seed {held.Seed} and {(held.AuditShare is { } began ? FormattableString.Invariant($"a share of {began}") : "a tenth, 60 at least,")} for the audit sample, and goes on with them");
            }

            return new ReviewDesk(opened, shipment, file, context.Clock);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Name of the shipment.</summary>
    public string Shipment => _inspected.Name;

    /// <summary>Of the case's report.</summary>
    public Language Language => _opened.File.Settings.Language ?? Language.English;

    public ReviewProtocol Protocol => _file.Header.Protocol;

    /// <summary>What a defect can be called: the classes of the agreement, then those of the model.</summary>
    public IReadOnlyList<ReviewClass> Classes { get; }

    /// <summary>Names of the lots of which items can be seen, in the order of the queue.</summary>
    public IReadOnlyList<string> Lots => [.. _queue.Select(queued => queued.Place.Lot).Distinct()];

    /// <summary>What was agreed: names of classes in other languages are there.</summary>
    public AgreedTerms Terms => _inspected.Terms;

    /// <summary>Acts in the log: a number that grows with every one.</summary>
    public int Acts
    {
        get
        {
            lock (_turn)
            {
                return _file.Entries.Count;
            }
        }
    }

    /// <summary>The next items for a reader, in order: those that he has not answered for.</summary>
    /// <param name="reader">His name.</param>
    /// <param name="most">Items, at most.</param>
    public IReadOnlyList<ReviewItem> Next(string reader, int most)
    {
        lock (_turn)
        {
            return [.. Waiting(reader).Take(most).Select(queued => Shown(reader, queued.Place.Lot, queued.Item))];
        }
    }

    /// <summary>The reader has answered for everything that the protocol puts before him; further items may be left, at which nothing points.</summary>
    public bool IsDone(string reader)
    {
        lock (_turn)
        {
            return !Waiting(reader).Any(queued => IsAsked(queued.Reason));
        }
    }

    /// <summary>One item, answered for or not; null where there is none.</summary>
    public ReviewItem? Item(string reader, string id)
    {
        lock (_turn)
        {
            return _places.Item(id) is { } place ? Shown(reader, place.Lot, place.Item) : null;
        }
    }

    /// <summary>Items of a lot for a grid, in the order of the queue, the reader's answers with them.</summary>
    /// <param name="reader">His name.</param>
    /// <param name="lot">By its whole name; null: all.</param>
    /// <param name="isOpenOnly">Without those that he has answered for.</param>
    /// <param name="skip">Items to pass over.</param>
    /// <param name="most">Items, at most.</param>
    /// <returns>The items, and how many there are altogether.</returns>
    public (IReadOnlyList<ReviewItem> Items, int All) Grid(string reader, string? lot, bool isOpenOnly, int skip, int most)
    {
        lock (_turn)
        {
            var ofLot = _queue.Where(queued => (lot is null || queued.Place.Lot == lot) && (!isOpenOnly || _answers.Of(reader, queued.Place) is null)).ToList();
            return ([.. ofLot.Skip(skip).Take(most).Select(queued => Shown(reader, queued.Place.Lot, queued.Item))], ofLot.Count);
        }
    }

    /// <summary>Takes a reader's answers, each recorded by itself; they are on the disk when this returns.</summary>
    /// <param name="reader">His name.</param>
    /// <param name="words">One for each item.</param>
    /// <returns>What he may know now, in the same order.</returns>
    /// <exception cref="ReviewException">A word is wrong; none is taken.</exception>
    /// <exception cref="IOException">They cannot be written; none is taken.</exception>
    public IReadOnlyList<ReviewTold> Answer(string reader, IReadOnlyList<ReviewWord> words)
    {
        var name = NameOf(reader);
        lock (_turn)
        {
            var entries = words.Select((word, number) => Entry(name, word, _file.Entries.Count + 1 + number)).ToList();
            _file.Append(entries);
            foreach (var entry in entries)
            {
                _answers.Add(entry.Reader, (entry.Lot, entry.Item), entry.Word!.Value);
            }

            return [.. entries.Select(entry => Told(name, entry))];
        }
    }

    /// <summary>Takes back the last act of a reader that stands.</summary>
    /// <returns>Null where there was nothing.</returns>
    /// <exception cref="IOException">It cannot be written; nothing is taken back.</exception>
    public ReviewUndone? Undo(string reader)
    {
        var name = NameOf(reader);
        lock (_turn)
        {
            var key = ReaderName.Key(name);
            if (Said().Standing.LastOrDefault(entry => ReaderName.Key(entry.Reader) == key) is not { } last)
            {
                return null;
            }

            _file.Append([new ReviewEntry(_file.Entries.Count + 1, Now, name, ReviewAct.Undo, last.Lot, last.Item) { Undoes = last.Number, Before = last.Word }]);
            _answers.Set(name, (last.Lot, last.Item), WordOf(key, last.Lot, last.Item));
            return new ReviewUndone(last.Item, _places.Item(last.Lot, last.Item) is { } item ? Shown(name, last.Lot, item) : null);
        }
    }

    /// <summary>Pairs of items that may be one, of which this reader has not said whether they are.</summary>
    public IReadOnlyList<ReviewTwins> Twins(string reader)
    {
        lock (_turn)
        {
            var key = ReaderName.Key(reader);
            var said = Said().Standing.Where(entry => entry.Act is ReviewAct.Different or ReviewAct.Same && ReaderName.Key(entry.Reader) == key).Select(entry => (entry.Lot, entry.Item)).ToHashSet();
            return [.. Pairs().Where(pair => !said.Contains((pair.Second.Place!.Lot, pair.Second.Place.Item))).Select(pair => Shown(reader, pair.First, pair.Second))];
        }
    }

    /// <summary>Takes a reader's word on a pair.</summary>
    /// <param name="reader">His name.</param>
    /// <param name="id">Of the pair.</param>
    /// <param name="areDifferent">Two items; otherwise one, photographed twice.</param>
    /// <exception cref="ReviewException">There is no such pair.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Decide(string reader, string id, bool areDifferent)
    {
        var name = NameOf(reader);
        lock (_turn)
        {
            var (_, second) = Pairs().FirstOrDefault(pair => PairId(pair.First, pair.Second) == id);
            if (second is null)
            {
                throw new ReviewException($"found no pair '{id}', wanted one of those that were asked about");
            }

            _file.Append([new ReviewEntry(_file.Entries.Count + 1, Now, name, areDifferent ? ReviewAct.Different : ReviewAct.Same, second.Place!.Lot, second.Place.Item)]);
        }
    }

    /// <summary>How far the review has come, and what follows from it.</summary>
    /// <param name="reader">His name.</param>
    /// <param name="patience">How long to wait for lots to be judged anew before it is told how they stood: judging 10,000 items takes a quarter of a second.</param>
    public ReviewStanding Standing(string reader, TimeSpan patience = default)
    {
        int acts, answered, left = 0, more = 0;
        var read = new Dictionary<string, (int ToRead, int Read)>(StringComparer.Ordinal);
        List<double> seconds;
        ReviewLog? ended;
        lock (_turn)
        {
            acts = _file.Entries.Count;
            answered = _answers.Count(reader);
            foreach (var queued in Waiting(reader))
            {
                _ = IsAsked(queued.Reason) ? left++ : more++;
            }

            foreach (var queued in _queue.Where(queued => IsAsked(queued.Reason)))
            {
                var of = read.GetValueOrDefault(queued.Place.Lot);
                read[queued.Place.Lot] = (of.ToRead + 1, of.Read + (_answers.Any(queued.Place) ? 1 : 0));
            }

            seconds = LastSeconds(ReaderName.Key(reader));
            ended = left > 0 ? null : Said();
        }

        var (counted, lots) = Latest(acts, patience);
        return new ReviewStanding(
            [.. lots.Select(lot => (lot, Read: read.GetValueOrDefault(lot.Judged.Lot.Name))).Select(one => new ReviewLot(one.lot.Judged, one.lot.Verified, one.Read.ToRead, one.Read.Read))],
            answered,
            left,
            more,
            seconds.Count == 0 ? null : seconds.Order().ElementAt(seconds.Count / 2),
            ended?.Joined(_inspected.Confirmed)?.Pairs ?? [])
        {
            IsBehind = counted != acts,
        };
    }

    /// <summary>Where a photo lies; null where the case has no such photo.</summary>
    /// <param name="photo">Its id.</param>
    public ReviewSource? Source(string photo) =>
        _places.Photo(photo) is { } file ? new ReviewSource(ShipmentFile.FullPath(_shipment, _opened.Folder, file.Path), file.Sha256!, file.Facts?.Format) : null;

    /// <summary>The heat map of a photo as a JPEG, for a reader who has decided on its item; null for others, and where none is kept.</summary>
    public byte[]? HeatMap(string reader, string photo)
    {
        lock (_turn)
        {
            return _places.Photo(photo) is { Place: { } place } && _answers.Of(reader, (place.Lot, place.Item)) is not null ? _pictures.Find(photo, PictureKind.HeatMap) : null;
        }
    }

    public void Dispose() => _file.Dispose();

    private static bool IsAsked(ReviewReason reason) => reason is not (ReviewReason.Rest or ReviewReason.Order);

    private DateTimeOffset Now => _clock.GetUtcNow();

    // Without the digest of the file, which only a record needs.
    private ReviewLog Said() => new(string.Empty, Protocol, [.. _file.Entries]);

    // What a reader says of an item by the list and by everything that stands; null where nothing.
    private ReaderWord? WordOf(string key, string lot, string item)
    {
        var log = new ReviewLog(string.Empty, Protocol, [.. _file.Entries.Where(entry => entry.Lot == lot && entry.Item == item && ReaderName.Key(entry.Reader) == key)]);
        var given = (_inspected.Confirmed?.Readings ?? []).Where(reading => reading.Lot == lot && reading.Item == item && ReaderName.Key(reading.Reader) == key);
        return log.Joined(new ConfirmedList(string.Empty, string.Empty, [.. given])) is { Readings: { Count: > 0 } readings } ? ReaderAnswer.Of(readings).Word : null;
    }

    // First those that two others are divided on; then the queue.
    private IEnumerable<QueuedItem> Waiting(string reader)
    {
        var open = _queue.Where(queued => _answers.Of(reader, queued.Place) is null);
        return _answers.Divided.Count == 0 ? open
            : open.Where(queued => _answers.Divided.Contains(queued.Place)).Select(queued => queued with { Reason = ReviewReason.ThirdLook })
                .Concat(open.Where(queued => !_answers.Divided.Contains(queued.Place)));
    }

    private ReviewItem Shown(string reader, string lot, Item item)
    {
        var photos = item.Photos.Where(photo => photo is { IsReadable: true, Sha256: not null }).ToList();
        return new ReviewItem(
            _places.IdOf(lot, item.Name), lot, item.Name, [.. photos.Select(ReviewPlaces.Shown)], [.. photos.Select(photo => _places.Reference(lot, item, photo))], _answers.Of(reader, (lot, item.Name)));
    }

    private ReviewTwins Shown(string reader, InspectedFile first, InspectedFile second) =>
        new(PairId(first, second), ItemOf(reader, first), ItemOf(reader, second), first.Sha256!, second.Sha256!);

    private ReviewItem ItemOf(string reader, InspectedFile photo) => Shown(reader, photo.Place!.Lot, _places.Item(photo.Place.Lot, photo.Place.Item)!);

    private string PairId(InspectedFile first, InspectedFile second) => $"{_places.IdOf(first.Place!.Lot, first.Place.Item)}_{_places.IdOf(second.Place!.Lot, second.Place.Item)}";

    private IEnumerable<(InspectedFile First, InspectedFile Second)> Pairs() =>
        DuplicatePairs.All(_inspected.Files).DistinctBy(pair => (pair.First.Place!.Lot, pair.First.Place.Item, pair.Second.Place!.Lot, pair.Second.Place.Item));

    private ReviewEntry Entry(string reader, ReviewWord word, int number)
    {
        var (lot, item) = _places.Item(word.Item) ?? throw new ReviewException($"found no item '{word.Item}', wanted one of this case");
        var photo = word.Photo is null ? null : item.Photos.FirstOrDefault(photo => photo.Sha256 == word.Photo) ?? throw new ReviewException($"found a photo that is not of {item.Name}, wanted one of its own");
        if (word.Region is { } region && (photo is null || !region.IsSound))
        {
            throw new ReviewException($"{item.Name}: found a region without a photo, or outside it; wanted shares of the photo's width and height, 0 to 1");
        }

        if (word.Note?.Length > LongestNote)
        {
            throw new ReviewException($"{item.Name}: found a note of {word.Note.Length} letters, wanted {LongestNote} at most");
        }

        var isDefective = word.Word == ReaderWord.Defective;
        return new ReviewEntry(number, Now, reader, ReviewAct.Answer, lot, item.Name)
        {
            Word = word.Word,
            DefectClass = isDefective ? Trimmed(word.DefectClass) : null,
            Severity = isDefective ? word.Severity : null,
            Cause = isDefective ? word.Cause : null,
            Photo = isDefective ? photo?.Path : null,
            Region = isDefective ? word.Region : null,
            Note = Trimmed(word.Note),
            Reason = _answers.Divided.Contains((lot, item.Name)) ? ReviewReason.ThirdLook : _reasons.GetValueOrDefault((lot, item.Name), ReviewReason.Rest),
            Before = _answers.Of(reader, (lot, item.Name)),
            Seconds = word.Seconds is { } seconds && double.IsFinite(seconds) ? Math.Round(Math.Clamp(seconds, 0, LongestSeconds), 1) : null,
        };
    }

    private ReviewTold Told(string reader, ReviewEntry entry)
    {
        var item = _places.Item(entry.Lot, entry.Item)!;
        return new ReviewTold(
            Shown(reader, entry.Lot, item),
            entry.Reason!.Value,
            item.Score is null ? null : item.Standing == ItemStanding.Flagged,
            item.Standing == ItemStanding.Flagged ? item.DefectClass : null,
            item.Score,
            item.Unlikeness,
            [.. item.Photos.Where(photo => photo.Sha256 is { } sha && _pictures.Holds(sha, PictureKind.HeatMap)).Select(photo => photo.Sha256!)]);
    }

    // Of the last answers of a reader that stand: what takes one back comes after it.
    private List<double> LastSeconds(string key)
    {
        var (undone, seconds) = (new HashSet<int>(), new List<double>());
        for (var at = _file.Entries.Count - 1; at >= 0 && seconds.Count < LastAnswers; at--)
        {
            var entry = _file.Entries[at];
            if (entry.Undoes is { } number)
            {
                undone.Add(number);
            }
            else if (entry.Seconds is { } took && !undone.Contains(entry.Number) && ReaderName.Key(entry.Reader) == key)
            {
                seconds.Add(took);
            }
        }

        return seconds;
    }

    // The lots with so many acts, where that is soon known; else as they were last known, while the work goes on.
    private (int Entries, IReadOnlyList<(LotJudgement Judged, LotVerification Verified)> Lots) Latest(int acts, TimeSpan patience)
    {
        Task judgement;
        lock (_judging)
        {
            if (_judged.Entries == acts)
            {
                return _judged;
            }

            if (_judgement.IsCompleted)
            {
                _judgement = Task.Run(() =>
                {
                    ReviewLog log;
                    lock (_turn)
                    {
                        log = Said();
                    }

                    var judged = Judged(log);
                    lock (_judging)
                    {
                        _judged = judged;
                    }
                });
            }

            judgement = _judgement;
        }

        judgement.Wait(patience);
        lock (_judging)
        {
            return _judged;
        }
    }

    private (int Entries, IReadOnlyList<(LotJudgement Judged, LotVerification Verified)> Lots) Judged(ReviewLog log) =>
        (log.Entries.Count, [.. Reviewed.By(_inspected, log).Lots.Select(judged => (judged, LotVerification.Of(judged, Protocol)))]);

    private static IReadOnlyList<ReviewClass> ClassesOf(InspectionRecord record) =>
    [
        .. record.Agreement.Classes.Keys.Order(StringComparer.Ordinal)
            .Concat(record.Model?.DefectClasses ?? [])
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(name => new ReviewClass(name, record.Terms.SeverityOf(name), record.Terms.CauseOf(name))),
    ];

    // It stood before the first photo was scored: nobody chose it to his liking.
    private static ulong SeedOf(InspectionRecord record) =>
        Convert.ToUInt64((record.PlanAtStart ?? record.Plan?.Sha256 ?? StoredJson.Sha256(Encoding.UTF8.GetBytes(record.Name)))[..16], 16);

    private static string? Trimmed(string? text) => text?.Trim() is { Length: > 0 } said ? said : null;

    private static string NameOf(string reader) => reader.Trim() is { Length: > 0 and <= LongestName } name ? name
        : throw new ReviewException($"found a reader's name of {reader.Trim().Length} letters, wanted 1 to {LongestName}");
}
