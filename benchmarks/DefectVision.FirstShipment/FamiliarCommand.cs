using System.Globalization;
using DefectVision.Inference;

namespace DefectVision.FirstShipment;

/// <summary>
/// Which goods a model knows: each model, learned from half of the good photos of its goods, is shown the other half, its own defective photos alone, and lots of all other
/// goods, of good and of defective photos. Printed is the share of strange places of the middle photo, by which a lot is told, and how many single photos lie beyond limits.
/// </summary>
internal static class FamiliarCommand
{
    private const int MostLearned = 40;
    private const int MostShown = 25;
    private const int MostOwn = 80;

    // Of single photos.
    private static readonly double[] Limits = [0.2, 0.25, 0.3, 0.35, 0.4, 0.5];

    /// <param name="all">Goods.</param>
    /// <param name="models">Further models, learned from other goods.</param>
    /// <param name="seeds">One training each.</param>
    public static void Run(IReadOnlyList<Goods> all, IReadOnlyList<string> models, IReadOnlyList<ulong> seeds)
    {
        Console.WriteLine($"model; seed; goods; photos; middle; lowest; highest; most allowed; photos beyond {string.Join(", ", Limits.Select(limit => limit.ToString(CultureInfo.InvariantCulture)))}");
        foreach (var file in models)
        {
            using var model = Model.Load(file);
            Show(Path.GetFileNameWithoutExtension(file), 0, model, all.SelectMany(other => Lots(other)));
        }

        foreach (var goods in all)
        {
            foreach (var seed in seeds)
            {
                var drawn = Goods.Draw(goods.Good, goods.Good.Count, seed);
                var held = drawn.Take(drawn.Count / 2).ToList();
                using var model = Learning.FromGood([.. drawn.Skip(held.Count).Take(MostLearned)], seed);
                Show(goods.Name, seed, model, all.SelectMany(other => other == goods ? Lots(goods with { Good = held }, MostOwn) : Lots(other)));
            }
        }
    }

    private static IEnumerable<(string Name, IReadOnlyList<string> Photos)> Lots(Goods goods, int most = MostShown) =>
        [($"{goods.Name} good", Goods.Draw(goods.Good, most, 1)), ($"{goods.Name} defective", Goods.Draw(goods.Defective, most, 1))];

    private static void Show(string name, ulong seed, Model model, IEnumerable<(string Name, IReadOnlyList<string> Photos)> lots)
    {
        foreach (var (lot, photos) in lots)
        {
            var shares = Learning.Opinions(model, photos).Select(opinion => opinion.Strangeness!.Value).Order().ToList();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}; {seed}; {lot}; {photos.Count}; {shares[(shares.Count - 1) / 2]:0.000}; {shares[0]:0.000}; {shares[^1]:0.000}; {model.Contract.Familiar!.MostStrange}; {string.Join(", ", Limits.Select(limit => shares.Count(share => share > limit)))}"));
        }
    }
}
