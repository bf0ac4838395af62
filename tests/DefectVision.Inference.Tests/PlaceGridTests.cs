using DefectVision.Fixtures;
using DefectVision.Imaging;
using DefectVision.Inference.Mutual;

namespace DefectVision.Inference.Tests;

/// <summary>Rule: each place is the mean of the nine round it, also at the photo's edges, where the edge goes on.</summary>
public sealed class PlaceGridTests : IDisposable
{
    private const int Side = 64;
    private const int Square = 16;
    private const int Places = Side / Square;
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void A_place_at_the_edge_has_nine_neighbours_like_any_other()
    {
        using var network = new MutualNetwork(TinyFeatures.Write(_temp.At("features.onnx")), new InputRecipe(InputRecipe.CurrentVersion, Side, Side));
        using var scorer = network.NewScorer();
        for (var at = 0; at < scorer.Input.Length; at++)
        {
            var inPlane = at % (Side * Side);
            scorer.Input[at] = Grey(inPlane / Side / Square, inPlane % Side / Square);
        }

        scorer.Run();
        Assert.Equal((Places, Places), (network.Rows, network.Columns));
        var result = scorer.Result(0).ToArray();
        for (var place = 0; place < network.Count; place++)
        {
            var (row, column) = (place / Places, place % Places);
            var mean = (from down in new[] { -1, 0, 1 } from right in new[] { -1, 0, 1 } select Grey(Math.Clamp(row + down, 0, Places - 1), Math.Clamp(column + right, 0, Places - 1))).Average();
            var numbers = result.AsSpan(place * network.Length, network.Length);
            Assert.All(numbers[..^2].ToArray(), number => Assert.Equal(mean, number, 1e-5));
            Assert.Equal(((float)column / Places, (float)row / Places), (numbers[^2], numbers[^1]));
        }
    }

    private static float Grey(int row, int column) => ((7 * row) + (3 * column * column)) % 11 / 11f;
}
