namespace DefectVision.Inspection.Codes;

/// <summary>One code on one photo, and what of the agreement it names.</summary>
/// <param name="Photo">The photo.</param>
/// <param name="Code">As read.</param>
public sealed record LabelCode(InspectedFile Photo, PhotoCode Code)
{
    /// <summary>What names the photo's own lot or its order; null where nothing does.</summary>
    public CodeField? Own { get; init; }

    /// <summary>What names something else; null where nothing does.</summary>
    public CodeField? Other { get; init; }

    /// <summary>The lots that <see cref="Other"/> names; empty where it is an order.</summary>
    public IReadOnlyList<string> OtherLots { get; init; } = [];
}
