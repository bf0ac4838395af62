using DefectVision.Inspection.Reviewing;

namespace DefectVision.Inspection;

/// <summary>What is known of an item from its photos.</summary>
public enum ItemStanding
{
    /// <summary>Photos of it were scored and none is flagged.</summary>
    Clear,

    /// <summary>At least one photo is flagged by the model.</summary>
    Flagged,

    /// <summary>No photo is flagged, and at least one is nearer to the threshold than scores repeat.</summary>
    TooCloseToCall,

    /// <summary>No photo of it could be read, or none was taken, or a view that was agreed is missing.</summary>
    Incomplete,

    /// <summary>A photo of it was read, and no model judges it.</summary>
    NotScored,
}

/// <summary>One physical unit: the trial in every rate, however many photos it has.</summary>
/// <param name="Name">As the manifest, the folder or the file name tells.</param>
/// <param name="Photos">Its photos in path order, scored or not, duplicates left out.</param>
/// <param name="Standing">From its photos by the any-photo rule.</param>
/// <param name="DefectClass">The class that counts: the readers', else of the flagged photos the one of worst severity, then one like those the model learned from, then of highest score; null unless flagged or confirmed.</param>
/// <param name="Severity">The readers', of a tie the milder, else the worst among its flagged photos; null unless flagged or confirmed.</param>
public sealed record Item(
    string Name,
    IReadOnlyList<InspectedFile> Photos,
    ItemStanding Standing,
    string? DefectClass,
    Severity? Severity)
{
    /// <summary>What readers said of it; null when nobody looked.</summary>
    public ItemReview? Review { get; init; }

    /// <summary>What the defect is associated with: the reader's word, else that of the class; null when neither says, or unless flagged or confirmed.</summary>
    public Cause? Cause { get; init; }

    /// <summary>The worst severity that a further reader may still give it: that of <see cref="Severity"/>, unless readers who see a defect are tied.</summary>
    public Severity? SeverityAtMost { get => field ?? Severity; init; }

    /// <summary>What measurements and tests show against it.</summary>
    public IReadOnlyList<Nonconformity> ByFact { get; init; } = [];

    /// <summary>Confirmed by persons, or shown not to conform by a measurement or a test. It counts once, at <see cref="WorstSeverity"/>.</summary>
    public bool IsNonconforming => IsConfirmed || ByFact.Count > 0;

    /// <summary>The worst severity over all sections; null unless nonconforming.</summary>
    public Severity? WorstSeverity => ByFact.Select(fact => (Severity?)fact.Severity).Append(IsConfirmed ? Severity : null).Max();

    /// <summary>Nobody looked at it, and no photo of it decides.</summary>
    public bool IsUndecided => IsSuspectedDuplicate || (Review is null && Standing is (ItemStanding.TooCloseToCall or ItemStanding.Incomplete or ItemStanding.NotScored));

    /// <summary>Flagged by the model and read by nobody.</summary>
    public bool IsAwaiting => !IsSuspectedDuplicate && Review is null && Standing == ItemStanding.Flagged;

    /// <summary>A photo of it may show goods that the model does not know, though the model knows the others of the lot.</summary>
    public bool IsPerhapsOtherGoods => Photos.Any(photo => photo.Finding?.IsPerhapsOtherGoods == true);

    /// <summary>Its flag counts for nothing until a person has read it: it may be of other goods, or it is flagged on photos alone that are unlike those that the model learned from.</summary>
    public bool IsFlagUnsure => Standing == ItemStanding.Flagged && (IsPerhapsOtherGoods || IsFlaggedOutsideRange);

    /// <summary>Every photo that its flag rests on is unlike those that the model learned from.</summary>
    public bool IsFlaggedOutsideRange => Standing == ItemStanding.Flagged
        && Photos.Where(photo => photo.Finding is { Standing: Inspection.Standing.Flagged } finding && finding.DefectClass == DefectClass).All(photo => photo.Finding!.OutsideTrainedRange is not null);

    /// <summary>Its readers are divided or unsure.</summary>
    public bool IsDisputed => Review?.Answer == ReviewAnswer.Disputed;

    /// <summary>It may still be found defective: flagged and unread, disputed, or not decided.</summary>
    public bool IsOpen => IsAwaiting || IsDisputed || IsUndecided;

    /// <summary>It may still be found defective, and nothing says of which kind.</summary>
    public bool MayBeOfAnyKind => IsUndecided || (IsDisputed && Severity is null);

    /// <summary>Views that were agreed and that no readable photo of it shows, as the agreement writes them.</summary>
    public IReadOnlyList<string> MissingViews { get; init; } = [];

    /// <summary>Photos of its packing, its labels or a scale, in path order: kept, and not scored.</summary>
    public IReadOnlyList<InspectedFile> Context { get; init; } = [];

    /// <summary>Nothing was photographed of it but its packing, a label or a scale.</summary>
    public bool HasOnlyContext => Photos.Count == 0 && Context.Count > 0;

    /// <summary>It has photos, though not of every view that was agreed, and nobody has answered for it.</summary>
    public bool LacksViews => MissingViews.Count > 0 && HasReadablePhoto && Review is null;

    /// <summary>At least one photo of it was read whole.</summary>
    public bool HasReadablePhoto => Photos.Any(photo => photo.IsReadable);

    /// <summary>
    /// A photo of it is the same file as one, earlier in path order, of another item, and no person has answered for both; or it shows the same shot, and no person has said
    /// that the two are different. It may be that item once more, so it counts as good in lower bounds and as defective in upper ones.
    /// </summary>
    public bool IsSuspectedDuplicate { get; init; }

    /// <summary>Found defective by its readers.</summary>
    public bool IsConfirmed => Review?.Answer == ReviewAnswer.Confirmed && !IsSuspectedDuplicate;

    /// <summary>Flagged by the model and found good by its readers. Without a flag there is nothing to overrule.</summary>
    public bool IsOverruled => Standing == ItemStanding.Flagged && Review?.Answer == ReviewAnswer.Overruled;

    /// <summary>The most unlike of its photos, see <see cref="Inspection.Unlikeness.Times"/>; null where no order was made.</summary>
    public double? Unlikeness => Photos.Max(photo => photo.Unlikeness?.Times);

    /// <summary>The highest score among the photos that the model judges; null where it judges none.</summary>
    public double? Score => Photos.Max(photo => photo.Finding is { Standing: not Inspection.Standing.NotJudged } finding ? finding.Score : null);

    /// <summary>Its place in the order to look in, the highest first: by how unlike the others it is, else by the highest score; null where neither is known.</summary>
    public double? Rank => Photos.Max(photo => photo.Rank);
}
