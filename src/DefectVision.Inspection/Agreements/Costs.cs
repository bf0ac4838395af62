namespace DefectVision.Inspection.Agreements;

/// <summary>What putting things right costs, by agreement, in its currency. What is absent was not agreed.</summary>
public sealed record Costs
{
    /// <summary>Repair of one defective item.</summary>
    public decimal? ReworkPerItem { get; init; }

    /// <summary>Looking at one item of the lot.</summary>
    public decimal? SortingPerItem { get; init; }

    /// <summary>Sorting, once for a lot.</summary>
    public decimal? SortingFixed { get; init; }

    /// <summary>Inspecting a rejected lot again once it has been reworked or sorted, once for the lot.</summary>
    public decimal? ReinspectionFee { get; init; }

    /// <summary>Freight of the whole shipment: a claim asks for the share of its defective items.</summary>
    public decimal? Freight { get; init; }

    public static Costs None { get; } = new();
}
