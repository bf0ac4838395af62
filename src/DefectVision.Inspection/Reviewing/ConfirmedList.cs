using DefectVision.Statistics.Verification;

namespace DefectVision.Inspection.Reviewing;

/// <summary>Everything that readers said, in a list and in a review.</summary>
/// <param name="Name">Of the list's file; of the review's where there is no list.</param>
/// <param name="Sha256">Of its bytes, lower-case hex.</param>
/// <param name="Readings">In the order of the file; each reader is called as the first line of his spells him.</param>
public sealed record ConfirmedList(string Name, string Sha256, IReadOnlyList<Confirmation> Readings)
{
    /// <inheritdoc cref="ConfirmedList(string, string, IReadOnlyList{Confirmation})"/>
    public IReadOnlyList<Confirmation> Readings { get; init; } = ReaderName.Unify(Readings);

    /// <summary>Items that a person calls different from those whose shot they share.</summary>
    public IReadOnlyList<DifferentItem> Different { get; init; } = [];

    /// <summary>Lines of the file that hold no answer.</summary>
    public int Unanswered { get; init; }

    /// <summary>Who looked, in ordinal order.</summary>
    public IReadOnlyList<string> Readers =>
        [.. Readings.Select(reading => reading.Reader).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>
    /// For every two readers who looked at the same items: how they agree on which of them are defective, "unsure" counted as not defective
    /// (verification protocol of the statistics page, 2.6). In ordinal order of their names.
    /// </summary>
    public IReadOnlyList<ReaderPair> Pairs => [.. PairsOf(Readings)];

    /// <summary>What the list alone says; null where all was said in a review.</summary>
    public ConfirmedList? WithoutReviews() => Name == ReviewLog.FileName ? null : new ConfirmedList(Name, Sha256, [.. Readings.Where(reading => !reading.IsReviewed)])
    {
        Different = [.. Different.Where(different => !different.IsReviewed)],
        Unanswered = Unanswered,
    };

    private static IEnumerable<ReaderPair> PairsOf(IReadOnlyList<Confirmation> readings)
    {
        var answers = readings
            .GroupBy(reading => reading.Reader, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (Reader: group.Key, Says: group.GroupBy(reading => (reading.Lot, reading.Item)).ToDictionary(item => item.Key, item => ReaderAnswer.Of([.. item]).IsDefective)))
            .ToList();
        for (var first = 0; first < answers.Count; first++)
        {
            for (var second = first + 1; second < answers.Count; second++)
            {
                var (one, other) = (answers[first].Says, answers[second].Says);
                var both = one.Keys.Where(other.ContainsKey).ToList();
                if (both.Count > 0)
                {
                    yield return new ReaderPair(answers[first].Reader, answers[second].Reader, new ReaderAgreement(
                        both.Count(item => one[item] && other[item]),
                        both.Count(item => one[item] && !other[item]),
                        both.Count(item => !one[item] && other[item]),
                        both.Count(item => !one[item] && !other[item])));
                }
            }
        }
    }
}
