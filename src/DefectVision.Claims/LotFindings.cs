using DefectVision.Inspection;
using DefectVision.Inspection.Imported;
using DefectVision.Inspection.Judging;

namespace DefectVision.Claims;

/// <summary>What can be put before the supplier of a lot: items shown defective, failed tests, values out of tolerance, a third party's findings.</summary>
/// <param name="Judged">The lot.</param>
/// <param name="MayClaimItems">It has items shown defective that may be claimed: of an accepted lot only where the contract says so.</param>
/// <param name="OutOfTolerance">Measurements beyond a limit.</param>
/// <param name="FailedTests">By the testers' word.</param>
/// <param name="ByThirdParty">Items that a third party calls defective; never counted among ours.</param>
internal sealed record LotFindings(
    LotJudgement Judged,
    bool MayClaimItems,
    IReadOnlyList<Measurement> OutOfTolerance,
    IReadOnlyList<TestResult> FailedTests,
    IReadOnlyList<ThirdPartyFinding> ByThirdParty)
{
    public bool HasFacts => OutOfTolerance.Count + FailedTests.Count + ByThirdParty.Count > 0;

    /// <summary>Rejected by evidence, or with items that may be claimed: more than flags that nobody has read.</summary>
    public bool IsGround => MayClaimItems || (Judged.Verdict == Verdict.Reject && !Judged.IsRejectedByFlags);

    /// <summary>The lots that a letter speaks of, in the record's order. Accepted lots are among them for single items that may be claimed.</summary>
    public static IReadOnlyList<LotFindings> Of(InspectionRecord record) => [.. record.Lots.Select(lot => Of(record, lot)).Where(Matters)];

    /// <summary>The lots of the findings; without any, all lots: what the agreement says of them is there before anything is claimed, too.</summary>
    public static IReadOnlyList<LotJudgement> SpokenOf(InspectionRecord record) =>
        Of(record) is { Count: > 0 } findings ? [.. findings.Select(found => found.Judged)] : record.Lots;

    private static bool Matters(LotFindings found) => found.MayClaimItems || found.Judged.Verdict switch
    {
        Verdict.Reject => true,
        Verdict.Hold => found.HasFacts,
        _ => false,
    };

    private static LotFindings Of(InspectionRecord record, LotJudgement judged)
    {
        var lot = judged.Lot.Name;
        return new LotFindings(
            judged,
            judged.Nonconforming.Count > 0 && (judged.Verdict != Verdict.Accept || record.Agreement.Contract.ClaimsSingleItems),
            [.. record.Given.OutOfTolerance(lot)],
            [.. record.Given.FailedTests(lot)],
            [.. (record.ThirdParty?.Findings ?? []).Where(one => one.Lot == lot && one.IsDefective)]);
    }
}
