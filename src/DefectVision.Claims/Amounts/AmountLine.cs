namespace DefectVision.Claims.Amounts;

/// <summary>What an amount pays for.</summary>
public enum AmountKind
{
    /// <summary>The price of the items shown defective by a person, a measurement or a test: a count, no statistics.</summary>
    ConfirmedItems,

    /// <summary>The price of the items that the lot holds at least, beyond what the contract tolerates.</summary>
    Refund,

    /// <summary>Rework of these items, instead of their price.</summary>
    Rework,

    /// <summary>Sorting of the whole lot, instead of the price.</summary>
    Sorting,

    /// <summary>The agreed fee for inspecting a rejected lot again, beside rework and sorting alone.</summary>
    Reinspection,

    /// <summary>The share of the freight that the items claimed by the bound bear: beside their refund, rework and sorting.</summary>
    Freight,

    /// <summary>The share of the freight that the items shown defective bear: beside their price alone.</summary>
    ConfirmedFreight,

    /// <summary>The agreed penalty for weeks of lateness, completed or begun as the contract has it.</summary>
    LateDelivery,
}

/// <summary>An amount of one lot.</summary>
/// <param name="Lot">Its name.</param>
/// <param name="Kind">What it pays for.</param>
/// <param name="Amount">Rounded down to the currency's decimals; null when something is missing.</param>
/// <param name="Printed">The amount with its decimals and a point; empty when there is none.</param>
/// <param name="Sum">The sum as it was done: digits, and words by their key in braces; empty when there is no amount.</param>
/// <param name="Missing">Fields of the agreement, or evidence, that it would need.</param>
/// <param name="Class">G when it rests on a guaranteed bound; null without one, and for a count or the contract's own arithmetic.</param>
public sealed record AmountLine(
    string Lot, AmountKind Kind, decimal? Amount, string Printed, string Sum, IReadOnlyList<string> Missing, char? Class)
{
    /// <summary>Named among what is missing where the lot has no guaranteed bound to rest on.</summary>
    internal const string GuaranteedBound = "guaranteed bound";

    /// <summary>Nothing can be asked by it, whatever the agreement says.</summary>
    public bool LacksBound => Missing.Contains(GuaranteedBound);

    /// <summary>The sum in digits and English words, such as "(39 - 2 tolerated) x 12.50".</summary>
    public string Basis => ClaimPaper.Basis(this);
}

/// <summary>One way to be paid: its own lines of all lots, with the lines that stand beside every way. Ways are never added together.</summary>
/// <param name="Kind">Refund, rework, sorting or confirmed items; late delivery where it is all that can be asked.</param>
/// <param name="Total">Of the lines that have an amount; null when none of its own has.</param>
/// <param name="Printed">With decimals; empty when there is none.</param>
/// <param name="IsWhole">No line of it lacks an amount.</param>
public sealed record AmountTotal(AmountKind Kind, decimal? Total, string Printed, bool IsWhole);

/// <summary>
/// What the buyer may set aside or hope for, of the lots that are not accepted and without tolerated items: class A, an estimate for his own planning,
/// never claimed.
/// </summary>
/// <param name="Low">Price of the items at the lower end of the two-sided interval, rounded down.</param>
/// <param name="High">At the upper end, every undecided item counted, rounded up.</param>
/// <param name="PrintedLow">With decimals.</param>
/// <param name="PrintedHigh">With decimals.</param>
public sealed record Contingency(decimal Low, decimal High, string PrintedLow, string PrintedHigh);
