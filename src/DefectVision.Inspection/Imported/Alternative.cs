namespace DefectVision.Inspection.Imported;

/// <summary>Another source of a product that a buyer cannot do without, as the buyer lists it.</summary>
/// <param name="Product">As the agreements name it.</param>
/// <param name="Supplier">Who could make it.</param>
/// <param name="Country">Where; null where not said.</param>
/// <param name="Region">Province or region; null where not said.</param>
/// <param name="Note">In the buyer's words; null where there are none.</param>
public sealed record Alternative(string Product, string Supplier, string? Country, string? Region, string? Note);
