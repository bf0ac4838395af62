using DefectVision.Evidence.Wording;
using DefectVision.Inspection;
using DefectVision.Inspection.Reviewing;

namespace DefectVision.Evidence.Workflow;

/// <summary>What speaks against an item, without the names of those who looked: these files go to servers of others.</summary>
internal static class SaidOf
{
    /// <summary>By persons, or by the model alone; null stands for no item.</summary>
    public static string Persons(Item? item) => item?.Review?.Answer switch
    {
        null => FormattableString.Invariant(Phrases.Status),
        ReviewAnswer.Confirmed => "confirmed by a person",
        ReviewAnswer.Overruled => "found good by a person",
        _ => "not decided by those who looked",
    };

    /// <summary>By persons, measurements and tests.</summary>
    public static string All(Item item)
    {
        var facts = item.ByFact.Select(fact => $"{(fact.Section == SectionKind.Measurements ? "out of tolerance" : "test failed")}: {fact.What}");
        var persons = item.Review is not null || item.Standing == ItemStanding.Flagged ? (string[])[Persons(item)] : [];
        return string.Join("; ", persons.Concat(facts));
    }
}
