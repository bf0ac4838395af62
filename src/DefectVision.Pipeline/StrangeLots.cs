using DefectVision.Inspection;

namespace DefectVision.Pipeline;

/// <summary>Takes from a model's findings what they decide, in lots of goods that it does not know.</summary>
internal static class StrangeLots
{
    /// <param name="files">With their final outcomes.</param>
    /// <param name="model">Null when none was named.</param>
    public static IReadOnlyList<InspectedFile> Told(IReadOnlyList<InspectedFile> files, ModelUsed? model)
    {
        if (model?.MostStrange is not { } most)
        {
            return files;
        }

        var strange = files
            .Where(file => file.Place is not null)
            .GroupBy(file => file.Place!.Lot, StringComparer.Ordinal)
            .Where(lot => StrangeGoods.Middle(lot) > most)
            .Select(lot => lot.Key)
            .ToHashSet(StringComparer.Ordinal);
        return [.. files.Select(file => file is { Finding: { } finding, Place: { } place } && strange.Contains(place.Lot) ? file with { Finding = Undecided(finding) } : file)];
    }

    private static Finding Undecided(Finding finding) => finding with
    {
        Standing = Standing.NotJudged,
        ByScore = finding.Standing == Standing.NotJudged ? Standing.Clear : finding.Standing,
        Probability = null,
        DefectClass = null,
        Triage = null,
    };
}
