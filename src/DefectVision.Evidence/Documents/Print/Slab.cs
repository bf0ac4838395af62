namespace DefectVision.Evidence.Documents.Print;

/// <summary>What is never parted by the end of a page.</summary>
/// <param name="Height">In points.</param>
/// <param name="Draw">Draws it with its top at the height given.</param>
internal sealed record Slab(float Height, Action<PdfCanvas, float> Draw)
{
    /// <summary>Room before it, left out at the head of a page.</summary>
    public float Before { get; init; }

    /// <summary>Stands on the same page as what follows.</summary>
    public bool LeadsIn { get; init; }

    /// <summary>Stands on the same page as what precedes.</summary>
    public bool Follows { get; init; }

    /// <summary>What follows begins on a new page, unless most of this one would stay empty.</summary>
    public bool EndsPage { get; init; }

    /// <summary>The same, lower: taken where the rest of a page holds it and does not hold this one.</summary>
    public Slab? Lower { get; init; }

    /// <summary>Drawn again at the head of a page that begins with this slab.</summary>
    public Slab? Head { get; init; }

    /// <summary>Where the outline leads: what it says, how high it stands, its name.</summary>
    public OutlineEntry? Outline { get; init; }
}
