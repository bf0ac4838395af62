using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Judging;

namespace DefectVision.Inspection.Codes;

/// <summary>Compares what labels say with the lots, articles and orders of the agreement. It says what is written, and judges nothing.</summary>
public static class CodeComparison
{
    /// <summary>By lot in the order of the record, then photos of no lot; nothing where codes were not looked for. Worked out anew by each call.</summary>
    public static IReadOnlyList<LotCodes> Of(InspectionRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (!record.SearchedForCodes)
        {
            return [];
        }

        var known = Known(record.Lots, record.Terms);
        var lotOf = record.Files.ToDictionary(file => file.Path, file => file.LotOfCodes, StringComparer.Ordinal);

        // The same file once more in one lot says nothing new.
        var photos = record.Files
            .Where(file => file.Codes is not null && (file.SameAs is null || lotOf.GetValueOrDefault(file.SameAs) != file.LotOfCodes))
            .ToLookup(file => file.LotOfCodes);
        return
        [
            .. record.Lots.Select(lot => lot.Lot.Name).Select(lot => Of(lot, [.. photos[lot]], known, Orders(lot, record)) with { IsExpected = IsExpected(photos[lot], record.Terms.AgreedOf(lot)) }),
            .. photos[null].Any() ? [Of(null, [.. photos[null]], known, Orders(null, record)) with { IsExpected = IsExpected(photos[null], null) }] : Array.Empty<LotCodes>(),
        ];
    }

    private static LotCodes Of(string? lot, IReadOnlyList<InspectedFile> photos, ILookup<(CodeField, string), string> known, IReadOnlySet<string> orders) => new(
        lot,
        photos.Count,
        photos.Count(photo => photo.Codes!.IsClose),
        photos.Count(photo => photo.Codes!.IsWithheld),
        [.. photos.SelectMany(photo => photo.Codes!.Codes.Select(code => Compared(photo, code, lot, known, orders))).OrderBy(code => code.Other is null)]);

    private static bool IsExpected(IEnumerable<InspectedFile> photos, AgreedLot? agreed) =>
        (agreed is not null && agreed.Codes.Count + agreed.Skus.Count + agreed.Gtins.Count > 0)
        || photos.Any(photo => photo.Outcome == PhotoOutcome.Attachment || LabelWords.AreIn(photo.Path));

    private static LabelCode Compared(InspectedFile photo, PhotoCode code, string? lot, ILookup<(CodeField, string), string> known, IReadOnlySet<string> orders)
    {
        CodeField? own = null, other = null;
        IReadOnlyList<string> others = [];
        foreach (var field in CodeWords.Of(code).GroupBy(word => word.Field, word => word.Key))
        {
            if (field.Key == CodeField.Order)
            {
                var isOwn = field.Any(orders.Contains);
                own = isOwn ? own ?? field.Key : own;
                other = !isOwn && orders.Count > 0 ? other ?? field.Key : other;
                continue;
            }

            // A label that lists its own lot and others is its own.
            var lots = field.SelectMany(key => known[(field.Key, key)]).Distinct().ToList();
            if (lots.Contains(lot!) || (lot is null && lots.Count > 0))
            {
                own ??= field.Key;
            }
            else if (lots.Count > 0 && others.Count == 0)
            {
                (other, others) = (field.Key, [.. lots.Order(StringComparer.Ordinal)]);
            }
        }

        return new LabelCode(photo, code) { Own = own, Other = other, OtherLots = others };
    }

    // Which lots a word names. Names of a single letter or digit, as folders have them, are met by chance.
    private static ILookup<(CodeField, string), string> Known(IReadOnlyList<LotJudgement> lots, AgreedTerms terms) => lots
        .Select(lot => lot.Lot.Name)
        .SelectMany(lot => Named(lot, terms).Where(word => word.Key.Length > 1).Distinct().Select(word => (word, lot)))
        .ToLookup(pair => pair.word, pair => pair.lot);

    private static IEnumerable<(CodeField Field, string Key)> Named(string lot, AgreedTerms terms)
    {
        yield return (CodeField.Lot, CodeWords.Key(lot));
        yield return (CodeField.Lot, CodeWords.Key(lot[(lot.LastIndexOf('/') + 1)..]));
        if (terms.AgreedOf(lot) is not { } agreed)
        {
            yield break;
        }

        yield return (CodeField.Lot, CodeWords.Key(terms.KeyOf(lot)!));
        foreach (var number in agreed.Codes)
        {
            yield return (CodeField.Lot, CodeWords.Key(number));
        }

        foreach (var sku in agreed.Skus)
        {
            yield return (CodeField.Sku, CodeWords.Key(sku));
        }

        foreach (var gtin in agreed.Gtins)
        {
            yield return (CodeField.Gtin, gtin);
        }
    }

    // The agreed order, and those that folders are called by.
    private static HashSet<string> Orders(string? lot, InspectionRecord record) =>
    [
        .. (record.Agreement.PurchaseOrder is { } agreed ? [CodeWords.OrderKey(agreed)] : Array.Empty<string>())
            .Concat((lot ?? string.Empty).Split('/').Append(record.Name).Where(CodeWords.IsOrder).Select(CodeWords.OrderKey)),
    ];
}
