namespace DefectVision.Inference;

/// <summary>One map that a feature network gives for a photo of the size it was measured at.</summary>
/// <param name="Name">The output's name in the network.</param>
/// <param name="Channels">Numbers of a place.</param>
/// <param name="Rows">Places from top to bottom.</param>
/// <param name="Columns">Places from left to right.</param>
public sealed record FeatureMap(string Name, int Channels, int Rows, int Columns);
