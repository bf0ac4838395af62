using DefectVision.Cases.Reviewing;

namespace DefectVision.Web.Asked;

/// <summary>What scripts ask with.</summary>
internal sealed record NameGiven(string Name);

internal sealed record LanguageChosen(string Code);

internal sealed record WordsGiven(IReadOnlyList<ReviewWord> Answers);

internal sealed record PairDecided(string Pair, bool AreDifferent);

internal sealed record Nothing;

/// <summary>What scripts are answered with.</summary>
internal sealed record PageFacts(IReadOnlyDictionary<string, string> Texts, string Reader);

/// <param name="Items">The next ones.</param>
/// <param name="IsDone">The reader has answered for everything that the protocol puts before him.</param>
internal sealed record NextItems(IReadOnlyList<ReviewItem> Items, bool IsDone);

internal sealed record Recorded(IReadOnlyList<Told> Told, bool IsDone);

/// <param name="Name">Of the item whose answer was taken back; null where there was nothing to take back.</param>
/// <param name="Item">Null where the case no longer has it.</param>
internal sealed record Undone(string? Name, ReviewItem? Item);

internal sealed record GridItems(IReadOnlyList<ReviewItem> Items, int All);

internal sealed record OpenPairs(IReadOnlyList<ReviewTwins> Pairs);

internal sealed record NewAddress(string Address);
