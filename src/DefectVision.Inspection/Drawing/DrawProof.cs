using System.Globalization;
using DefectVision.Statistics.Sampling;

namespace DefectVision.Inspection.Drawing;

/// <summary>Repeats a draw from what its list says of it, so that a list that was edited afterwards shows.</summary>
public static class DrawProof
{
    /// <summary>The name of an item that has none but its number: zero-padded to the digits of the lot's size.</summary>
    /// <param name="position">1 to the lot's size.</param>
    /// <param name="lotSize">1 or more.</param>
    public static string NameOf(int position, int lotSize)
    {
        var digits = lotSize.ToString(CultureInfo.InvariantCulture).Length;
        return position.ToString("D" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    /// <summary>Why the items do not follow from seed, lot size and item list, as the end of a sentence; null when every one of them does and none is missing.</summary>
    /// <param name="draw">As read; its own problem is not looked at.</param>
    /// <param name="names">Every item of the lot by name, in the order of their positions; null: they are numbered.</param>
    public static FormattableString? ProblemOf(LotDraw draw, IReadOnlyList<string>? names)
    {
        if (draw is not { LotSize: { } size, SampleSize: { } sample, Seed: { } seed })
        {
            return draw.LotSize is null ? $"it does not say from how many items it was drawn"
                : draw.Seed is null ? (FormattableString)$"it gives no seed"
                : $"it does not say how many items were drawn";
        }

        if (draw.Method is { } method && method != MethodOf(draw))
        {
            return $"it was made by the method {method}, which this version cannot repeat";
        }

        if (names is not null && names.Count != size)
        {
            return $"its item list holds {names.Count} names, and its lot size is {size}";
        }

        if (sample > size)
        {
            return $"its sample of {sample} items is larger than its lot of {size}";
        }

        if (draw.FirstStage >= sample)
        {
            return $"its first stage of {draw.FirstStage} items leaves none of its {sample} for the second";
        }

        if (draw.Cartons is { } cartons && draw.CartonsInLot < cartons.Opened)
        {
            return $"it opens {cartons.Opened} cartons, and its lot fills only {draw.CartonsInLot}";
        }

        if (draw.Cartons is { } opened && CartonDraw.SampleSize(size, opened.PackSize, opened.Opened, opened.PackSize, seed) is var held && held < sample)
        {
            return $"its sample of {sample} items is larger than the {held} items of the cartons that it opens";
        }

        var stages = Positions(size, sample, draw.FirstStage, draw.Cartons, seed);
        var derived = stages.SelectMany(positions => positions).Select(Name).ToList();
        var added = draw.Items.Except(derived, StringComparer.Ordinal).ToList();
        var removed = derived.Except(draw.Items, StringComparer.Ordinal).ToList();
        return added.Count == 0 && removed.Count == 0
            ? WrongStage() ?? WrongCarton()
            : (FormattableString)$"its items are not those that its seed {seed} draws ({sample} of {size}): on the list and not drawn: {Listed(added)}; drawn and not on the list: {Listed(removed)}";

        string Name(int position) => names is null ? NameOf(position, size) : names[position - 1];

        FormattableString? WrongCarton()
        {
            if (draw.Cartons is not { } drawn)
            {
                return null;
            }

            var cartonOf = stages[0].ToDictionary(Name, position => CartonDraw.CartonOf(position, drawn.PackSize).ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal);
            var wrong = draw.Items.Where((item, at) => draw.CartonOf.ElementAtOrDefault(at) != cartonOf.GetValueOrDefault(item)).ToList();
            return wrong.Count == 0 ? null : (FormattableString)$"the carton of some items is not the one that they lie in by their number: {Names.Some(wrong)}";
        }

        FormattableString? WrongStage()
        {
            if (draw.FirstStage is null)
            {
                return null;
            }

            var first = stages[0].Select(Name).ToHashSet(StringComparer.Ordinal);
            var wrong = draw.Items.Where((item, at) => draw.Stages.ElementAtOrDefault(at) != (first.Contains(item) ? "1" : "2")).ToList();
            return wrong.Count == 0 ? null : (FormattableString)$"the stage of some items is not the one that its seed {seed} draws them in: {Names.Some(wrong)}";
        }
    }

    /// <summary>The generator and algorithm of a draw of this kind.</summary>
    public static string MethodOf(LotDraw draw) => draw.Cartons is not null ? CartonDraw.Method : draw.FirstStage is null ? RandomDraw.Method : RandomDraw.MethodInStages;

    /// <summary>The positions drawn, by stage.</summary>
    /// <param name="lotSize">1 or more.</param>
    /// <param name="sampleSize">Of all stages, 0..lotSize.</param>
    /// <param name="firstStage">0..sampleSize; null: one stage. Not looked at where cartons are drawn.</param>
    /// <param name="cartons">To open; null: items are drawn from the whole lot.</param>
    /// <param name="seed">Fixed before the goods are seen.</param>
    public static IReadOnlyList<IReadOnlyList<int>> Positions(int lotSize, int sampleSize, int? firstStage, DrawnCartons? cartons, ulong seed) =>
        cartons is { } drawn ? [CartonDraw.Of(lotSize, drawn.PackSize, drawn.Opened, sampleSize, seed)]
        : firstStage is not { } first ? [RandomDraw.Of(lotSize, sampleSize, seed)]
        : RandomDraw.InStages(lotSize, first, sampleSize - first, seed) is var (one, two) ? [one, two]
        : [];

    private static FormattableString Listed(IReadOnlyList<string> items) => items.Count == 0 ? (FormattableString)$"none" : $"{Names.Some(items)}";
}
