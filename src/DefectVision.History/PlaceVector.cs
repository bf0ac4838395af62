namespace DefectVision.History;

/// <summary>A place of a photo in the numbers of a feature network, to be held against places of other photos.</summary>
/// <param name="Network">SHA-256 of the network, lower-case hex: vectors of different networks cannot be compared.</param>
/// <param name="Numbers">Of unit length, each in 127ths.</param>
public sealed record PlaceVector(string Network, IReadOnlyList<sbyte> Numbers);
