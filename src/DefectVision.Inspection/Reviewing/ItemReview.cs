namespace DefectVision.Inspection.Reviewing;

/// <summary>What the readers together say of an item.</summary>
public enum ReviewAnswer
{
    /// <summary>More than half of the readers see a defect.</summary>
    Confirmed,

    /// <summary>More than half of the readers see none. Only where the model had flagged the item is this called "overruled" to a person.</summary>
    Overruled,

    /// <summary>Neither: it counts as good in amounts and is undecided in the verdict until another reader decides.</summary>
    Disputed,
}

/// <summary>An item that was looked at.</summary>
/// <param name="Answer">By majority of the readers; one who is unsure is one of them.</param>
/// <param name="Readings">The word of each reader, in ordinal order of their names; one at least.</param>
public sealed record ItemReview(ReviewAnswer Answer, IReadOnlyList<ReaderAnswer> Readings)
{
    /// <summary>Null when nobody looked.</summary>
    /// <param name="readings">All of one item, in the order of the list.</param>
    public static ItemReview? Of(IReadOnlyList<Confirmation> readings)
    {
        if (readings.Count == 0)
        {
            return null;
        }

        var answers = readings
            .GroupBy(reading => ReaderName.Key(reading.Reader), StringComparer.Ordinal)
            .Select(group => ReaderAnswer.Of([.. group]))
            .OrderBy(answer => answer.Reader, StringComparer.Ordinal)
            .ToList();
        return new ItemReview(Together([.. answers.Select(answer => answer.Word)]), answers);
    }

    /// <summary>What readers say together: what more than half of them say.</summary>
    /// <param name="words">One of each reader.</param>
    public static ReviewAnswer Together(IReadOnlyCollection<ReaderWord> words)
    {
        return IsMajority(ReaderWord.Defective) ? ReviewAnswer.Confirmed : IsMajority(ReaderWord.Good) ? ReviewAnswer.Overruled : ReviewAnswer.Disputed;

        bool IsMajority(ReaderWord word) => 2 * words.Count(other => other == word) > words.Count;
    }
}
