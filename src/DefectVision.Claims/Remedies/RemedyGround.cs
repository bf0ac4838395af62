using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;

namespace DefectVision.Claims.Remedies;

/// <summary>What a remedy rests on: the agreement's own clauses come first, then the articles of the law that the agreement names, then the other side's consent.</summary>
/// <param name="Kind">Agreement, law, negotiation or nothing.</param>
/// <param name="Topic">Of the agreement's clauses, such as remedies; null unless it rests on the agreement.</param>
/// <param name="Clause">Its number; null where the agreement does not give it.</param>
/// <param name="Law">The article by its key in the texts, such as "refund.after"; null where no article is cited.</param>
public sealed record RemedyGround(GroundKind Kind, string? Topic, string? Clause, string? Law)
{
    public static RemedyGround Of(Recourse recourse, InspectionRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var contract = record.Agreement.Contract;
        var topic = recourse switch
        {
            Recourse.Reinspection => "reinspection",
            Recourse.WithheldPayment => "withholding_payment",
            Recourse.HeldShipments => "holding_shipments",
            Recourse.Arbitration => "arbitration",
            _ => "remedies",
        };
        var clause = contract.Clauses.GetValueOrDefault(topic);
        var isAgreed = recourse switch
        {
            Recourse.Credit => Grants(Remedy.Credit),
            Recourse.PriceReduction => Grants(Remedy.PriceReduction),
            Recourse.Rework => Grants(Remedy.Rework),
            Recourse.Replacement => Grants(Remedy.Replacement),
            Recourse.Refund => Grants(Remedy.Refund),
            Recourse.Reinspection => clause is not null || record.Agreement.Costs.ReinspectionFee is not null,
            Recourse.WithheldPayment or Recourse.HeldShipments => clause is not null,
            Recourse.Arbitration => clause is not null || contract.Arbitration is not null,
            _ => false,
        };
        if (isAgreed)
        {
            return new RemedyGround(GroundKind.Agreement, topic, clause, null);
        }

        var article = contract.Law == ContractLaw.Cisg ? Article(recourse, record) : null;
        return article is not null || recourse == Recourse.LegalAction ? new RemedyGround(GroundKind.Law, null, null, article)
            : new RemedyGround(recourse is Recourse.WithheldPayment or Recourse.HeldShipments ? GroundKind.NotAgreed : GroundKind.Negotiation, null, null, null);

        bool Grants(Remedy remedy) => contract.Remedies.Contains(remedy);
    }

    // What the law grants differs before and after delivery; where it is not known which, nothing that depends on it is said.
    private static string? Article(Recourse recourse, InspectionRecord record) => (recourse, Delivery.Of(record)) switch
    {
        (Recourse.WithheldPayment, _) => "withheld_payment",
        (Recourse.HeldShipments, _) => "held_shipments",
        (Recourse.Rework, DeliveryState.Before) => Delivery.MayBeCured(record) ? "rework.before" : null,
        (Recourse.Replacement, DeliveryState.Before) => Delivery.MayBeCured(record) ? "replacement.before" : null,
        (Recourse.Refund, DeliveryState.Before) => "refund.before",
        (Recourse.LegalAction, DeliveryState.Before) => "legal_action.before",
        (Recourse.Rework, DeliveryState.After) => "rework.after",
        (Recourse.Replacement, DeliveryState.After) => "replacement.after",
        (Recourse.PriceReduction, DeliveryState.After) => "price_reduction.after",
        (Recourse.Refund, DeliveryState.After) => "refund.after",
        (Recourse.Reinspection, DeliveryState.After) => "reinspection.after",
        (Recourse.LegalAction, DeliveryState.After) => "legal_action.after",
        _ => null,
    };
}
