using DefectVision.Statistics.Verification;

namespace DefectVision.Inspection.Imported;

/// <summary>What we say of an item that a third party speaks of, too.</summary>
public enum OurWord
{
    /// <summary>Our readers found it defective.</summary>
    Confirmed,

    /// <summary>Our readers found it good, and the model had flagged it.</summary>
    Overruled,

    /// <summary>Our readers found it good, and the model had not flagged it.</summary>
    FoundGood,

    /// <summary>The model flags it, and nobody of ours looked.</summary>
    Flagged,

    /// <summary>The model does not flag it, and nobody of ours looked.</summary>
    Clear,

    /// <summary>Our readers are divided, or it is too close to call or incomplete: it stands in no table.</summary>
    Undecided,
}

/// <summary>In what two say different things of one item.</summary>
public enum DifferenceKind
{
    /// <summary>One calls it defective, the other does not.</summary>
    Verdict,

    /// <summary>Both call it defective, at unlike severities.</summary>
    Severity,

    /// <summary>Both call it defective at one severity, and name unlike classes.</summary>
    DefectClass,
}

/// <summary>One item on which the third party and we differ.</summary>
/// <param name="Kind">The weightiest difference.</param>
/// <param name="Word">Ours.</param>
/// <param name="OurClass">Null when not said.</param>
/// <param name="OurSeverity">Null unless we call it defective.</param>
/// <param name="Theirs">With lot and item.</param>
public sealed record ItemDifference(DifferenceKind Kind, OurWord Word, string? OurClass, Severity? OurSeverity, ThirdPartyFinding Theirs);

/// <summary>An item with its lot.</summary>
/// <param name="Lot">By its whole name.</param>
/// <param name="Item">As it is called there.</param>
public sealed record PlacedItem(string Lot, string Item);

/// <summary>A third party's report held against ours, item by item.</summary>
/// <param name="Agreement">Of the items that both decided; first we, then they. Our word is our readers', else the model's flag.</param>
/// <param name="ByOurReaders">The same for the items alone that our readers decided: two persons against each other.</param>
/// <param name="Kappa">The interval around the kappa of <paramref name="Agreement"/>, class A; null where there is none to give.</param>
/// <param name="Differences">In ordinal order of lot and item.</param>
/// <param name="Undecided">Items they decided and we did not.</param>
/// <param name="OnlyTheirs">Items they speak of and we have no photo of.</param>
/// <param name="OnlyOurs">Items of the lots they speak of that they do not name.</param>
/// <param name="LotsNotTheirs">Lots of ours that they do not speak of.</param>
public sealed record ThirdPartyAgreement(
    ReaderAgreement Agreement,
    ReaderAgreement ByOurReaders,
    KappaInterval? Kappa,
    IReadOnlyList<ItemDifference> Differences,
    IReadOnlyList<PlacedItem> Undecided,
    IReadOnlyList<PlacedItem> OnlyTheirs,
    IReadOnlyList<PlacedItem> OnlyOurs,
    IReadOnlyList<string> LotsNotTheirs);
