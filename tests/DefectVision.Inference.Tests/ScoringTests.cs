using DefectVision.Fixtures;
using DefectVision.Inference.Graph;

namespace DefectVision.Inference.Tests;

/// <summary>Rules: what a photo scores never depends on threads or neighbours; a rounded score decides, on both sides of the threshold and its margin.</summary>
public sealed class ScoringTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    // TinyModel: score = 4 - 8 x mean.
    [Theory]
    [InlineData(0.25f, 0f, 0f, 3.3333, Decision.Flag, "hole")]
    [InlineData(0f, 0f, 0.25f, 3.3333, Decision.Flag, "stain")]
    [InlineData(1f, 1f, 1f, -4, Decision.Pass, null)]
    [InlineData(0.5f, 0.5f, 0.5f, 0, Decision.TooCloseToCall, "hole")]
    public void A_photo_is_judged_by_its_score_and_named_by_its_best_class(float red, float green, float blue, double score, Decision decision, string? defectClass)
    {
        using var model = Load();
        using var scorer = model.NewScorer();
        var opinion = Judge(model, scorer, red, green, blue);
        Assert.Equal((score, decision, defectClass), (opinion.Score, opinion.Decision, opinion.DefectClass));
    }

    // 32 x 32 px under 4 x 4 places of 8 x 8: the darker a place, the higher its value, minus the sum of its mean colours.
    [Fact]
    public void A_heat_map_comes_row_by_row_from_the_top()
    {
        File.WriteAllBytes(_temp.At("mapping.onnx"), ModelWriter.Bind(TinyModel.GraphWithHeatMap(), TinyModel.Contract));
        using var model = Model.Load(_temp.At("mapping.onnx"));
        Assert.Equal(new HeatMapGrid(4, 4), model.HeatMap);
        using var scorer = model.NewMappingScorer();
        scorer.Input.Fill(1);
        for (var channel = 0; channel < 3; channel++)
        {
            for (var y = 8; y < 16; y++)
                scorer.Input.Slice((((channel * 32) + y) * 32) + 24, 8).Clear();
        }

        var opinion = model.Judge(scorer);
        Assert.Equal([-3, -3, -3, -3, -3, -3, -3, 0, -3, -3, -3, -3, -3, -3, -3, -3], scorer.Result(2).ToArray().Select(value => Math.Round(value, 4)));
        using var plain = model.NewScorer();
        scorer.Input.CopyTo(plain.Input);
        Assert.Equal(opinion, model.Judge(plain));
    }

    [Fact]
    public void A_model_without_a_heat_map_has_no_grid_and_gives_none()
    {
        using var model = Load();
        Assert.Null(model.HeatMap);
        Assert.Throws<ModelException>(model.NewMappingScorer);
    }

    // The score is the mean of the heat map. The runtime sums from the first aligned address on: where a tensor begins showed in the bits.
    [Fact]
    public void A_photo_scores_the_same_bits_whether_its_heat_map_is_asked_for_or_not_and_wherever_it_is_written()
    {
        var graph = new OnnxGraph("mean of the map");
        var photo = graph.Input(ModelContract.PhotoInput, 0, 3, TinyModel.Side, TinyModel.Side);
        var colours = graph.Constant("colours", [0.3f, 0.7f, 0.1f], 1, 3, 1, 1);
        var map = graph.Node("Conv", ModelContract.HeatMapOutput, [photo, colours], ("kernel_shape", new[] { 1L, 1 }));
        var mean = graph.Node("ReduceMean", "mean", [map], ("axes", new[] { 1L, 2, 3 }), ("keepdims", 1L));
        graph.Node("Reshape", ModelContract.ScoreOutput, [mean, graph.Integers("score_shape", -1, 1)]);
        graph.Node("Concat", ModelContract.LogitsOutput, [ModelContract.ScoreOutput, ModelContract.ScoreOutput], ("axis", 1L));
        graph.Output(ModelContract.HeatMapOutput, 0, 1, TinyModel.Side, TinyModel.Side);
        graph.Output(ModelContract.ScoreOutput, 0, 1);
        graph.Output(ModelContract.LogitsOutput, 0, 2);
        File.WriteAllBytes(_temp.At("mean.onnx"), ModelWriter.Bind(graph, TinyModel.Contract));
        using var model = Model.Load(_temp.At("mean.onnx"));
        var expected = Bits(model.NewScorer);
        List<byte[]> between = [];
        for (var number = 0; number < 24; number++)
        {
            between.Add(new byte[(8 * number) + 1]);
            Assert.Equal(expected, Bits(model.NewMappingScorer));
        }

        static List<int> Bits(Func<Scorer> make)
        {
            using var scorer = make();
            return [.. Enumerable.Range(0, 8).Select(pattern =>
            {
                GoldenPattern.Fill(pattern, TinyModel.Recipe, scorer.Input);
                scorer.Run();
                return BitConverter.SingleToInt32Bits(scorer.Result(0)[0]);
            })];
        }
    }

    [Fact]
    public void A_photo_scores_the_same_whatever_was_scored_before_it()
    {
        using var model = Load();
        using var scorer = model.NewScorer();
        var first = Judge(model, scorer, 0.3f, 0.2f, 0.1f);
        Judge(model, scorer, 0.9f, 0.9f, 0.9f);
        Assert.Equal(first, Judge(model, scorer, 0.3f, 0.2f, 0.1f));
    }

    [Fact]
    public async Task Two_scorers_on_two_threads_give_the_bits_of_one()
    {
        using var model = Load();
        var alone = Scores();
        var together = await Task.WhenAll(Task.Run(Scores), Task.Run(Scores));
        Assert.Equal(alone, together[0]);
        Assert.Equal(alone, together[1]);

        int[] Scores()
        {
            using var scorer = model.NewScorer();
            var bits = new List<int>();
            for (var pattern = 0; pattern < 60; pattern++)
            {
                GoldenPattern.Fill(pattern, TinyModel.Recipe, scorer.Input);
                scorer.Run();
                bits.Add(BitConverter.SingleToInt32Bits(scorer.Result(0)[0]));
                bits.Add(BitConverter.SingleToInt32Bits(scorer.Result(1)[1]));
            }

            return [.. bits];
        }
    }

    [Fact]
    public void A_photo_that_gives_no_number_is_a_fault_and_not_a_score()
    {
        using var model = Load();
        using var scorer = model.NewScorer();
        scorer.Input.Fill(float.NaN);
        Assert.Throws<ModelException>(() => model.Judge(scorer));
    }

    [Fact]
    public void The_golden_patterns_differ_and_lie_in_the_range_of_a_photo()
    {
        var inputs = Enumerable.Range(0, GoldenPattern.Count).Select(number =>
        {
            var input = new float[TinyModel.Recipe.Length];
            GoldenPattern.Fill(number, TinyModel.Recipe, input);
            return input;
        }).ToList();
        Assert.All(inputs, input => Assert.All(input, value => Assert.InRange(value, 0, 1)));
        Assert.Equal(GoldenPattern.Count, inputs.Select(input => string.Join(' ', input)).Distinct().Count());
    }

    // Four decimals decide; nearer than 0.0005 to the threshold nothing does.
    [Theory]
    [InlineData(0.9994, Decision.Pass)]
    [InlineData(0.9995, Decision.Pass)]
    [InlineData(0.9996, Decision.TooCloseToCall)]
    [InlineData(1.0000, Decision.TooCloseToCall)]
    [InlineData(1.0004, Decision.TooCloseToCall)]
    [InlineData(1.0005, Decision.Flag)]
    [InlineData(1.0006, Decision.Flag)]
    [InlineData(-50, Decision.Pass)]
    [InlineData(50, Decision.Flag)]
    public void A_score_in_the_band_round_the_threshold_decides_nothing(double score, Decision decision) =>
        Assert.Equal(decision, (TinyModel.Contract.OperatingPoint with { Threshold = 1 }).Decide(score));

    [Theory]
    [InlineData(1.00004999, 1.0)]
    [InlineData(1.00005001, 1.0001)]
    [InlineData(-1.00005001, -1.0001)]
    public void A_score_is_rounded_to_four_decimals_before_it_decides(double raw, double rounded) => Assert.Equal(rounded, OperatingPoint.Round(raw));

    // Platt 1999: p = 1 / (1 + exp(A s + B)); A is negative where higher scores are more suspect.
    [Fact]
    public void A_higher_score_is_a_higher_probability_and_B_alone_gives_that_of_zero()
    {
        var platt = new Calibration(-2, 0.25, 40, 30);
        Assert.True(platt.At(1).Value > platt.At(0).Value && platt.At(0).Value > platt.At(-1).Value);
        Assert.Equal(1 / (1 + Math.Exp(0.25)), platt.At(0).Value, 12);
        Assert.Equal(0.5, platt.At(0.125).Value, 12);
    }

    [Theory]
    [InlineData(1e6)]
    [InlineData(-1e6)]
    public void An_extreme_score_is_still_a_probability(double score) => Assert.InRange(new Calibration(-2, 0, 40, 30).At(score).Value, 0, 1);

    private static Opinion Judge(Model model, Scorer scorer, float red, float green, float blue)
    {
        var plane = TinyModel.Side * TinyModel.Side;
        scorer.Input[..plane].Fill(red);
        scorer.Input.Slice(plane, plane).Fill(green);
        scorer.Input[(2 * plane)..].Fill(blue);
        return model.Judge(scorer);
    }

    private Model Load() => Model.Load(TinyModel.Write(_temp.At("tiny.onnx")));
}
