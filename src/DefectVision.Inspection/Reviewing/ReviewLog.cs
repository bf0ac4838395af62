namespace DefectVision.Inspection.Reviewing;

/// <summary>Everything that readers did in the review of a case, in order. Nothing is taken out of it: what was taken back is told by a later line.</summary>
/// <param name="Sha256">Of the file's bytes, lower-case hex.</param>
/// <param name="Protocol">How items were put before the readers.</param>
/// <param name="Entries">In the order of the file.</param>
public sealed record ReviewLog(string Sha256, ReviewProtocol Protocol, IReadOnlyList<ReviewEntry> Entries)
{
    public const string FileName = "reviews.jsonl";

    /// <summary>Those that nobody took back, and that take nothing back, in order.</summary>
    public IReadOnlyList<ReviewEntry> Standing { get; } = [.. StandingOf(Entries)];

    /// <summary>When the last line was written; null for an empty log.</summary>
    public DateTimeOffset? Last => Entries.Count == 0 ? null : Entries[^1].Time;

    /// <summary>What readers said here and in a list, as one. Of one reader and item the later answer counts, wherever it stands.</summary>
    /// <param name="list">What was read from a list; null: none was given.</param>
    /// <returns>Null where nobody said anything.</returns>
    public ConfirmedList? Joined(ConfirmedList? list)
    {
        var given = list?.WithoutReviews();
        if (Standing.Count == 0)
        {
            return given;
        }

        return new ConfirmedList(
            given?.Name ?? FileName,
            given?.Sha256 ?? Sha256,
            [.. given?.Readings ?? [], .. Standing.Where(entry => entry.Act == ReviewAct.Answer).Select(Answer)])
        {
            Different = [.. given?.Different ?? [], .. Standing.Where(entry => entry.Act == ReviewAct.Different).Select(entry => new DifferentItem(entry.Lot, entry.Item, entry.Reader, entry.Time) { IsReviewed = true })],
            Unanswered = given?.Unanswered ?? 0,
        };
    }

    /// <summary>Answers of one reader on one item that stand both here and in the list, each as reader, lot and item.</summary>
    public IReadOnlyList<string> InBoth(ConfirmedList? list)
    {
        var given = (list?.WithoutReviews()?.Readings ?? []).Select(reading => Key(reading.Reader, reading.Lot, reading.Item)).ToHashSet();
        return
        [
            .. Standing
                .Where(entry => entry.Act == ReviewAct.Answer && given.Contains(Key(entry.Reader, entry.Lot, entry.Item)))
                .Select(entry => $"{entry.Reader}, {entry.Lot} {entry.Item}")
                .Distinct(StringComparer.Ordinal),
        ];
    }

    private static (string, string, string) Key(string reader, string lot, string item) => (ReaderName.Key(reader), lot, item);

    private static Confirmation Answer(ReviewEntry entry) => new(entry.Lot, entry.Item, entry.Word!.Value, entry.Reader, entry.Time, entry.DefectClass, entry.Severity, entry.Cause)
    {
        Photo = entry.Photo,
        Region = entry.Region,
        Note = entry.Note,
        IsReviewed = true,
    };

    private static IEnumerable<ReviewEntry> StandingOf(IReadOnlyList<ReviewEntry> entries)
    {
        var undone = entries.Select(entry => entry.Undoes).OfType<int>().ToHashSet();
        return entries.Where(entry => entry.Act != ReviewAct.Undo && !undone.Contains(entry.Number));
    }
}
