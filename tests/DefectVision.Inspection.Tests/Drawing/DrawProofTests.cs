using DefectVision.Inspection.Drawing;

namespace DefectVision.Inspection.Tests.Drawing;

/// <summary>Rule: a draw is proved by being repeated. Reference: the draw of 5,000 items, 200 of them, seed 7, begins with 18, 29, 30 (RandomDrawTests).</summary>
public sealed class DrawProofTests
{
    [Theory]
    [InlineData(1, 9, "1")]
    [InlineData(1, 10, "01")]
    [InlineData(17, 280, "017")]
    public void A_number_is_padded_to_the_digits_of_the_lot_size(int position, int lotSize, string name) => Assert.Equal(name, DrawProof.NameOf(position, lotSize));

    [Fact]
    public void The_pinned_draw_is_repeated_and_one_item_less_is_named()
    {
        var whole = new LotDraw("lot", [.. Statistics.Sampling.RandomDraw.Of(5000, 200, 7).Select(position => $"{position:0000}")], 5000, 200, 7, null, null, null);
        Assert.Equal(["0018", "0029", "0030"], whole.Items.Take(3));
        Assert.Null(DrawProof.ProblemOf(whole, null));
        Assert.Contains("drawn and not on the list: 0018", DrawProof.ProblemOf(whole with { Items = [.. whole.Items.Skip(1)] }, null)!.InEnglish(), StringComparison.Ordinal);
        Assert.Contains("larger than its lot", DrawProof.ProblemOf(whole with { LotSize = 199 }, null)!.InEnglish(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_stage_of_every_item_follows_from_the_seed_too()
    {
        var (first, second) = Statistics.Sampling.RandomDraw.InStages(280, 20, 12, 7);
        var whole = new LotDraw("lot", [.. first.Concat(second).Select(position => $"{position:000}")], 280, 32, 7, Statistics.Sampling.RandomDraw.MethodInStages, null, null)
        {
            FirstStage = 20,
            Stages = [.. first.Select(_ => "1"), .. second.Select(_ => "2")],
        };
        Assert.Null(DrawProof.ProblemOf(whole, null));
        Assert.Equal(
            $"the stage of some items is not the one that its seed 7 draws them in: {first[^1]:000}, {second[0]:000}",
            DrawProof.ProblemOf(whole with { Stages = [.. whole.Stages.Take(19), "2", "1", .. whole.Stages.Skip(21)] }, null)!.InEnglish());
        Assert.Contains("the stage of some items", DrawProof.ProblemOf(whole with { Stages = [] }, null)!.InEnglish(), StringComparison.Ordinal);
        Assert.Contains("its first stage of 32 items leaves none of its 32", DrawProof.ProblemOf(whole with { FirstStage = 32 }, null)!.InEnglish(), StringComparison.Ordinal);
        Assert.Contains("which this version cannot repeat", DrawProof.ProblemOf(whole with { FirstStage = null }, null)!.InEnglish(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_cartons_opened_and_the_carton_of_every_item_follow_from_the_seed()
    {
        var positions = Statistics.Sampling.CartonDraw.Of(1200, 24, 8, 80, 7);
        var whole = new LotDraw("lot", [.. positions.Select(position => $"{position:0000}")], 1200, 80, 7, Statistics.Sampling.CartonDraw.Method, null, null)
        {
            Cartons = new DrawnCartons(8, 24),
            CartonOf = [.. positions.Select(position => $"{((position - 1) / 24) + 1}")],
        };
        Assert.Null(DrawProof.ProblemOf(whole, null));
        Assert.Equal(50, whole.CartonsInLot);
        Assert.Equal("the carton of some items is not the one that they lie in by their number: 0121", DrawProof.ProblemOf(whole with { CartonOf = ["7", .. whole.CartonOf.Skip(1)] }, null)!.InEnglish());
        Assert.Contains("the carton of some items", DrawProof.ProblemOf(whole with { CartonOf = [] }, null)!.InEnglish(), StringComparison.Ordinal);
        Assert.Equal("it opens 51 cartons, and its lot fills only 50", DrawProof.ProblemOf(whole with { Cartons = new DrawnCartons(51, 24) }, null)!.InEnglish());
        Assert.Equal("its sample of 193 items is larger than the 192 items of the cartons that it opens", DrawProof.ProblemOf(whole with { SampleSize = 193 }, null)!.InEnglish());
        Assert.Contains("its items are not those", DrawProof.ProblemOf(whole with { SampleSize = 192 }, null)!.InEnglish(), StringComparison.Ordinal);
        Assert.Contains("which this version cannot repeat", DrawProof.ProblemOf(whole with { Cartons = null }, null)!.InEnglish(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, null)]
    [InlineData(2, "its item list holds 2 names, and its lot size is 3")]
    public void Items_by_name_follow_from_as_many_names_as_the_lot_holds(int names, string? problem)
    {
        string[] all = ["a", "b", "c"];
        Assert.Equal(problem, DrawProof.ProblemOf(new LotDraw("lot", all, 3, 3, 1, null, null, null), all[..names])?.InEnglish());
    }
}
