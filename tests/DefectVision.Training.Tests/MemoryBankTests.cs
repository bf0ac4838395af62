using DefectVision.Imaging;
using DefectVision.Inference;
using DefectVision.Inference.Graph;
using DefectVision.Statistics;
using DefectVision.Training.Backbones;

namespace DefectVision.Training.Tests;

/// <summary>
/// Rules: a distance is told in the spacing that good places have where it ends (after Breunig et al. 2000, LOF), on the mean of all 1; no place is so crowded that a distance counts more
/// than ten times; what a network's own distances mean is kept where it says that they mean something.
/// </summary>
public sealed class MemoryBankTests
{
    private const int Side = 64;

    // Numbers and two coordinates. Plain, without position, on a line: 25 places one apart, and 25 three apart far from them.
    [Fact]
    public void Where_good_places_lie_three_times_as_far_apart_the_spacing_is_three_times_as_wide()
    {
        var close = Enumerable.Range(0, 25).Select(at => Place(at));
        var wide = Enumerable.Range(0, 25).Select(at => Place(1000 + (3 * at)));
        var memory = MemoryBank.Of([.. close, .. wide], 1, isPlain: true, MemoryKind.Upright);
        var spacings = memory.Places.Zip(memory.Spacing()).OrderBy(pair => pair.First[0]).Select(pair => (double)pair.Second).ToList();
        Assert.Equal(50, spacings.Count);
        Assert.Equal(1, spacings.Average(), 5);
        for (var at = 0; at < 25; at++)
        {
            Assert.Equal(3, spacings[25 + at] / spacings[at], 3);
        }
    }

    [Fact]
    public void Good_places_that_repeat_themselves_make_no_distance_more_than_ten_times_as_long()
    {
        var memory = MemoryBank.Of([.. Enumerable.Repeat(0, 30).Select(_ => Place(0)), .. Enumerable.Range(1, 30).Select(at => Place(10 * at))], 1, isPlain: true, MemoryKind.Upright);
        Assert.Equal(0.1, memory.Spacing().Min(), 5);
    }

    [Fact]
    public void One_place_and_places_that_are_all_alike_have_the_spacing_one()
    {
        Assert.Equal([1f], MemoryBank.Of([Place(3)], 1, isPlain: true, MemoryKind.Upright).Spacing());
        Assert.All(MemoryBank.Of([Place(3), Place(3), Place(3)], 1, isPlain: true, MemoryKind.Upright).Spacing(), spacing => Assert.Equal(1, spacing));
    }

    // Gonzalez 1985: always the place that is farthest from all that were chosen. Held against the definition, which passes all places for every choice.
    [Fact]
    public void The_places_that_are_kept_are_chosen_one_after_the_other_each_the_farthest_from_the_rest()
    {
        var random = new PinnedGenerator(1, stream: 0);
        float[][] places = [.. Enumerable.Range(0, 2500).Select(_ => new[] { (float)random.NextDouble(), (float)random.NextDouble(), 0, 0 })];
        var memory = MemoryBank.Of(places, 1, isPlain: true, MemoryKind.Upright with { MostPlaces = 300 });
        var left = places.Select(memory.Projection.Apply).ToList();
        var distances = left.ConvertAll(place => Distance(place, memory.Places[0]));
        for (var at = 1; at < 300; at++)
        {
            Assert.Equal(distances.Max(), distances[left.FindIndex(place => place.AsSpan().SequenceEqual(memory.Places[at]))], 5);
            distances = [.. distances.Zip(left, (distance, place) => Math.Min(distance, Distance(place, memory.Places[at])))];
        }
    }

    [Fact]
    public void A_memory_that_grew_has_the_spacing_of_the_places_it_has_now()
    {
        var before = MemoryBank.Of([.. Enumerable.Range(0, 10).Select(at => Place(at))], 1, isPlain: true, MemoryKind.Upright);
        Assert.Equal(10, before.Spacing().Length);
        var grown = before.With([.. Enumerable.Range(0, 30).Select(at => Place(100 + (3 * at)))], 1);
        Assert.Equal((grown.Places.Count, 1.0), (grown.Spacing().Length, Math.Round(grown.Spacing().Average(), 5)));
        Assert.NotEqual(before.Spacing(), grown.Spacing().Take(10));
    }

    // Held against the definition, place by place.
    [Fact]
    public void The_heat_map_of_the_graph_is_the_distance_to_the_nearest_good_place_over_the_spacing_there()
    {
        var network = new Network(new InputRecipe(InputRecipe.CurrentVersion, Side, Side), Path.Combine(AppContext.BaseDirectory, "backbone.onnx"));
        var memory = MemoryBank.Of([.. Enumerable.Range(1, 6).SelectMany(seed => Places(network, (ulong)seed))], 1, isPlain: false, MemoryKind.Upright);
        var spacing = memory.Spacing();
        var expected = Places(network, 99).Select(memory.Projection.Apply).Select(place =>
        {
            var distances = memory.Places.Select(good => Distance(place, good)).ToList();
            var nearest = distances.IndexOf(distances.Min());
            return distances[nearest] / spacing[nearest];
        }).ToList();
        var (graph, _) = network.With(memory);
        var flat = graph.Node("Reshape", "heat_list", [ModelContract.HeatMapOutput, graph.Integers("heat_list_shape", -1, network.PlaceCount)]);
        graph.Output(flat, 0, network.PlaceCount);
        var found = Look(graph, flat, network.PlaceCount, 99);
        for (var at = 0; at < expected.Count; at++)
        {
            Assert.Equal(expected[at], found[at], 0.01 * expected.Max());
        }
    }

    [Theory]
    [InlineData(true, 4)]
    [InlineData(false, 1)]
    public void Plain_distances_keep_their_proportions_and_whitened_ones_weigh_each_direction_the_same(bool isPlain, double ratio)
    {
        float[][] places = [[0, 0, 0, 0], [4, 0, 0, 0], [0, 1, 0, 0], [4, 1, 0, 0]];
        var projection = MemoryBank.Of(places, 1, isPlain, MemoryKind.Upright).Projection;
        var projected = places.Select(projection.Apply).ToList();
        Assert.Equal(ratio, Distance(projected[0], projected[1]) / Distance(projected[0], projected[2]), 4);
    }

    private static float[][] Places(Network network, ulong seed)
    {
        var flat = Look(network.ForPlaces(), Network.Places, network.PlaceLength * network.PlaceCount, seed);
        return [.. Enumerable.Range(0, network.PlaceCount).Select(place => Enumerable.Range(0, network.PlaceLength).Select(channel => flat[(channel * network.PlaceCount) + place]).ToArray())];
    }

    // Noise of its own brightness by photo and place.
    private static float[] Look(OnnxGraph graph, string output, int length, ulong seed)
    {
        using var embedder = new Embedder(graph, output, length, Side, Side);
        using var scorer = embedder.NewScorer();
        var random = new PinnedGenerator(seed, stream: 0);
        for (var at = 0; at < scorer.Input.Length; at++)
        {
            scorer.Input[at] = (float)(random.NextDouble() * (0.3 + (0.7 * (at % Side) / Side)));
        }

        scorer.Run();
        return scorer.Result(0).ToArray();
    }

    private static float[] Place(float at) => [at, 0, 0, 0];

    private static double Distance(float[] one, float[] other) => Math.Sqrt(one.Zip(other).Sum(pair => Math.Pow(pair.First - pair.Second, 2)));
}
