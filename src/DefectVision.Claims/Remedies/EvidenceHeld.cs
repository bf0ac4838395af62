using DefectVision.Inspection;
using DefectVision.Inspection.Judging;

namespace DefectVision.Claims.Remedies;

/// <summary>Which evidence is there.</summary>
internal static class EvidenceHeld
{
    /// <returns>Null when it is not known yet.</returns>
    public static bool? Has(Evidence piece, InspectionRecord record, ClaimFacts facts)
    {
        var agreement = record.Agreement;
        var contract = agreement.Contract;
        var claimed = record.Lots.Where(lot => lot.Claim?.Confirmed.Count > 0).ToList();
        return piece switch
        {
            Evidence.Order => agreement.PurchaseOrder is not null,
            Evidence.Parties => agreement.Supplier is not null && agreement.Buyer is not null,
            Evidence.LotSize => Each(lot => lot.Lot.Size is not null),
            Evidence.ConfirmedItems => claimed.Count > 0,
            Evidence.Invoice => agreement.Invoice is not null,
            Evidence.Price => Each(lot => new AgreedTerms(agreement).UnitPriceOf(lot.Lot.Name) is not null),
            Evidence.Currency => agreement.Currency is not null,
            Evidence.GuaranteedBound => Each(lot => lot.Claim!.AtLeast is { Class: 'G', Items: > 0 }),
            Evidence.AcceptanceCriteria => agreement.Limits.Count > 0 && agreement.Standard is not null,
            Evidence.RemedyClause => contract.Remedies.Count > 0 || contract.Clauses.ContainsKey("remedies"),
            Evidence.InspectionPeriod => contract.InspectionDays is not null && Each(lot => contract.InspectionStartOf(new AgreedTerms(agreement).AgreedOf(lot.Lot.Name)) is not null),
            Evidence.Contract => contract.Number is not null,
            Evidence.ArbitrationClause => contract.Arbitration is not null,
            Evidence.GoverningLaw => contract.GoverningLaw is not null,
            Evidence.WorseThanAgreed => claimed.Any(lot => lot.Claim!.Comparisons.Any(comparison => comparison is { IsShown: true, Class: 'G' })),
            Evidence.RandomSample => Each(lot => lot.Sample.SpeaksForLot),
            Evidence.Packet => facts.HasPacket,
            Evidence.Signature => facts.IsSigned,
            Evidence.Timestamp => facts.IsTimestamped,
            Evidence.ThirdPartyReport => record.ThirdParty is not null,
            _ => record.Measured is not null || record.Tests is not null,
        };

        bool Each(Func<LotJudgement, bool> holds) => claimed.Count > 0 && claimed.All(holds);
    }
}
