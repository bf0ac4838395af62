using DefectVision.Imaging;
using DefectVision.Inference;
using DefectVision.Inference.Graph;

namespace DefectVision.Training.Backbones;

/// <summary>
/// A backbone that nobody trained: oriented quadrature filters (Gabor 1946; Daugman 1985, JOSA A 2:1160) and centre-surround differences of Gaussians
/// (Marr and Hildreth 1980, Proc. R. Soc. B 207:187) on a pyramid of lightness and two opponent colours, brought to one grid of stride 8.
/// </summary>
internal static class FilterBank
{
    private const int Orientations = 8;
    private const int Levels = 4;
    private const int Side = 7;
    public const int Stride = 8;

    /// <summary>Photos in, maps out, for inputs of the recipe's size.</summary>
    public static Backbone Build(InputRecipe recipe)
    {
        var graph = new OnnxGraph("defectvision");
        var photo = graph.Input(ModelContract.PhotoInput, 0, 3, recipe.Height, recipe.Width);
        var maps = new List<string>();
        var level = Opponent(graph, photo);
        var gabor = graph.Constant("gabor", Quadrature(), Orientations * 2, 1, Side, Side);
        var pairs = graph.Constant("gabor_pairs", PairSum(), Orientations, Orientations * 2, 1, 1);
        var surround = graph.Constant("surround", CentreSurround(), 3, 1, Side, Side);
        for (var octave = 0; octave < Levels; octave++)
        {
            if (octave > 0)
            {
                level = graph.Node("AveragePool", $"level{octave}", [level], ("kernel_shape", new[] { 2L, 2 }), ("strides", new[] { 2L, 2 }));
            }

            maps.Add(OrientedEnergy(graph, level, octave, gabor, pairs));
            maps.Add(Spots(graph, level, octave, surround));
        }

        maps.Add(level);
        return new Backbone("filter-bank/1", graph, graph.Node("Concat", "maps", [.. maps], ("axis", 1L)), (Levels * (Orientations + 6)) + 3);
    }

    // Lightness, red against green, blue against yellow: each 0 for grey but the first.
    private static string Opponent(OnnxGraph graph, string photo)
    {
        var mix = graph.Constant("opponent_mix", [1 / 3f, 1 / 3f, 1 / 3f, 1, -1, 0, -0.5f, -0.5f, 1], 3, 3, 1, 1);
        return graph.Node("Conv", "level0", [photo, mix], ("kernel_shape", new[] { 1L, 1 }));
    }

    // The logarithm makes a change of light an offset, which later means and deviations take out.
    private static string OrientedEnergy(OnnxGraph graph, string level, int octave, string gabor, string pairs)
    {
        var light = graph.Node("Gather", $"light{octave}", [level, graph.Integers($"light_axis{octave}", 0)], ("axis", 1L));
        var even = graph.Node("Conv", $"quadrature{octave}", [light, gabor], ("kernel_shape", new[] { (long)Side, Side }), ("pads", Pads()));
        var power = graph.Node("Mul", $"power{octave}", [even, even]);
        var summed = graph.Node("Conv", $"energy{octave}", [power, pairs], ("kernel_shape", new[] { 1L, 1 }));
        var pooled = ToStride(graph, summed, octave, "AveragePool", $"energy_grid{octave}");
        var floor = graph.Constant($"energy_floor{octave}", [1e-4f], 1);
        return graph.Node("Log", $"energy_log{octave}", [graph.Node("Add", $"energy_safe{octave}", [pooled, floor])]);
    }

    // Light and dark spots apart, in each of the three colours; the strongest of each cell survives.
    private static string Spots(OnnxGraph graph, string level, int octave, string surround)
    {
        var response = graph.Node(
            "Conv",
            $"spots{octave}",
            [level, surround],
            ("kernel_shape", new[] { (long)Side, Side }),
            ("pads", Pads()),
            ("group", 3L));
        var light = graph.Node("Relu", $"spots_light{octave}", [response]);
        var dark = graph.Node("Relu", $"spots_dark{octave}", [graph.Node("Neg", $"spots_neg{octave}", [response])]);
        return ToStride(graph, graph.Node("Concat", $"spots_both{octave}", [light, dark], ("axis", 1L)), octave, "MaxPool", $"spots_grid{octave}");
    }

    private static string ToStride(OnnxGraph graph, string maps, int octave, string pool, string name)
    {
        long step = Stride >> octave;
        return step == 1 ? maps : graph.Node(pool, name, [maps], ("kernel_shape", new[] { step, step }), ("strides", new[] { step, step }));
    }

    private static long[] Pads() => [Side / 2, Side / 2, Side / 2, Side / 2];

    // Even and odd Gabor filters, wavelength 4 px, Gaussian of 1.6 px; the even ones without a mean.
    private static float[] Quadrature()
    {
        const double Wavelength = 4;
        const double Sigma = 1.6;
        var filters = new float[Orientations * 2 * Side * Side];
        for (var orientation = 0; orientation < Orientations; orientation++)
        {
            var angle = Math.PI * orientation / Orientations;
            var even = Kernel((x, y) => Gaussian(x, y, Sigma) * Math.Cos(2 * Math.PI * Along(x, y) / Wavelength));
            var odd = Kernel((x, y) => Gaussian(x, y, Sigma) * Math.Sin(2 * Math.PI * Along(x, y) / Wavelength));
            var envelope = Kernel((x, y) => Gaussian(x, y, Sigma));
            var mean = even.Sum() / envelope.Sum();
            for (var i = 0; i < even.Length; i++)
            {
                even[i] -= mean * envelope[i];
            }

            Place(even, filters, 2 * orientation);
            Place(odd, filters, (2 * orientation) + 1);

            double Along(int x, int y) => (x * Math.Cos(angle)) + (y * Math.Sin(angle));
        }

        return filters;
    }

    private static float[] PairSum()
    {
        var sum = new float[Orientations * Orientations * 2];
        for (var orientation = 0; orientation < Orientations; orientation++)
        {
            sum[(orientation * Orientations * 2) + (2 * orientation)] = 1;
            sum[(orientation * Orientations * 2) + (2 * orientation) + 1] = 1;
        }

        return sum;
    }

    private static float[] CentreSurround()
    {
        var centre = Kernel((x, y) => Gaussian(x, y, 0.9));
        var ring = Kernel((x, y) => Gaussian(x, y, 2.2));
        var (centreSum, ringSum) = (centre.Sum(), ring.Sum());
        var difference = centre.Zip(ring, (inner, outer) => (inner / centreSum) - (outer / ringSum)).ToArray();
        var filters = new float[3 * Side * Side];
        for (var colour = 0; colour < 3; colour++)
        {
            Place(difference, filters, colour, 1);
        }

        return filters;
    }

    private static double[] Kernel(Func<int, int, double> value)
    {
        var kernel = new double[Side * Side];
        for (var i = 0; i < kernel.Length; i++)
        {
            kernel[i] = value((i % Side) - (Side / 2), (i / Side) - (Side / 2));
        }

        return kernel;
    }

    private static double Gaussian(int x, int y, double sigma) => Math.Exp(-((x * x) + (y * y)) / (2 * sigma * sigma));

    // Scaled to unit sum of magnitudes, so that filters are comparable, unless told to keep the scale.
    private static void Place(double[] kernel, float[] filters, int at, double? scale = null)
    {
        var norm = scale ?? kernel.Sum(Math.Abs);
        for (var i = 0; i < kernel.Length; i++)
        {
            filters[(at * kernel.Length) + i] = (float)(kernel[i] / norm);
        }
    }
}
