using DefectVision.Evidence.Wording;
using DefectVision.Inspection;

namespace DefectVision.Evidence.Data;

/// <summary>A photo that is flagged or shows a confirmed item: a row of every list of defects.</summary>
/// <param name="Photo">The photo.</param>
/// <param name="Item">Its item; null where it belongs to none that was judged.</param>
/// <param name="DefectClass">A reader's word before the model's; null where neither names one.</param>
/// <param name="Severity">The readers', else that of the class; null where neither is known.</param>
internal sealed record LoggedPhoto(InspectedFile Photo, Item? Item, string? DefectClass, Severity? Severity)
{
    /// <summary>Who says so, in words.</summary>
    public FormattableString Status => Item is null ? Phrases.Status : Phrases.StatusOf(Item);

    /// <summary>All of an inspection, in ordinal order of lot, item and path.</summary>
    public static IEnumerable<LoggedPhoto> Of(InspectionRecord record, Terms terms)
    {
        var items = record.Lots
            .SelectMany(lot => lot.Lot.AllItems.Select(item => (Lot: lot.Lot.Name, Item: item)))
            .ToDictionary(entry => (entry.Lot, entry.Item.Name), entry => entry.Item);
        return record.Files
            .Where(file => file.Finding?.Standing == Standing.Flagged || (file.IsReadable && ItemOf(file) is { IsConfirmed: true }))
            .OrderBy(file => file.Place?.Lot, StringComparer.Ordinal)
            .ThenBy(file => file.Place?.Item, StringComparer.Ordinal)
            .ThenBy(file => file.Path, StringComparer.Ordinal)
            .Select(file => Logged(file, ItemOf(file)));

        Item? ItemOf(InspectedFile file) => file.Place is { } place ? items.GetValueOrDefault((place.Lot, place.Item)) : null;
        LoggedPhoto Logged(InspectedFile file, Item? item) => new(
            file,
            item,
            item is { IsConfirmed: true } ? item.DefectClass : file.Finding?.DefectClass,
            item?.Review is not null && item.Severity is { } decided ? decided : terms.SeverityOf(file.Finding));
    }
}
