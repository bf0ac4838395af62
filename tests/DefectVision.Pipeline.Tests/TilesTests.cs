using DefectVision.Fixtures;
using DefectVision.Imaging;
using DefectVision.Inference;
using DefectVision.Inspection;

namespace DefectVision.Pipeline.Tests;

/// <summary>Rules: a defect in one tile makes the photo defective, and the heat map shows it where it lies in the photo.</summary>
public sealed class TilesTests : IDisposable
{
    private readonly Shipment _shipment = new();

    public void Dispose() => _shipment.Dispose();

    // 112 x 112 px in 2 x 2 tiles of 64 x 64, reduced to 32 x 32: a block of 48 x 48 px darkens a quarter of the whole, and most of one tile.
    [Theory]
    [InlineData(0, 0)]
    [InlineData(64, 0)]
    [InlineData(0, 64)]
    [InlineData(64, 64)]
    public void A_dark_corner_that_the_whole_photo_outshines_is_flagged_in_its_tile_and_shown_at_its_place(int left, int top)
    {
        var file = Corner(left, top);
        _shipment.Put("lot/1.jpg", file);
        using var tiled = Load(new Tiles(2, 2, 8));
        using var whole = Load(null);

        var finding = _shipment.Inspect("tiled", with: tiled).Files.Single().Finding!;
        Assert.Equal(Standing.Flagged, finding.Standing);
        Assert.Equal(Standing.Clear, _shipment.Inspect("whole", with: whole).Files.Single().Finding!.Standing);

        // The middle of one of 7 x 7 places.
        var place = finding.Heat!.Place!;
        Assert.Equal((0.5, 0.5), (Math.Round(7 * place.X % 1, 9), Math.Round(7 * place.Y % 1, 9)));
        Assert.InRange(112 * place.X, left, left + 48);
        Assert.InRange(112 * place.Y, top, top + 48);
    }

    private Model Load(Tiles? tiles)
    {
        var path = _shipment.At($"{(tiles is null ? "whole" : "tiled")}.onnx");
        File.WriteAllBytes(path, ModelWriter.Bind(TinyModel.GraphWithHeatMap(), TinyModel.Contract with
        {
            Input = TinyModel.Recipe with { Version = tiles is null ? InputRecipe.CurrentVersion : InputRecipe.TiledVersion, Tiles = tiles },
            Anomaly = new AnomalyScale(-1, 0, 0),
        }));
        return Model.Load(path);
    }

    private static byte[] Corner(int left, int top)
    {
        var picture = new RgbImage(112, 112);
        Array.Fill(picture.Bytes, Photos.Bright);
        for (var y = top; y < top + 48; y++)
        {
            picture.Bytes.AsSpan(3 * ((y * 112) + left), 3 * 48).Clear();
        }

        return picture.ToJpeg(95);
    }
}
