using System.Globalization;
using DefectVision.Inference;

namespace DefectVision.FirstShipment;

/// <summary>
/// Which goods a model knows: each model, learned from half of the good photos of its goods, is shown the other half, its own defective photos alone, and lots of all other
/// goods, of good and of defective photos. Printed is the share of strange places of the middle photo, by which a lot is told.
/// </summary>
internal static class FamiliarCommand
{
    private const int MostLearned = 40;
    private const int MostShown = 25;

    /// <param name="all">Goods.</param>
    /// <param name="models">Further models, learned from other goods.</param>
    /// <param name="seeds">One training each.</param>
    public static void Run(IReadOnlyList<Goods> all, IReadOnlyList<string> models, IReadOnlyList<ulong> seeds)
    {
        Console.WriteLine("model; seed; goods; photos; middle; lowest; highest; most allowed");
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
                Show(goods.Name, seed, model, all.SelectMany(other => other == goods ? Lots(goods with { Good = held }) : Lots(other)));
            }
        }
    }

    private static IEnumerable<(string Name, IReadOnlyList<string> Photos)> Lots(Goods goods) =>
        [($"{goods.Name} good", Goods.Draw(goods.Good, MostShown, 1)), ($"{goods.Name} defective", Goods.Draw(goods.Defective, MostShown, 1))];

    private static void Show(string name, ulong seed, Model model, IEnumerable<(string Name, IReadOnlyList<string> Photos)> lots)
    {
        foreach (var (lot, photos) in lots)
        {
            var shares = Learning.Opinions(model, photos).Select(opinion => opinion.Strangeness!.Value).Order().ToList();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}; {seed}; {lot}; {photos.Count}; {shares[(shares.Count - 1) / 2]:0.000}; {shares[0]:0.000}; {shares[^1]:0.000}; {model.Contract.Familiar!.MostStrange}"));
        }
    }
}
