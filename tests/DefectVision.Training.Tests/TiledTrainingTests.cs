using DefectVision.Fixtures;
using DefectVision.Imaging;
using DefectVision.Inference;
using DefectVision.Statistics;

namespace DefectVision.Training.Tests;

/// <summary>Rules: a speck that is lost in one look is found in tiles; the level of false alarms is that of photos; the same photos give the same bytes.</summary>
public sealed class TiledTrainingTests : IDisposable
{
    private const int Good = 6;
    private const int Held = 4;
    private const int Side = 512;
    private const int Area = 64 * 64;
    private static readonly Tiling EightByEight = new(false, (8, 8));
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    // Shades that change over 8 px, a pixel of one look; a speck of 3 px makes it no darker than others are.
    [Fact]
    public void A_speck_that_one_look_loses_is_found_in_tiles()
    {
        for (var number = 0; number < Good; number++)
            _temp.Put($"set/good/{number}.jpg", Cloth(number, speck: null));
        for (var number = 0; number < Held; number++)
        {
            _temp.Put($"test/good/{number}.jpg", Cloth(100 + number, speck: null));
            _temp.Put($"test/speck/{number}.jpg", Cloth(200 + number, speck: (40 + (70 * number), 450 - (60 * number))));
        }

        var whole = Train("whole.onnx", Tiling.None);
        var tiled = Train("tiled.onnx", EightByEight);
        Assert.Equal((64, 64, null), (whole.Contract.Input.Width, whole.Contract.Input.Height, whole.Contract.Input.Tiles));
        Assert.Equal((96, 96, 544, new Tiles(8, 8, 32)), (tiled.Contract.Input.Width, tiled.Contract.Input.Height, tiled.Contract.Input.WholeWidth, tiled.Contract.Input.Tiles));
        Assert.True(tiled.Contract.OperatingPoint.OrdersOnly);
        Assert.Equal(Good, tiled.CrossFitted.Count);
        Assert.True(AreaOf("whole.onnx") < 0.85, $"in one look {AreaOf("whole.onnx")}");
        Assert.True(AreaOf("tiled.onnx") > 0.95, $"in tiles {AreaOf("tiled.onnx")}");

        var card = File.ReadAllText(_temp.At("tiled.md"));
        Assert.Contains("| looks at | the whole photo, in 8 x 8 tiles that share 32 px |", card, StringComparison.Ordinal);
        Assert.Contains("Every photo is seen at 544 x 544 px in 8 x 8 tiles that share 32 px: in a photo of 512 x 512 px, what is smaller than about 16 px across cannot be told (without tiles: about 128 px).", card, StringComparison.Ordinal);
        Assert.Contains("Where in the photo it lies does not count", card, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_photos_give_the_same_bytes_in_tiles_and_labels_are_learned_from_like_in_one_look()
    {
        for (var number = 0; number < Good; number++)
        {
            _temp.Put($"set/good/{number}.jpg", Cloth(number, speck: null));
            _temp.Put($"set/speck/{number}.jpg", Cloth(200 + number, speck: (40 + (30 * number), 450 - (40 * number))));
        }

        var tiling = new Tiling(false, (2, 2));
        var first = Train("first/cloth.onnx", tiling);
        Train("second/cloth.onnx", tiling);
        Assert.Equal(File.ReadAllBytes(_temp.At("first/cloth.onnx")), File.ReadAllBytes(_temp.At("second/cloth.onnx")));
        Assert.Equal((Good, Good), (first.Contract.OperatingPoint.Sensitivity.Total, first.Contract.OperatingPoint.Specificity.Total));
        Assert.Equal(["speck"], first.Contract.DefectClasses);
        using var model = Model.Load(_temp.At("first/cloth.onnx"));
    }

    private double AreaOf(string name)
    {
        using var model = Model.Load(_temp.At(name));
        return Evaluation.Of(model, new HoldOut(_temp.At("test")), null, null, CancellationToken.None).Area.Value.Value;
    }

    private TrainingResult Train(string name, Tiling tiling) => Trainer.Train(
        new TrainingOptions(_temp.At("set"), _temp.At(name), null, null, Area, 1, Path.Combine(AppContext.BaseDirectory, "backbone.onnx")) { Tiles = tiling }, null, CancellationToken.None);

    private static byte[] Cloth(int number, (int X, int Y)? speck)
    {
        const int Patch = 8;
        const int Across = (Side / Patch) + 1;
        var draws = new PinnedGenerator((ulong)number, stream: 7);
        var shades = Enumerable.Range(0, Across * Across).Select(_ => 40 * draws.NextDouble()).ToArray();
        var picture = new RgbImage(Side, Side);
        for (var y = 0; y < Side; y++)
        {
            for (var x = 0; x < Side; x++)
            {
                var at = (y / Patch * Across) + (x / Patch);
                double right = (double)(x % Patch) / Patch, down = (double)(y % Patch) / Patch;
                var upper = shades[at] + (right * (shades[at + 1] - shades[at]));
                var lower = shades[at + Across] + (right * (shades[at + Across + 1] - shades[at + Across]));
                var isSpeck = speck is var (left, top) && x >= left && x < left + 3 && y >= top && y < top + 3;
                picture.Bytes.AsSpan(3 * ((y * Side) + x), 3).Fill((byte)(170 + upper + (down * (lower - upper)) - (isSpeck ? 110 : 0)));
            }
        }

        return picture.ToJpeg(95);
    }
}
