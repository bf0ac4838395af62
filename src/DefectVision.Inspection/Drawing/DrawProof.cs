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

        if (draw.Method is { } method && method != RandomDraw.Method)
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

        var derived = RandomDraw.Of(size, sample, seed).Select(position => names is null ? NameOf(position, size) : names[position - 1]).ToList();
        var added = draw.Items.Except(derived, StringComparer.Ordinal).ToList();
        var removed = derived.Except(draw.Items, StringComparer.Ordinal).ToList();
        return added.Count == 0 && removed.Count == 0
            ? null
            : (FormattableString)$"its items are not those that its seed {seed} draws ({sample} of {size}): on the list and not drawn: {Listed(added)}; drawn and not on the list: {Listed(removed)}";
    }

    private static FormattableString Listed(IReadOnlyList<string> items) => items.Count == 0 ? (FormattableString)$"none" : $"{Names.Some(items)}";
}
