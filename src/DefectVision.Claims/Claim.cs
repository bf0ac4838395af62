using DefectVision.Claims.Amounts;
using DefectVision.Claims.Deadlines;
using DefectVision.Claims.Remedies;
using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;

namespace DefectVision.Claims;

/// <summary>What may be asked, how much, by when, with what proof: a pure function of the record and the facts.</summary>
/// <param name="Record">The inspection.</param>
/// <param name="Facts">What lies beside it.</param>
/// <param name="Amounts">Lines, totals and contingency range.</param>
/// <param name="Deadlines">In the order of their dates, those without a date last.</param>
/// <param name="Remedies">Each with the evidence it needs.</param>
/// <param name="Gaps">What the agreement does not say.</param>
public sealed record Claim(
    InspectionRecord Record,
    ClaimFacts Facts,
    ClaimAmounts Amounts,
    IReadOnlyList<Deadline> Deadlines,
    IReadOnlyList<RemedyCheck> Remedies,
    IReadOnlyList<AgreementGap> Gaps)
{
    public static Claim Of(InspectionRecord record, ClaimFacts facts, Holidays holidays)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(holidays);
        var amounts = ClaimAmounts.Of(record);
        return new Claim(
            record,
            facts,
            amounts,
            DeadlineTable.Of(record, holidays, facts.Story?.Notified),
            RemedyCheck.All(record, facts),
            [.. AgreementGap.Of(record.Terms, record.Lots.Select(lot => lot.Lot.Name))]);
    }
}
