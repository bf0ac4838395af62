using DefectVision.Pipeline.Intake;

namespace DefectVision.Cases;

/// <summary><c>local.json</c>: where things are on this machine, by full path. It is part of no digest and of no packet.</summary>
/// <param name="Shipment">The shipment's folder.</param>
/// <param name="Model">The model's file; null when none was named.</param>
/// <param name="Lists">Those that somebody named; lists in the shipment's folder are found there.</param>
internal sealed record LocalPlaces(string Shipment, string? Model, IReadOnlyDictionary<ListKind, string> Lists)
{
    /// <summary>Where a list was read from; null when nobody knows.</summary>
    /// <param name="input">The list.</param>
    /// <param name="shipment">Where the shipment is now; null when nobody knows.</param>
    public string? SourceOf(CaseInput input, string? shipment) =>
        !input.IsInShipment ? Lists.GetValueOrDefault(input.Kind) : shipment is null ? null : Path.Combine(shipment, input.Name);
}
