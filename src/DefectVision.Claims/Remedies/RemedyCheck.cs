using DefectVision.Inspection;

namespace DefectVision.Claims.Remedies;

/// <summary>What may be asked for, from the mildest to the hardest.</summary>
public enum Recourse
{
    Credit,
    Replacement,
    Refund,
    Arbitration,
    LegalAction,
}

/// <summary>A remedy held against what is there. Cost, time, ease, risk and fit stand in the texts, by the remedy's name.</summary>
/// <param name="Recourse">Which.</param>
/// <param name="Present">Evidence that it needs and that is there.</param>
/// <param name="Missing">Evidence that it needs and that is not there.</param>
/// <param name="Unknown">Evidence that it needs and of which it is not known while the files are written.</param>
public sealed record RemedyCheck(Recourse Recourse, IReadOnlyList<Evidence> Present, IReadOnlyList<Evidence> Missing, IReadOnlyList<Evidence> Unknown)
{
    private static readonly Evidence[] Keys = [Evidence.Order, Evidence.Parties, Evidence.LotSize, Evidence.ConfirmedItems];
    private static readonly Evidence[] Money = [Evidence.Invoice, Evidence.Price, Evidence.Currency, Evidence.GuaranteedBound];
    private static readonly Evidence[] Proof = [Evidence.RandomSample, Evidence.Packet, Evidence.Signature, Evidence.Timestamp];

    public static IReadOnlyList<RemedyCheck> All(InspectionRecord record, ClaimFacts facts) => [.. Enum.GetValues<Recourse>().Select(recourse => Of(recourse, record, facts))];

    private static RemedyCheck Of(Recourse recourse, InspectionRecord record, ClaimFacts facts)
    {
        Evidence[] needed = recourse switch
        {
            Recourse.Credit => [.. Keys, .. Money],
            Recourse.Replacement => [.. Keys, Evidence.AcceptanceCriteria, Evidence.RemedyClause],
            Recourse.Refund => [.. Keys, .. Money, Evidence.RemedyClause, Evidence.InspectionPeriod, Evidence.Packet],
            Recourse.Arbitration => [.. Keys, .. Money, Evidence.InspectionPeriod, Evidence.Contract, Evidence.ArbitrationClause, Evidence.WorseThanAgreed, .. Proof, Evidence.ThirdPartyReport],
            _ => [.. Keys, .. Money, Evidence.InspectionPeriod, Evidence.Contract, Evidence.GoverningLaw, Evidence.WorseThanAgreed, .. Proof, Evidence.ThirdPartyReport, Evidence.Measurements],
        };
        var held = needed.ToLookup(piece => EvidenceHeld.Has(piece, record, facts));
        return new RemedyCheck(recourse, [.. held[true]], [.. held[false]], [.. held[null]]);
    }
}
