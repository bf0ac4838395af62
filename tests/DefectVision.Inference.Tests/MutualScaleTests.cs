using DefectVision.Fixtures;
using DefectVision.Imaging;
using DefectVision.Inference.Mutual;
using DefectVision.Statistics;

namespace DefectVision.Inference.Tests;

/// <summary>Rules of mutual scoring (Li et al. 2024): what few photos show is unlike the others, there where they show it; photos of one item say nothing of each other.</summary>
public sealed class MutualScaleTests : IDisposable
{
    private const int Side = 128;
    private readonly TempFolder _temp = new();
    private readonly MutualNetwork _network;

    public MutualScaleTests() => _network = new MutualNetwork(TinyFeatures.Write(_temp.At("features.onnx")), new InputRecipe(InputRecipe.CurrentVersion, Side, Side));

    public void Dispose()
    {
        _network.Dispose();
        _temp.Dispose();
    }

    [Fact]
    public void A_photo_that_shows_what_no_other_does_is_the_most_unlike_and_there_where_it_shows_it()
    {
        List<Reference> photos = [.. Enumerable.Range(0, 9).Select(number => Photo(number)), Photo(9, (2, 5))];
        using var scale = new MutualScale(_network, photos);
        using var measure = scale.NewMeasure();
        var maps = photos.Select(photo => measure.Map(photo.Part, photo.Item, photo.Places)!).ToList();
        var scores = maps.ConvertAll(map => MutualMeasure.Score(map));
        Assert.Equal(9, scores.IndexOf(scores.Max()));
        Assert.True(scores[9] > 1.5 * scores.Take(9).Max(), string.Join(' ', scores));
        // A place is the mean of 3 x 3.
        var (row, column) = Hottest(maps[9]);
        Assert.True(row is >= 1 and <= 3 && column is >= 4 and <= 6, $"{row} {column}");
    }

    // Half of them show it: the nearest of the nine others does so, too.
    [Fact]
    public void What_many_photos_show_is_usual()
    {
        List<Reference> photos = [.. Enumerable.Range(0, 5).Select(number => Photo(number)), .. Enumerable.Range(5, 5).Select(number => Photo(number, (2, 5)))];
        using var scale = new MutualScale(_network, photos);
        using var measure = scale.NewMeasure();
        var scores = photos.Select(photo => MutualMeasure.Score(measure.Map(photo.Part, photo.Item, photo.Places)!)).ToList();
        Assert.True(scores.Skip(5).Average() < 1.3 * scores.Take(5).Average(), string.Join(' ', scores));
    }

    [Fact]
    public void Photos_of_one_item_do_not_vouch_for_each_other()
    {
        List<Reference> photos = [.. Enumerable.Range(0, 8).Select(number => Photo(number)), Photo(8, (2, 5)), Photo(9, (2, 5)), Photo(10, (2, 5))];
        var (apart, together) = (Score(photos), Score([.. photos.Take(8), .. photos.Skip(8).Select(photo => photo with { Item = "8" })]));
        Assert.True(together > 1.4 * apart, $"{together} {apart}");

        double Score(IReadOnlyList<Reference> all)
        {
            using var scale = new MutualScale(_network, all);
            using var measure = scale.NewMeasure();
            return MutualMeasure.Score(measure.Map(all[8].Part, all[8].Item, all[8].Places)!);
        }
    }

    // A dark square that stands elsewhere in each of the others, as in goods at any angle: only their turned looks show it there.
    [Fact]
    public void The_nearest_of_the_looks_of_a_reference_counts_and_is_known_by_its_place()
    {
        List<Reference> upright = [.. Enumerable.Range(0, 8).Select(number => Photo(number, (6, 6)))];
        List<Reference> turned = [.. upright.Select((photo, number) => photo with { Turned = [Photo(50 + number, (2, 5)).Places] })];
        var asked = Photo(20, (2, 5));
        Assert.True(Score(upright) > 2 * Score(turned), $"{Score(upright)} {Score(turned)}");
        Assert.Equal(new Tally(0, 8), Upright(asked));
        Assert.Equal(new Tally(7, 7), Upright(Photo(7, (6, 6))));

        double Score(IReadOnlyList<Reference> references)
        {
            using var scale = new MutualScale(_network, references);
            using var measure = scale.NewMeasure();
            return MutualMeasure.Score(measure.Map(asked.Part, asked.Item, asked.Places)!);
        }

        Tally Upright(Reference photo)
        {
            using var scale = new MutualScale(_network, turned);
            using var measure = scale.NewMeasure();
            return measure.Upright(photo.Item, photo.Places);
        }
    }

    // Goods in two views, each held against both, have a half.
    [Theory]
    [InlineData(42, 128, true)]
    [InlineData(43, 128, false)]
    [InlineData(64, 128, false)]
    [InlineData(0, 0, false)]
    public void Goods_lie_at_any_angle_where_fewer_than_a_third_of_the_pairs_are_most_alike_upright(int upright, int pairs, bool isAtAnyAngle) =>
        Assert.Equal(isAtAnyAngle, AnyAngle.IsToldBy(new Tally(upright, pairs)));

    // Another part of other goods, however large, changes little: as many of the nearest count as in the own part alone.
    [Fact]
    public void Photos_of_other_goods_do_not_drown_those_of_ones_own()
    {
        List<Reference> own = [.. Enumerable.Range(0, 9).Select(number => Photo(number)), Photo(9, (2, 5))];
        List<Reference> others = [.. Enumerable.Range(20, 40).Select(number => Photo(number, shade: 90) with { Part = "other" })];
        using var scale = new MutualScale(_network, [.. own, .. others]);
        using var measure = scale.NewMeasure();
        var scores = own.ConvertAll(photo => MutualMeasure.Score(measure.Map(photo.Part, photo.Item, photo.Places)!));
        Assert.Equal(9, scores.IndexOf(scores.Max()));
        Assert.True(scores[9] > 1.5 * scores.Take(9).Max(), string.Join(' ', scores));
    }

    [Theory]
    [InlineData(MutualScale.Fewest, false)]
    [InlineData(MutualScale.Fewest + 1, true)]
    public void Fewer_than_four_other_items_say_nothing(int photos, bool isKnown)
    {
        List<Reference> all = [.. Enumerable.Range(0, photos).Select(number => Photo(number))];
        using var scale = new MutualScale(_network, all);
        using var measure = scale.NewMeasure();
        Assert.Equal(isKnown, measure.Map(all[0].Part, all[0].Item, all[0].Places) is not null);
    }

    [Fact]
    public void Distances_are_those_worked_out_one_by_one()
    {
        const int places = 6;
        const int numbers = 5;
        var random = new PinnedGenerator(3, stream: 0);
        float[] Draw() => [.. Enumerable.Range(0, places * numbers).Select(_ => (float)((20 * random.NextDouble()) - 10))];
        var (photo, other) = (Draw(), Draw());
        using var distances = new PlaceDistances(places, numbers);
        using var run = distances.NewRun();
        using var side = distances.Reference(other);
        run.Take(photo);
        var nearest = run.Nearest(side).ToArray();
        for (var place = 0; place < places; place++)
        {
            var wanted = Enumerable.Range(0, places).Min(at => Math.Sqrt(Enumerable.Range(0, numbers).Sum(number => Math.Pow(photo[(place * numbers) + number] - other[(at * numbers) + number], 2))));
            Assert.Equal(wanted, nearest[place], 1e-3);
        }
    }

    // Squares of 16 px of an even ground with a little noise, one of them dark.
    private Reference Photo(int number, (int Row, int Column)? dark = null, byte shade = 200)
    {
        var random = new PinnedGenerator(7, stream: (ulong)number);
        using var scorer = _network.NewScorer();
        var input = scorer.Input;
        for (var at = 0; at < input.Length; at++)
        {
            var (row, column) = (at / Side % Side / 16, at % Side / 16);
            input[at] = (float)(((dark == (row, column) ? 30 : shade) + (random.NextDouble() * 12)) / 255);
        }

        scorer.Run();
        return new Reference("part", number.ToString(System.Globalization.CultureInfo.InvariantCulture), scorer.Result(0).ToArray());
    }

    private (int Row, int Column) Hottest(float[] map) => Math.DivRem(Array.IndexOf(map, map.Max()), _network.Columns);
}
