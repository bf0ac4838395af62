namespace DefectVision.Training.Labels.Answered;

/// <summary>What an addition did to a set.</summary>
/// <param name="Added">New photos by label, "good" first; without those that are not decided.</param>
/// <param name="HeldOut">Of these, photos that went to test/.</param>
/// <param name="Known">Photos that the set had already.</param>
/// <param name="Total">Photos of the set afterwards, by label, what is held out included.</param>
/// <param name="TotalHeldOut">Of these, photos in test/.</param>
/// <param name="NotDecided">Photos in undecided/ afterwards.</param>
public sealed record SetAddition(IReadOnlyDictionary<string, int> Added, int HeldOut, int Known, IReadOnlyDictionary<string, int> Total, int TotalHeldOut, int NotDecided)
{
    /// <summary>Answers that contradict each other, a sentence a photo or shot: it was left out now.</summary>
    public IReadOnlyList<string> Contradictions { get; init; } = [];

    /// <summary>Photos whose label changed or was taken back since they were added, a sentence each.</summary>
    public IReadOnlyList<string> Changed { get; init; } = [];

    /// <summary>New photos that show the same shot as others: they are one group.</summary>
    public IReadOnlyList<string> SameShots { get; init; } = [];

    /// <summary>Labels that cannot be used, a sentence each.</summary>
    public IReadOnlyList<string> Unusable { get; init; } = [];

    /// <summary>Items of which photos are held out and others are learned from, a sentence each.</summary>
    public IReadOnlyList<string> Divided { get; init; } = [];

    /// <summary>Anything of the set was changed.</summary>
    public bool IsChange { get; init; }
}
