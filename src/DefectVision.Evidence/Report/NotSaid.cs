using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;
using DefectVision.Inspection;

namespace DefectVision.Evidence.Report;

/// <summary>Section 7: the claims that a reader might take from the report and that it does not make.</summary>
internal static class NotSaid
{
    public static IEnumerable<Block> Of(InspectionRecord record, Words words) => [Section.NotSaid.Heading(words), Section.Sentences(words, Sentences(record))];

    private static IEnumerable<FormattableString> Sentences(InspectionRecord record)
    {
        if (record.Model is null)
        {
            yield return $"It does not say that an item is good that nobody has looked at: no model was named, and an item without an answer is not decided.";
        }
        else
        {
            yield return record.Confirmed is null
                ? (FormattableString)$"It does not say that a flagged item is defective. A flag is a score above a threshold; no person has confirmed one."
                : $"It does not say that a flagged item is defective. A flag is a score above a threshold; only the items listed as confirmed were found defective by a person.";
            yield return $"It does not say that an item without a flag is good. The model misses defects, and it sees only what the photos show.";
            yield return $"Bounds for what would be flagged are for the share of items that the model would flag, not for the share of defective items.";
        }

        if (record.Order is not null)
        {
            yield return $"It does not say that an item is defective because it is unlike the others, or good because it is like them.";
        }

        yield return record.Terms.Limits.Any(limit => limit.Limit.AqlPercent is not null)
            ? $"An AQL is not a permission to deliver defective items, and a lot accepted by a plan may hold some."
            : (FormattableString)$"A lot accepted by a plan may hold defective items.";
        yield return $"It says nothing about the cause of a defect: a class may be associated with one in the agreement, no more.";
        yield return record.SearchedForCodes
            ? $"It says nothing about the quantity delivered, packing or marking beyond the codes that could be read, and nothing about sizes, functions or materials beyond the lists of {Section.Measured.Reference}."
            : (FormattableString)$"It says nothing about the quantity delivered, packing or marking, and nothing about sizes, functions or materials beyond the lists of {Section.Measured.Reference}.";
        if (record.Model is { Sensitivity.Total: 0 })
        {
            yield return $"How many defects the model finds was never measured.";
        }

        if (record.Lots.Any(lot => lot.Lot.Size is null))
        {
            yield return $"Where a lot's size is not given, it does not say how many items of the lot are concerned, and its plan is read as information only.";
        }
    }
}
