using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using DefectVision.Imaging;
using DefectVision.Pipeline.Ordering;
using DefectVision.Statistics.Calibration;

namespace DefectVision.FirstShipment;

/// <summary>
/// Good and defective photos mixed, without labels: the area under the ROC curve of the mutual order, beside that of a model learned from as many other good
/// photos, on the same mixture.
/// </summary>
internal static class OrderCommand
{
    private const int MostGood = 60;
    private static readonly double[] Shares = [0.05, 0.1, 0.3];

    public static void Run(IReadOnlyList<Goods> all, IReadOnlyList<ulong> seeds, bool learns)
    {
        Console.WriteLine("set; defective; seed; photos; mutual; good only; seconds");
        foreach (var goods in all)
        {
            foreach (var seed in seeds)
            {
                var drawn = Goods.Draw(goods.Good, goods.Good.Count, seed);
                var mixed = drawn.Take(Math.Min(MostGood, drawn.Count / 2)).ToList();
                using var model = learns ? Learning.FromGood([.. drawn.Skip(mixed.Count).Take(MostGood)], seed) : null;
                foreach (var share in Shares)
                {
                    var defective = Goods.Draw(goods.Defective, Math.Max(1, (int)Math.Round(share / (1 - share) * mixed.Count)), seed);
                    List<string> photos = [.. mixed, .. defective];
                    var watch = Stopwatch.StartNew();
                    var order = Order(photos).ToDictionary(placed => placed.Path, placed => placed.Score);
                    var seconds = watch.Elapsed.TotalSeconds;
                    var good = model is null ? double.NaN : Area(Learning.Opinions(model, photos).Select(opinion => opinion.Score).ToList(), mixed.Count);
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{goods.Name}; {share:0.00}; {seed}; {mixed.Count} + {defective.Count}; {Area([.. photos.Select(photo => order[photo])], mixed.Count):0.000}; {good:0.000}; {seconds:0.0}"));
                }
            }
        }
    }

    public static IReadOnlyList<PlacedPhoto> Order(IReadOnlyList<string> photos) => MutualOrder.Of(
        [
            .. photos.Select(path =>
            {
                var bytes = File.ReadAllBytes(path);
                return new OrderPhoto(path, path, Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length, PhotoReader.ReadHeader(bytes)!, "LOT", path);
            }),
        ],
        Learning.Backbone,
        DecodeLimits.Default,
        Environment.ProcessorCount,
        null,
        CancellationToken.None);

    // The first photos are good.
    private static double Area(IReadOnlyList<double> scores, int good) =>
        AreaUnderCurve.Of([.. scores.Select((score, at) => new LabelledScore(score, at >= good))]).Value.Value;
}
