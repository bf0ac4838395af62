namespace DefectVision.History.Scorecards;

/// <summary>How far what a buyer spends lies with few suppliers: the sum of their squared shares.</summary>
/// <param name="Currency">Three letters of ISO 4217: amounts in different currencies are not added.</param>
/// <param name="Index">Above 0, and 1 where all is with one.</param>
/// <param name="Suppliers">That anything was bought from.</param>
/// <param name="Largest">The share of the largest, 0 to 1.</param>
/// <param name="LargestName">Its name.</param>
/// <remarks>Source: Herfindahl 1950, Concentration in the U.S. Steel Industry; Hirschman 1964, American Economic Review 54:761.</remarks>
public sealed record Concentration(string Currency, double Index, int Suppliers, double Largest, string LargestName)
{
    /// <summary>As many suppliers of one size would give this index.</summary>
    public double AsManyAlike => 1 / Index;

    /// <summary>One for each currency, in ordinal order.</summary>
    /// <param name="spend">Supplier, currency and value; several of one supplier are added.</param>
    public static IReadOnlyList<Concentration> Of(IEnumerable<(string Supplier, string Currency, decimal Value)> spend) =>
    [
        .. spend.GroupBy(one => one.Currency).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (group.Key, Each: group.GroupBy(one => one.Supplier).Select(own => (Name: own.Key, Value: own.Sum(one => one.Value))).Where(own => own.Value > 0)
                .OrderByDescending(own => own.Value).ThenBy(own => own.Name, StringComparer.Ordinal).ToList()))
            .Where(group => group.Each.Count > 0)
            .Select(group => (group.Key, group.Each, All: group.Each.Sum(own => own.Value)))
            .Select(group => new Concentration(group.Key, group.Each.Sum(own => Square((double)(own.Value / group.All))), group.Each.Count, (double)(group.Each[0].Value / group.All), group.Each[0].Name)),
    ];

    private static double Square(double share) => share * share;
}
