using DefectVision.Fixtures;
using DefectVision.Imaging;

namespace DefectVision.Inference.Tests;

/// <summary>Rules: a photo in tiles has one heat map, in which every tile lies at its place; the tile that is farthest from good ones speaks for it.</summary>
public sealed class TilesTests : IDisposable
{
    private static readonly ModelContract Tiled = TinyModel.Contract with
    {
        Input = TinyModel.Recipe with { Version = InputRecipe.TiledVersion, Tiles = new Tiles(2, 2, 8) },
        Anomaly = new AnomalyScale(-1, 0, 0),
    };

    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    // Tiles of 4 x 4 places that share 8 of 32 px, a place: 7 x 7.
    [Fact]
    public void Maps_of_tiles_lie_side_by_side_and_where_they_lap_over_the_higher_counts()
    {
        using var model = Load(Tiled);
        Assert.Equal(new HeatMapGrid(7, 7), model.HeatMap);
        var map = model.MapOfPhoto([Of(1), Of(2), Of(3), Of(-4)]);
        float[] top = [1, 1, 1, 2, 2, 2, 2], seam = [3, 3, 3, 3, 2, 2, 2], bottom = [3, 3, 3, 3, -4, -4, -4];
        Assert.Equal([.. top, .. top, .. top, .. seam, .. bottom, .. bottom, .. bottom], map);
    }

    [Fact]
    public void A_place_of_a_tile_comes_to_its_place_in_the_photo()
    {
        using var model = Load(Tiled);
        var last = Of(0);
        last[(1 * 4) + 2] = 9;
        var map = model.MapOfPhoto([Of(0), Of(0), Of(0), last]);
        Assert.Equal(((3 + 1) * 7) + 3 + 2, Array.IndexOf(map, 9));
    }

    [Fact]
    public void Without_tiles_the_map_of_the_photo_is_that_of_its_only_look()
    {
        using var model = Load(TinyModel.Contract);
        Assert.Equal(new HeatMapGrid(4, 4), model.HeatMap);
        Assert.Equal(Of(5), model.MapOfPhoto([Of(5)]));
    }

    [Fact]
    public void Tiles_that_lap_over_by_part_of_a_place_give_no_heat_map()
    {
        using var model = Load(Tiled with { Input = Tiled.Input with { Tiles = new Tiles(2, 2, 12) } });
        Assert.Null(model.HeatMap);
    }

    [Fact]
    public void The_farthest_tile_speaks_for_the_photo_and_of_equal_ones_the_first()
    {
        var near = new Opinion(9, Decision.Flag, null, "hole") { Anomaly = 1 };
        var far = new Opinion(2, Decision.Flag, null, "stain") { Anomaly = 3 };
        Assert.Equal(far, Opinion.OfPhoto([near, far, far with { DefectClass = "hole" }]));
    }

    [Fact]
    public void A_tile_says_how_far_it_is_as_the_graph_does()
    {
        using var model = Load(Tiled);
        using var scorer = model.NewScorer();
        scorer.Input.Fill(0.25f);
        Assert.Equal(-0.25, model.Judge(scorer).Anomaly!.Value, 6);
    }

    [Fact]
    public void Tiles_without_a_distance_from_good_ones_are_refused()
    {
        var fault = Assert.Throws<ModelException>(() => Load(Tiled with { Anomaly = null }));
        Assert.Contains("found tiles and no anomaly scale", fault.Message, StringComparison.Ordinal);
    }

    // The contract of a model without tiles says nothing of them: its bytes are what they were.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_model_says_tiles_only_where_it_has_some(bool hasTiles)
    {
        using var model = Load(hasTiles ? Tiled : TinyModel.Contract);
        Assert.Equal(hasTiles, System.Text.Encoding.UTF8.GetString(File.ReadAllBytes(_temp.At("tiled.onnx"))).Contains("\"tiles\"", StringComparison.Ordinal));
        Assert.Equal(hasTiles ? new Tiles(2, 2, 8) : null, model.Contract.Input.Tiles);
    }

    private static float[] Of(float value) => [.. Enumerable.Repeat(value, 16)];

    private Model Load(ModelContract contract)
    {
        File.WriteAllBytes(_temp.At("tiled.onnx"), ModelWriter.Bind(TinyModel.GraphWithHeatMap(), contract));
        return Model.Load(_temp.At("tiled.onnx"));
    }
}
