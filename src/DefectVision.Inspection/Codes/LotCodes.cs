namespace DefectVision.Inspection.Codes;

/// <summary>The codes on the photos of one lot, those of its packing included.</summary>
/// <param name="Lot">Its name; null for photos of packing and marks that lie in no lot's folder.</param>
/// <param name="Searched">Photos that were searched for codes.</param>
/// <param name="Close">Those of them that were searched closely.</param>
/// <param name="Withheld">Those of them whose codes are left out, because a region of the photo is withheld.</param>
/// <param name="Codes">Those that name another lot or order first, then the others, each in path order.</param>
public sealed record LotCodes(string? Lot, int Searched, int Close, int Withheld, IReadOnlyList<LabelCode> Codes)
{
    /// <summary>A code was to be expected: the agreement names numbers that labels carry, or photos show packing or are named like labels.</summary>
    public bool IsExpected { get; init; }

    /// <summary>Codes that name another lot or another order.</summary>
    public IEnumerable<LabelCode> Others => Codes.Where(code => code.Other is not null);

    /// <summary>Photos with a code that names this lot or its order, and nothing else.</summary>
    public IEnumerable<InspectedFile> Supporting => Codes.Where(code => code is { Own: not null, Other: null }).Select(code => code.Photo).DistinctBy(photo => photo.Path);
}
