using DefectVision.Evidence.Wording;
using DefectVision.Inspection;

namespace DefectVision.Evidence.Charts;

/// <summary>What a Pareto chart shows: whether one class stands out.</summary>
internal static class ClassFinding
{
    /// <param name="counts">Most often first; one at least.</param>
    /// <param name="items">All of them in words, such as "12 confirmed items".</param>
    public static FormattableString Of(IReadOnlyList<ClassCount> counts, FormattableString items)
    {
        var (first, all) = (counts[0], counts.Sum(count => count.Items));
        FormattableString named = $"{Phrases.DefectClass(first.DefectClass)} ({new Word(first.Severity)})";
        if (counts.Count == 1)
        {
            return all == 1 ? (FormattableString)$"One item: {named}." : $"One class alone: {named}, all of the {items}.";
        }

        if (counts[1].Items == first.Items)
        {
            return $"No class stands out: {Figures.Count(counts.Count(count => count.Items == first.Items))} of {Figures.Count(counts.Count)} are equally frequent, with {Phrases.Items(first.Items)} each of the {items}.";
        }

        return 2 * first.Items > all
            ? (FormattableString)$"More than half is one class: {named}, {Figures.Count(first.Items)} of the {items}."
            : $"Most often: {named}, {Figures.Count(first.Items)} of the {items}; no class makes up more than half.";
    }
}
