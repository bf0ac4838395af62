namespace DefectVision.Inspection.Agreements;

/// <summary>Something that the agreement does not say.</summary>
/// <param name="Key">As it would stand in the file.</param>
/// <param name="NeededFor">What cannot be said or asked for without it.</param>
public sealed record AgreementGap(string Key, FormattableString NeededFor)
{
    /// <summary>Everything that is missing, in the order of the file.</summary>
    /// <param name="terms">As agreed.</param>
    /// <param name="lots">Names of the lots that were inspected.</param>
    public static IEnumerable<AgreementGap> Of(Judging.AgreedTerms terms, IEnumerable<string> lots)
    {
        var agreement = terms.Agreement;
        var contract = agreement.Contract;
        var asked = lots.Select(lot => (Lot: lot, Agreed: terms.AgreedOf(lot))).ToList();
        (bool IsMissing, string Key, FormattableString NeededFor)[] wanted =
        [
            (agreement.PurchaseOrder is null, "purchase_order", $"naming the order in every letter"),
            (agreement.Product is null, "product", $"naming the goods"),
            (agreement.Invoice is null, "invoice", $"a refund or credit, which is given against an invoice"),
            (agreement.Supplier is null, "supplier", $"addressing the notice"),
            (agreement.Supplier is not null && agreement.Supplier.Address is null, "supplier.address", $"serving the notice at an address"),
            (agreement.Supplier is not null && agreement.Supplier.Country is null, "supplier.country", $"counting business days by the supplier's public holidays"),
            (agreement.Buyer is null, "buyer", $"saying who claims"),
            (agreement.Buyer is not null && agreement.Buyer.Country is null, "buyer.country", $"counting business days by the buyer's public holidays"),
            (contract.Number is null, "contract.number", $"saying under which contract is claimed"),
            (contract.TolerancePercent is null, "contract.tolerance", $"saying from which share on the goods do not conform, beside the AQL"),
            (contract.InspectionDays is null, "contract.inspection_period", $"the last day of inspection and complaint"),
            (contract.NoticeHours is null, "contract.notice_hours", $"the hour by which the first notice must go out"),
            (contract.AnswerBusinessDays is null, "contract.answer_business_days", $"the day by which the supplier must answer"),
            (contract.Remedies.Count == 0, "contract.remedies", $"asking for a remedy that the contract grants"),
            (contract.Clauses.Count == 0, "contract.clauses", $"citing the clauses by number"),
            (contract.GoverningLaw is null, "contract.governing_law", $"mediation, arbitration or legal action"),
            (contract.Arbitration is null, "contract.arbitration", $"knowing before whom a dispute goes"),
            (contract.LatePercentPerWeek is null, "contract.late_delivery", $"a penalty for late delivery"),
            (agreement.UnitPrice is null && asked.Any(lot => lot.Agreed?.UnitPrice is null), "unit_price", $"the amount of a refund"),
            (agreement.Currency is null, "currency", $"the currency of every amount"),
            (agreement.Costs.ReworkPerItem is null, "costs.rework_per_item", $"the cost of rework"),
            (agreement.Costs.SortingPerItem is null, "costs.sorting_per_item", $"the cost of sorting the lot"),
            (agreement.Costs.Freight is null, "costs.freight", $"the cost of freight"),
            (agreement.Visit.Date is null, "inspection.date", $"the day from which the first notice is counted where no dated evidence says when the lot failed"),
            (agreement.Sampling is null, "sampling", $"a guaranteed statement about the lot"),
            (agreement.Limits.Count + agreement.Combined.Count == 0, "aql", $"limits that the parties agreed, not defaults"),
            (agreement.Classes.Count == 0, "classes", $"severity and cause of each defect class"),
        ];
        foreach (var (isMissing, key, neededFor) in wanted)
        {
            if (isMissing)
            {
                yield return new AgreementGap(key, neededFor);
            }
        }

        foreach (var (lot, agreed) in asked)
        {
            if (agreed?.Size is null)
            {
                yield return new AgreementGap($"lots.{lot}.size", $"a sampling plan, and the number of defective items in the lot");
            }

            if (contract.InspectionDays is not null && contract.InspectionStartOf(agreed) is null)
            {
                yield return new AgreementGap($"lots.{lot}.{(contract.InspectionFrom == PeriodStart.Arrival ? "arrival_date" : "shipment_date")}", $"the day from which the inspection period runs");
            }
        }
    }
}
