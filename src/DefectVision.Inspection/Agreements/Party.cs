namespace DefectVision.Inspection.Agreements;

/// <summary>The supplier or the buyer.</summary>
/// <param name="Name">Of the company.</param>
public sealed record Party(string Name)
{
    public string? Address { get; init; }

    /// <summary>A person, with telephone or e-mail as the agreement has it.</summary>
    public string? Contact { get; init; }

    /// <summary>Two letters of ISO 3166-1, whose public holidays count.</summary>
    public string? Country { get; init; }

    /// <summary>Province or region, by which a buyer tells where his suppliers are.</summary>
    public string? Region { get; init; }

    public override string ToString() => Name;
}
