using DefectVision.Inspection;

namespace DefectVision.Pipeline;

/// <summary>Takes from a model's findings what they decide, in lots of goods that it does not know.</summary>
internal static class StrangeLots
{
    /// <param name="files">With their final outcomes.</param>
    /// <param name="model">Null when none was named.</param>
    public static IReadOnlyList<InspectedFile> Told(IReadOnlyList<InspectedFile> files, ModelUsed? model)
    {
        var strange = files
            .Where(file => file.Place is not null)
            .GroupBy(file => file.Place!.Lot, StringComparer.Ordinal)
            .Where(lot => StrangeGoods.Beyond(lot, model) is not null)
            .Select(lot => lot.Key)
            .ToHashSet(StringComparer.Ordinal);
        return strange.Count == 0 ? files : [.. files.Select(file => file is { Finding: { } finding, Place: { } place } && strange.Contains(place.Lot) ? file with { Finding = Undecided(finding) } : file)];
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
