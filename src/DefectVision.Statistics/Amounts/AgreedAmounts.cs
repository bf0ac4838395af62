using System.Globalization;

namespace DefectVision.Statistics.Amounts;

/// <summary>
/// What nonconforming items cost by contract, turned into amounts for a lot. Every amount is a rising function of one and the same bound, so all of them hold
/// together at its confidence. Lower ends round down and upper ends up, to the currency's decimals.
/// </summary>
public sealed record AgreedAmounts
{
    /// <param name="price">Per nonconforming item, 0 or more.</param>
    /// <param name="rework">Per nonconforming item, 0 or more.</param>
    /// <param name="sorting">Per item of the lot, 0 or more.</param>
    /// <param name="fixedCost">Once, 0 or more.</param>
    /// <param name="currencyDecimals">0..6; 2 for most currencies.</param>
    public AgreedAmounts(decimal price, decimal rework, decimal sorting, decimal fixedCost, int currencyDecimals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(price);
        ArgumentOutOfRangeException.ThrowIfNegative(rework);
        ArgumentOutOfRangeException.ThrowIfNegative(sorting);
        ArgumentOutOfRangeException.ThrowIfNegative(fixedCost);
        if (!(currencyDecimals >= 0 && currencyDecimals <= 6))
            throw new ArgumentOutOfRangeException(nameof(currencyDecimals), currencyDecimals, "A currency has 0 to 6 decimals.");
        Price = price;
        Rework = rework;
        Sorting = sorting;
        FixedCost = fixedCost;
        CurrencyDecimals = currencyDecimals;
    }

    public decimal Price { get; }

    public decimal Rework { get; }

    public decimal Sorting { get; }

    public decimal FixedCost { get; }

    public int CurrencyDecimals { get; }

    /// <summary>The price of the items that the lot holds at least.</summary>
    public decimal PriceAtLeast(CountInterval bound) => Down(Price * bound.Lower);

    /// <summary>The price of the items that the lot holds at most.</summary>
    public decimal PriceAtMost(CountInterval bound) => Up(Price * bound.Upper);

    /// <summary>Rework of the items that the lot holds at least; instead of their price, not on top of it.</summary>
    public decimal ReworkAtLeast(CountInterval bound) => Down(Rework * bound.Lower);

    /// <summary>Sorting the whole lot; nothing unless the bound shows an item to sort out.</summary>
    public decimal SortingOfLot(CountInterval bound) => bound.Lower >= 1 ? Down(Sorting * bound.LotSize) : Down(0);

    /// <summary>Price of the items, sorting of the lot and fixed cost together; nothing unless the bound shows at least one item.</summary>
    public decimal TotalAtLeast(CountInterval bound) =>
        bound.Lower >= 1 ? Down(Price * bound.Lower + Sorting * bound.LotSize + FixedCost) : Down(0);

    /// <summary>The price of the observed share of the lot: an estimate, to be labelled as one. Null when nothing was inspected.</summary>
    public decimal? PriceEstimate(Tally found, long lotSize) =>
        found.Total == 0 ? null : Down(Price * found.Count * lotSize / found.Total);

    /// <summary>With the currency's decimals and a point, no symbol and no grouping.</summary>
    public string Print(decimal amount) => amount.ToString("F" + CurrencyDecimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private decimal Down(decimal amount) => decimal.Round(amount, CurrencyDecimals, MidpointRounding.ToZero);

    private decimal Up(decimal amount) => decimal.Round(amount, CurrencyDecimals, MidpointRounding.ToPositiveInfinity);
}
