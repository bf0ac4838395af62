namespace DefectVision.Inspection.Agreements;

/// <summary>The clauses of the contract that an inspection and a claim rest on. What is absent was not said.</summary>
public sealed record Contract
{
    public string? Number { get; init; }

    public DateOnly? Date { get; init; }

    /// <summary>Share of defective items that the buyer takes without complaint, percent; not an AQL.</summary>
    public decimal? TolerancePercent { get; init; }

    /// <summary>What the tolerance does once it is exceeded.</summary>
    public ToleranceKind ToleranceKind { get; init; } = ToleranceKind.Deduction;

    /// <summary>Of so many defective items, those that may be claimed once the tolerance is allowed for.</summary>
    /// <param name="items">Defective, 0 or more.</param>
    /// <param name="tolerated">Of the same lot, 0 or more.</param>
    public long Claimable(long items, long tolerated) =>
        items <= tolerated ? 0
        : ToleranceKind == ToleranceKind.Threshold ? items
        : items - tolerated;

    /// <summary>Whether single confirmed items of an accepted lot may be claimed.</summary>
    public bool ClaimsSingleItems { get; init; }

    /// <summary>Calendar days in which the buyer must inspect and complain.</summary>
    public int? InspectionDays { get; init; }

    /// <summary>What they run from.</summary>
    public PeriodStart InspectionFrom { get; init; } = PeriodStart.Arrival;

    /// <summary>Hours after the finding in which the first notice must go out.</summary>
    public int? NoticeHours { get; init; }

    /// <summary>Business days that the supplier has for an answer.</summary>
    public int? AnswerBusinessDays { get; init; }

    /// <summary>Remedies that the contract grants, in its order.</summary>
    public IReadOnlyList<Remedy> Remedies { get; init; } = [];

    /// <summary>As the contract words it. It makes no article citable: see <see cref="Law"/>.</summary>
    public string? GoverningLaw { get; init; }

    /// <summary>The law whose articles may be cited beside the clauses; null: none.</summary>
    public ContractLaw? Law { get; init; }

    /// <summary>The tribunal and its rules, or the court.</summary>
    public string? Arbitration { get; init; }

    /// <summary>Penalty for late delivery, percent of the price a week.</summary>
    public decimal? LatePercentPerWeek { get; init; }

    /// <summary>Which weeks of lateness count.</summary>
    public LateWeeks LateWeeks { get; init; } = LateWeeks.Completed;

    /// <summary>At most this many percent of the price.</summary>
    public decimal? LateCapPercent { get; init; }

    /// <summary>Numbers of clauses by what they are about: inspection, notice, warranty, remedies, reinspection, withholding_payment, holding_shipments, late_delivery, governing_law, arbitration or others.</summary>
    public IReadOnlyDictionary<string, string> Clauses { get; init; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    public static Contract None { get; } = new();

    /// <summary>The day that a lot's inspection period runs from; null where nobody gave it.</summary>
    public DateOnly? InspectionStartOf(AgreedLot? lot) => InspectionFrom == PeriodStart.Arrival ? lot?.ArrivalDate : lot?.ShipmentDate;
}
