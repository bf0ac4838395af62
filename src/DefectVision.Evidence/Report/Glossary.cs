using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;

namespace DefectVision.Evidence.Report;

/// <summary>Annex B: the words of this report, the standard's where it has one.</summary>
internal static class Glossary
{
    private static readonly (FormattableString Word, FormattableString Meaning)[] Entries =
    [
        ($"Lot", $"Goods submitted together for one decision (ISO 2859-1)."),
        ($"Item", $"One physical unit. Every rate here counts items, however many photos an item has."),
        ($"Photo", $"One image of one item: a view, not a trial."),
        ($"Flagged", $"At least one photo of the item scored at or above the model's threshold. Not confirmed by a person."),
        ($"Shown defective", $"Confirmed by persons, or shown not to conform by a measurement or a test. An item counts once, at its worst severity."),
        ($"Section", $"A part of the inspection that is answered by itself: workmanship, measurements, tests, a third party's report, quantity and photos. Pass, fail, pending (it could still go either way) or not inspected."),
        ($"Confirmed", $"Seen and found defective by a person; of several readers the majority. A measurement or a test confirms nothing: it shows by itself."),
        ($"Class G, class A", $"G: guaranteed, the error probability holds for every lot and every model, without approximation. A: an estimate, right in the limit."),
        ($"Overturn margin", $"How many findings may be struck out before a statement falls."),
        ($"Not decided", $"Nobody has looked at the item, and no photo of it decides: its score is too close to the threshold to repeat on every machine, no photo of it could be read, a view that was agreed is missing, or none was scored."),
        ($"Unlike the others", $"How far a photo is from the photos of other items of the same goods and view. Without a model it says where to look first; it decides nothing."),
        ($"Score", $"Without unit and upper end, higher is more suspect. It is not a probability and not a percentage."),
        ($"At least, at most", $"A bound together with the level at which it holds. At 95\u00A0%, the method errs for at most 1 of 20 random draws from a lot, whatever the lot."),
        ($"Estimate", $"A number without such a guarantee."),
        ($"AQL", $"Acceptance quality limit: the worst process average that a series of lots may have and still be mostly accepted."),
        ($"n, Ac, Re", $"Items that the plan asks for; accept up to Ac nonconforming items, reject from Re."),
        ($"Accept, reject, hold", $"The verdict on a lot, from its sections: any that fails rejects, else any that is open holds, else the lot is accepted. Hold: not enough evidence, or a person must look."),
        ($"SHA-256", $"A digest of a file's bytes: 64 hexadecimal digits that change when one byte does. Printed short here, whole in results.jsonl."),
    ];

    public static IEnumerable<Block> Of(Words words) =>
        [Section.Glossary.Heading(words), new Facts([.. Entries.Select(entry => Section.Fact(words, entry.Word, entry.Meaning))])];
}
