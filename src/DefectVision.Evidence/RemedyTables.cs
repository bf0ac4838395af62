namespace DefectVision.Evidence;

/// <summary>A day by which something must be done.</summary>
/// <param name="What">What must be done.</param>
/// <param name="Lot">Whose; null: of the whole.</param>
/// <param name="By">The last day, with the hour where it is known; null where something that it would need is missing.</param>
/// <param name="Counted">How it was counted, or what is missing.</param>
/// <param name="IsNext">It is the buyer's own next step, not one that follows from an answer.</param>
public sealed record RemedyDay(Said What, string? Lot, string? By, Said Counted, bool IsNext = false);

/// <summary>An amount with what it rests on.</summary>
/// <param name="Lot">Whose.</param>
/// <param name="What">What it pays for.</param>
/// <param name="Basis">The sum in digits; what is missing where there is no amount.</param>
/// <param name="Amount">With the currency's decimals and its letters; null where something is missing.</param>
/// <param name="Class">G where it rests on a guaranteed bound; null for a count or the contract's own arithmetic.</param>
public sealed record RemedyAmount(string Lot, Said What, Said Basis, string? Amount, char? Class);

/// <summary>What may be asked, how much and by when, as another room worked it out.</summary>
/// <param name="Days">In the order of their dates.</param>
/// <param name="Amounts">By lot; the first kinds are alternatives, not to be added together.</param>
public sealed record RemedyTables(IReadOnlyList<RemedyDay> Days, IReadOnlyList<RemedyAmount> Amounts);
