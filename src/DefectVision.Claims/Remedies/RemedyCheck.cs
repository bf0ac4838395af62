using DefectVision.Inspection;

namespace DefectVision.Claims.Remedies;

/// <summary>A remedy held against what is there. What it is, cost, time, ease, risk and fit stand in the texts, by the remedy's name.</summary>
/// <param name="Recourse">Which.</param>
/// <param name="Ground">What it rests on.</param>
/// <param name="Present">Evidence that it needs and that is there.</param>
/// <param name="Missing">Evidence that it needs and that is not there.</param>
/// <param name="Unknown">Evidence that it needs and of which it is not known while the files are written.</param>
/// <param name="FromBuyer">Evidence that it needs and that only the buyer can provide: samples, correspondence, statements.</param>
public sealed record RemedyCheck(
    Recourse Recourse,
    RemedyGround Ground,
    IReadOnlyList<Evidence> Present,
    IReadOnlyList<Evidence> Missing,
    IReadOnlyList<Evidence> Unknown,
    IReadOnlyList<Evidence> FromBuyer)
{
    private static readonly Evidence[] Keys = [Evidence.Order, Evidence.Parties, Evidence.LotSize, Evidence.ConfirmedItems, Evidence.InspectionReport];
    private static readonly Evidence[] Money = [Evidence.Invoice, Evidence.Price, Evidence.Currency, Evidence.GuaranteedBound];
    private static readonly Evidence[] Proof = [Evidence.RandomSample, Evidence.Packet, Evidence.Signature, Evidence.Timestamp];
    private static readonly Evidence[] Dispute = [Evidence.DefectSamples, Evidence.Correspondence, Evidence.WitnessStatements];

    public static IReadOnlyList<RemedyCheck> All(InspectionRecord record, ClaimFacts facts) => [.. Enum.GetValues<Recourse>().Select(recourse => Of(recourse, record, facts))];

    private static RemedyCheck Of(Recourse recourse, InspectionRecord record, ClaimFacts facts)
    {
        Evidence[] needed = recourse switch
        {
            Recourse.Credit => [.. Keys, .. Money, Evidence.CreditTerms],
            Recourse.PriceReduction => [.. Keys, .. Money, Evidence.RemedyClause, Evidence.DefectSamples],
            Recourse.Rework => [.. Keys, Evidence.AcceptanceCriteria, Evidence.RemedyClause, Evidence.ReworkCost, Evidence.DefectSamples],
            Recourse.Reinspection => [.. Keys, Evidence.AcceptanceCriteria, Evidence.ReinspectionFee],
            Recourse.Replacement => [.. Keys, Evidence.AcceptanceCriteria, Evidence.RemedyClause, Evidence.DefectSamples, Evidence.ReplacementAgreement],
            Recourse.Refund => [.. Keys, .. Money, Evidence.RemedyClause, Evidence.InspectionPeriod, Evidence.Packet, Evidence.DefectSamples, Evidence.FormalRequest],
            Recourse.WithheldPayment => [.. Keys, .. Money, Evidence.Contract, Evidence.Packet, Evidence.Correspondence],
            Recourse.HeldShipments => [.. Keys, Evidence.Contract, Evidence.Packet, Evidence.Correspondence],
            Recourse.Arbitration => [.. Keys, .. Money, Evidence.InspectionPeriod, Evidence.Contract, Evidence.ArbitrationClause, Evidence.WorseThanAgreed, .. Proof, Evidence.ThirdPartyReport, .. Dispute],
            _ => [.. Keys, .. Money, Evidence.InspectionPeriod, Evidence.Contract, Evidence.GoverningLaw, Evidence.WorseThanAgreed, .. Proof, Evidence.ThirdPartyReport, Evidence.Measurements, .. Dispute, Evidence.ExpertStatement],
        };
        var fromBuyer = needed.Where(EvidenceHeld.IsFromBuyer).ToList();
        var held = needed.Except(fromBuyer).ToLookup(piece => EvidenceHeld.Has(piece, record, facts));
        return new RemedyCheck(recourse, RemedyGround.Of(recourse, record), [.. held[true]], [.. held[false]], [.. held[null]], fromBuyer);
    }
}
