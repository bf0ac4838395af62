using DefectVision.Statistics.Verification;

namespace DefectVision.Inspection.Reviewing;

/// <summary>Everything that readers said, as one file.</summary>
/// <param name="Name">Of the file.</param>
/// <param name="Sha256">Of its bytes, lower-case hex.</param>
/// <param name="Readings">In the order of the file.</param>
public sealed record ConfirmedList(string Name, string Sha256, IReadOnlyList<Confirmation> Readings)
{
    /// <summary>Who looked, in ordinal order.</summary>
    public IReadOnlyList<string> Readers { get; } = [.. Readings.Select(reading => reading.Reader).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>For every two readers who looked at the same items: how they agree on them. In ordinal order of their names.</summary>
    public IReadOnlyList<ReaderPair> Pairs { get; } = [.. PairsOf(Readings)];

    private static IEnumerable<ReaderPair> PairsOf(IReadOnlyList<Confirmation> readings)
    {
        var answers = readings
            .GroupBy(reading => reading.Reader, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (Reader: group.Key, Says: ItemReview.Latest(group).ToDictionary(reading => (reading.Lot, reading.Item), reading => reading.IsDefective)))
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
