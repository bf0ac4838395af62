using DefectVision.Inspection.Imported;

namespace DefectVision.Inspection.Judging.Sections;

/// <summary>A third party's report next to ours. Its counts are never added to ours: a difference holds the lot until somebody settles it.</summary>
internal static class ThirdPartyJudge
{
    private const int MostNamed = 6;

    public static LotSection Judge(Lot lot, ThirdPartyReport? report, AgreedTerms terms)
    {
        var isRequired = terms.IsRequired(SectionKind.ThirdParty);
        var theirs = (report?.Findings ?? []).Where(finding => finding.Lot == lot.Name).ToList();
        if (theirs.Count == 0)
        {
            return new LotSection(SectionKind.ThirdParty, isRequired, SectionAnswer.NotInspected, [$"no third party reports on this lot"]);
        }

        var compared = ThirdPartyComparison.Of(report! with { Findings = theirs }, [lot]);
        var shown = lot.AllItems.Where(item => item.IsNonconforming).Select(item => item.Name).ToHashSet(StringComparer.Ordinal);
        var blamed = theirs.Where(finding => finding.IsDefective).Select(finding => finding.Item).Where(item => !shown.Contains(item)).ToHashSet(StringComparer.Ordinal);
        var differing = compared.Differences.Where(difference => Matters(difference, blamed)).Select(difference => difference.Theirs.Item).ToList();
        var open = compared.Undecided.Concat(compared.OnlyTheirs).Select(place => place.Item).Where(blamed.Contains).ToList();
        var defective = theirs.Count(finding => finding.IsDefective);
        List<FormattableString> reasons = [];
        if (differing.Count > 0)
        {
            reasons.Add($"the third party's report and ours differ on {SectionReading.Items(differing.Count)}: {Names.Some(differing, MostNamed)}");
        }

        if (open.Count > 0)
        {
            reasons.Add($"the third party calls {SectionReading.Items(open.Count)} defective, and we have not decided or not seen: {Names.Some(open, MostNamed)}");
        }

        return new LotSection(
            SectionKind.ThirdParty,
            isRequired,
            reasons.Count > 0 ? SectionAnswer.Pending : SectionAnswer.Pass,
            reasons.Count > 0 ? reasons : [$"the third party calls {defective} of {SectionReading.Items(theirs.Count)} defective; nothing in it contradicts ours"])
        {
            Items = theirs.Count,
        };
    }

    // Another name for the same defect changes nothing, a flag that nobody has read is no word of ours, and what a gauge or a test shows defective is called so by both.
    private static bool Matters(ItemDifference difference, HashSet<string> blamed) => difference.Kind switch
    {
        DifferenceKind.DefectClass => false,
        DifferenceKind.Severity => difference.Word == OurWord.Confirmed || difference.Theirs.Severity > difference.OurSeverity,
        _ => blamed.Contains(difference.Theirs.Item) || difference.Word == OurWord.Confirmed,
    };
}
