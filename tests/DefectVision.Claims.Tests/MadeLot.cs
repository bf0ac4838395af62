namespace DefectVision.Claims.Tests;

/// <summary>A lot for a record: so many items drawn, the first of them confirmed by a person, others flagged.</summary>
/// <param name="Reviewed">A person looked at every item.</param>
/// <param name="Time">When.</param>
internal sealed record MadeLot(string Name, int Items = 200, int Confirmed = 18, bool Reviewed = true, DateTimeOffset? Time = null)
{
    public string Item { get; init; } = "i";

    public int Flagged { get; init; }

    /// <summary>The last items of the lot have photos of which none can be read.</summary>
    public int Unreadable { get; init; }

    /// <summary>Of the last items, there is no photo.</summary>
    public int Missing { get; init; }

    public int NotDrawn { get; init; }

    /// <summary>Where the agreement says at random, a draw list proves it.</summary>
    public bool IsProved { get; init; } = true;
}
