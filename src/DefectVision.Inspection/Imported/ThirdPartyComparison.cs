using DefectVision.Inspection.Reviewing;
using DefectVision.Statistics;
using DefectVision.Statistics.Verification;

namespace DefectVision.Inspection.Imported;

/// <summary>Holds a third party's report against our own findings.</summary>
public static class ThirdPartyComparison
{
    /// <param name="report">Theirs.</param>
    /// <param name="lots">Ours, all of the shipment.</param>
    public static ThirdPartyAgreement Of(ThirdPartyReport report, IReadOnlyList<Lot> lots)
    {
        ArgumentNullException.ThrowIfNull(report);
        var ours = lots
            .SelectMany(lot => lot.AllItems.Select(item => (Place: new PlacedItem(lot.Name, item.Name), Item: item)))
            .ToDictionary(entry => entry.Place, entry => entry.Item);
        var theirs = report.Findings
            .Select(finding => (Place: new PlacedItem(finding.Lot, finding.Item), Finding: finding))
            .OrderBy(entry => entry.Place.Lot, StringComparer.Ordinal)
            .ThenBy(entry => entry.Place.Item, StringComparer.Ordinal)
            .ToList();
        var both = theirs.Where(entry => IsOurs(entry.Place)).Select(entry => (entry.Place, entry.Finding, Item: ours[entry.Place], Word: WordOf(ours[entry.Place]))).ToList();
        var decided = both.Where(entry => entry.Word != OurWord.Undecided).ToList();
        var agreement = Table(decided.Select(entry => (IsDefective(entry.Word), entry.Finding.IsDefective)));
        var named = theirs.Select(entry => entry.Place).ToHashSet();
        var spokenOf = named.Select(place => place.Lot).ToHashSet(StringComparer.Ordinal);
        return new ThirdPartyAgreement(
            agreement,
            Table(decided.Where(entry => entry.Word is OurWord.Confirmed or OurWord.Overruled or OurWord.FoundGood).Select(entry => (IsDefective(entry.Word), entry.Finding.IsDefective))),
            agreement.KappaBounds(ConfidenceLevel.P95),
            [.. decided.Select(entry => Difference(entry.Item, entry.Word, entry.Finding)).OfType<ItemDifference>()],
            [.. both.Where(entry => entry.Word == OurWord.Undecided).Select(entry => entry.Place)],
            [.. theirs.Select(entry => entry.Place).Where(place => !IsOurs(place))],
            [.. ours.Keys.Where(place => spokenOf.Contains(place.Lot) && !named.Contains(place) && IsOurs(place)).OrderBy(place => place.Lot, StringComparer.Ordinal).ThenBy(place => place.Item, StringComparer.Ordinal)],
            [.. lots.Select(lot => lot.Name).Where(lot => !spokenOf.Contains(lot)).Order(StringComparer.Ordinal)]);

        // An item that was drawn and not photographed was looked at by none of ours.
        bool IsOurs(PlacedItem place) => ours.TryGetValue(place, out var item) && (item.Photos.Count > 0 || item.Review is not null);
    }

    /// <summary>Our readers' word, else what the photos say.</summary>
    public static OurWord WordOf(Item item) => item switch
    {
        { Review.Answer: ReviewAnswer.Confirmed } => OurWord.Confirmed,
        { IsOverruled: true } => OurWord.Overruled,
        { Review.Answer: ReviewAnswer.Overruled } => OurWord.FoundGood,
        { Review: not null } => OurWord.Undecided,
        { Standing: ItemStanding.Flagged } => OurWord.Flagged,
        { Standing: ItemStanding.Clear } => OurWord.Clear,
        _ => OurWord.Undecided,
    };

    private static bool IsDefective(OurWord word) => word is OurWord.Confirmed or OurWord.Flagged;

    private static ReaderAgreement Table(IEnumerable<(bool Ours, bool Theirs)> answers)
    {
        var counts = answers.CountBy(answer => answer).ToDictionary();
        return new ReaderAgreement(counts.GetValueOrDefault((true, true)), counts.GetValueOrDefault((true, false)), counts.GetValueOrDefault((false, true)), counts.GetValueOrDefault((false, false)));
    }

    private static ItemDifference? Difference(Item item, OurWord word, ThirdPartyFinding theirs)
    {
        var (defectClass, severity) = IsDefective(word) ? (item.DefectClass, item.Severity) : (null, null);
        DifferenceKind? kind = IsDefective(word) != theirs.IsDefective ? DifferenceKind.Verdict
            : severity is { } ours && theirs.Severity is { } said && ours != said ? DifferenceKind.Severity
            : defectClass is not null && theirs.DefectClass is { } named && !named.Equals(defectClass, StringComparison.OrdinalIgnoreCase) ? DifferenceKind.DefectClass
            : null;
        return kind is { } known ? new ItemDifference(known, word, defectClass, severity, theirs) : null;
    }
}
