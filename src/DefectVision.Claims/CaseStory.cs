using DefectVision.Inspection.Agreements;

namespace DefectVision.Claims;

/// <summary>What came of a claim and what was learned from it, as people told it afterwards. What is null was not told.</summary>
/// <param name="Notified">When the supplier was told.</param>
/// <param name="Answered">When he answered.</param>
/// <param name="Remedy">That was agreed.</param>
/// <param name="Amount">That was agreed, in the currency of the agreement; 0: none.</param>
/// <param name="Agreed">When.</param>
/// <param name="Received">When the amount or the goods came.</param>
/// <param name="Note">In a few words.</param>
public sealed record CaseStory(DateOnly? Notified, DateOnly? Answered, Remedy? Remedy, decimal? Amount, DateOnly? Agreed, DateOnly? Received, string? Note)
{
    /// <summary>Lots that came in place of others.</summary>
    public IReadOnlyList<ReplacedLot> Replaced { get; init; } = [];

    /// <summary>As the parties agree on it.</summary>
    public string? RootCause { get; init; }

    /// <summary>What the supplier changes.</summary>
    public string? Action { get; init; }

    /// <summary>What the buyer does otherwise next time.</summary>
    public string? Lesson { get; init; }

    /// <summary>Who said so.</summary>
    public string? Person { get; init; }

    /// <summary>When.</summary>
    public DateOnly? Day { get; init; }

    public static CaseStory None { get; } = new(null, null, null, null, null, null, null);
}
