namespace DefectVision.Inference;

/// <summary>The places of a heat map, which cover all that the network saw of a photo.</summary>
/// <param name="Rows">Places from top to bottom.</param>
/// <param name="Columns">Places from left to right.</param>
public sealed record HeatMapGrid(int Rows, int Columns)
{
    public int Length => Rows * Columns;
}
