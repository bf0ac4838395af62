namespace DefectVision.Inspection.Agreements;

/// <summary>The inspection itself: what the photos cannot say. What is absent was not given.</summary>
public sealed record InspectionVisit
{
    /// <summary>The day the goods were inspected; not the day this program ran.</summary>
    public DateOnly? Date { get; init; }

    public string? Place { get; init; }

    public string? Inspector { get; init; }

    /// <summary>Who was there for the supplier.</summary>
    public string? Representative { get; init; }

    public static InspectionVisit None { get; } = new();
}
