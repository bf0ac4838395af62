namespace DefectVision.Inspection.Codes;

/// <summary>What a reader must know of a lot from its labels, in sentences.</summary>
public static class CodeRemarks
{
    private const int Most = 12;

    public static IReadOnlyList<FormattableString> Of(LotCodes? codes)
    {
        if (codes is null)
        {
            return [];
        }

        var others = codes.Others.ToList();
        var remarks = others.Take(Most).Select(Other).ToList();
        if (others.Count > Most)
        {
            remarks.Add($"{others.Count - Most} more codes name another lot or purchase order: see the table of codes.");
        }

        if (codes.Lot is not null && codes.Supporting.ToList() is { Count: > 0 } photos)
        {
            remarks.Add($"Photos with codes that name this lot or its purchase order: {photos.Count}; items that they show: {photos.Where(photo => photo.LotItem is not null).Select(photo => photo.LotItem).Distinct().Count()}.");
        }

        return remarks;
    }

    /// <summary>What a field is called.</summary>
    public static FormattableString Name(CodeField field) => field switch
    {
        CodeField.Lot => $"lot number",
        CodeField.Sku => $"SKU",
        CodeField.Gtin => $"GTIN",
        _ => $"purchase order",
    };

    private static FormattableString Other(LabelCode code)
    {
        var where = code.Photo.LotItem is { } item ? (FormattableString)$"Item {item} ({code.Photo.Path})" : $"{code.Photo.Path}";
        return code.Other == CodeField.Order
            ? (FormattableString)$"{where}: the label reads '{code.Code.Shown}' ({code.Code.Kind}), which is by its form a purchase order, and not the one of this lot."
            : $"{where}: the label reads '{code.Code.Shown}' ({code.Code.Kind}), which is the {Name(code.Other!.Value)} of another lot: {Names.Some(code.OtherLots)}.";
    }
}
