namespace DefectVision.Inspection;

/// <summary>
/// The numbers of the exhibits, from 1 through the whole inspection: lots in the record's order, items in the order of
/// <see cref="Exhibited.Items"/>. Report, letters, defect log and packet take them from here, so "exhibit 12" is the same item in each.
/// </summary>
public sealed class ExhibitNumbers
{
    private readonly Dictionary<(string Lot, string Item), int> _numbers = [];

    private ExhibitNumbers()
    {
    }

    /// <summary>How many exhibits there are, shown in the report or not.</summary>
    public int Count => _numbers.Count;

    public static ExhibitNumbers Of(InspectionRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var numbers = new ExhibitNumbers();
        foreach (var (lot, item) in record.Lots.SelectMany(judged => Exhibited.Items(judged).Select(item => (judged.Lot.Name, item.Name))))
        {
            numbers._numbers.Add((lot, item), numbers.Count + 1);
        }

        return numbers;
    }

    /// <summary>The number of an item; null when it is no exhibit.</summary>
    /// <param name="lot">The lot's name.</param>
    /// <param name="item">The item's name.</param>
    public int? Of(string lot, string item) => _numbers.TryGetValue((lot, item), out var number) ? number : null;
}
