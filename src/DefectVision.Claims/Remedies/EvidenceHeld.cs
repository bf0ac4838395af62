using DefectVision.Inspection;
using DefectVision.Inspection.Judging;

namespace DefectVision.Claims.Remedies;

/// <summary>Which evidence is there.</summary>
internal static class EvidenceHeld
{
    /// <summary>The program never knows of it: the buyer provides it.</summary>
    public static bool IsFromBuyer(Evidence piece) => piece >= Evidence.DefectSamples;

    /// <returns>Null when it is not known yet.</returns>
    public static bool? Has(Evidence piece, InspectionRecord record, ClaimFacts facts)
    {
        var agreement = record.Agreement;
        var contract = agreement.Contract;
        var claimed = LotFindings.Of(record).Where(found => found.MayClaimItems).Select(found => found.Judged).ToList();
        // Of an accepted lot single items may be claimed, and nothing by a bound.
        var byBound = claimed.Where(lot => lot.Verdict != Verdict.Accept).ToList();
        return piece switch
        {
            Evidence.Order => agreement.PurchaseOrder is not null,
            Evidence.Parties => agreement.Supplier is not null && agreement.Buyer is not null,
            Evidence.LotSize => Each(lot => lot.Lot.Size is not null),
            Evidence.ConfirmedItems => claimed.Count > 0,
            Evidence.Invoice => agreement.Invoice is not null,
            Evidence.Price => Each(lot => record.Terms.UnitPriceOf(lot.Lot.Name) is not null),
            Evidence.Currency => agreement.Currency is not null,
            Evidence.GuaranteedBound => byBound.Count > 0 && byBound.All(lot => lot.Claim?.AtLeast is { Class: 'G', Items: > 0 }),
            Evidence.AcceptanceCriteria => agreement.Limits.Count + agreement.Combined.Count > 0 && (agreement.Standard is not null || !record.Terms.NeedsStandard),
            Evidence.RemedyClause => contract.Remedies.Count > 0 || contract.Clauses.ContainsKey("remedies"),
            Evidence.InspectionPeriod => contract.InspectionDays is not null && Each(lot => contract.InspectionStartOf(record.Terms.AgreedOf(lot.Lot.Name)) is not null),
            Evidence.Contract => contract.Number is not null,
            Evidence.ArbitrationClause => contract.Arbitration is not null || contract.Clauses.ContainsKey("arbitration"),
            Evidence.GoverningLaw => contract.GoverningLaw is not null,
            Evidence.WorseThanAgreed => byBound.Any(lot =>
                lot.Claim?.Comparisons.Any(comparison => comparison is { IsShown: true, Class: 'G' }) == true),
            Evidence.RandomSample => Each(lot => lot.Sample.SpeaksForLot),
            Evidence.Packet => facts.HasPacket,
            Evidence.Signature => facts.IsSigned,
            Evidence.Timestamp => facts.IsTimestamped,
            Evidence.ThirdPartyReport => record.ThirdParty is not null,
            Evidence.InspectionReport => true,
            Evidence.ReworkCost => agreement.Costs.ReworkPerItem is not null,
            Evidence.ReinspectionFee => agreement.Costs.ReinspectionFee is not null,
            _ => record.Measured is not null || record.Tests is not null,
        };

        // What the agreement says is there before anything is claimed, too: then it is asked of every lot.
        bool Each(Func<LotJudgement, bool> holds) =>
            (claimed.Count > 0 ? claimed : record.Lots) is { Count: > 0 } asked && asked.All(holds);
    }
}
