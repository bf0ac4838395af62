namespace DefectVision.Inspection.Agreements;

/// <summary>An agreement to fill in. It can be read as it stands: what is blank says nothing.</summary>
public static class AgreementForm
{
    /// <summary>YAML, UTF-8, lines end with LF.</summary>
    public const string Text = """
        # What buyer and supplier agreed. Leave blank what was not agreed: it is then "not given" in the report, with what it would be needed for.
        # Dates as 2026-11-24. Amounts as 12.50. Remove the '#' of a line to use it.

        purchase_order:
        product:
        invoice:
          number:
          date:

        supplier:
          name:
          address:
          contact:
          country:            # two letters: CN
          region:             # province or region, to see where your suppliers are
        # factory: { name: , address: , country: , region: }   # where the goods were made, if it is not the supplier
        buyer:
          name:
          address:
          contact:
          country:            # two letters: its public holidays count for deadlines

        contract:
          number:
          date:
          tolerance:          # percent of defective items accepted without a claim; not an AQL
          # tolerance: { percent: 1.0, kind: threshold }   # deduction (default): only items beyond it are claimed; threshold: all, once it is exceeded
          claim_single_items: # yes: single confirmed items of an accepted lot may be claimed
          inspection_period:
            days:             # calendar days in which you must inspect and complain
            from:             # arrival or shipment
          notice_hours:       # hours after the finding for the first notice, often 72
          answer_business_days:   # for the supplier's answer, often 5 to 10
          # remedies: [refund, replacement, credit, rework, price reduction]
          governing_law:
          law:                # CISG where the UN Sales Convention applies: only then do letters cite its articles
          arbitration:        # the tribunal and its rules, or the court
          late_delivery:
            percent_per_week:
            weeks:            # completed (default) or begun
            cap:              # percent of the price at most
          # clauses: { inspection: "7.2", notice: "7.4", warranty: "9.1", remedies: "10.1", reinspection: "10.3", withholding_payment: "10.4", holding_shipments: "10.5", governing_law: "14", arbitration: "15" }

        # The sampling plan. Blank: ISO 2859-1:1999, level II, normal inspection, critical not allowed, major 2.5, minor 4.0, each printed as a default.
        standard:             # ISO 2859-1, GB/T 2828.1, ANSI/ASQ Z1.4 or MIL-STD-105E
        inspection_level:     # I, II, III, S-1 to S-4
        inspection_severity:  # normal, tightened or reduced; of one lot below, under lots
        sampling:             # how the items were chosen: random, all, systematic, inspector's choice
        # levels: { measurements: S-3, tests: S-3 }        # blank: S-3 for both
        # required_sections: [measurements, tests]         # sections without which no lot is accepted (workmanship always is)
        # measurements: { severity: major, points: { chest: critical } }
        # tests: { severity: major }                       # of a failed functional test; a failed safety or laboratory test always fails the lot
        # views: { required: [front, back, label] }        # photos that every item must have (017_front.jpg); of one lot below, under lots
        # Views of packaging, labels and scales are kept and not scored; views: { context: [] } has all scored, context: [carton, insole] only these not.
        inspection:
          date:               # the day the goods were inspected
          place:
          inspector:
          representative:     # who was there for the supplier
        # aql: { critical: not allowed, major: 2.5, minor: 4.0 }
        # A limit may also be the contract's own plan, read from no table, and severities may be counted together, an item once:
        # aql:
        #   critical: not allowed
        #   critical+major: 2.5
        #   major: { n: 125, ac: 5, re: 6 }       # or 125/5/6; with counts between Ac and Re: { n: 80, ac: 3, re: 6, between: hold }, or accept, or reject
        #   minor: { c: 0, limiting_quality: 6.5, risk: 10 }   # c = 0: the program computes n from these percentages and prints it; { n: 50, c: 0 } where the contract gives n

        unit_price:
        currency:             # three letters: USD
        costs:
          rework_per_item:
          sorting_per_item:
          sorting_fixed:
          reinspection_fee:   # of a lot that is inspected again after rework or sorting
          freight:            # of the whole shipment: a claim asks for the share of its defective items

        # One entry a lot, by the name of its folder.
        # lots:
        #   LOT-A: { size: 500, cartons: 25, production_date: 2026-10-02, due_date: 2026-10-20, shipment_date: 2026-10-22, arrival_date: 2026-11-20, inspection_severity: tightened }
        # What its labels carry, beside its name; barcodes and QR codes in photos are compared with it. Several: [TS-100, TS-101].
        #   LOT-B: { size: 500, codes: L2026-118B, sku: TS-100, gtin: 4006381333931 }
        # Parts and materials with their own lots, so that the lots which hold them can be found again (history find):
        #   LOT-C: { size: 500, components: ["button 18L, lot 2217", "thread 40/2"] }

        # Severity: critical, major, minor. Cause it is associated with: material, process, workmanship, packaging.
        # classes:
        #   hole: { severity: major, cause: material, zh: 破洞 }   # zh: its name in Chinese documents, where it is no common word

        """;
}
