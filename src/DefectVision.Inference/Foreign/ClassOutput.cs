namespace DefectVision.Inference.Foreign;

/// <summary>An output of a foreign network that can hold the numbers of its classes.</summary>
/// <param name="Name">In its graph.</param>
/// <param name="Value">The value that is taken: the output itself, or what its map or sequence is made from.</param>
/// <param name="Labels">The names that the map gives its classes; empty when there is no map.</param>
public sealed record ClassOutput(string Name, string Value, IReadOnlyList<string> Labels);
