using DefectVision.Imaging;
using DefectVision.Inspection;
using DefectVision.Inspection.Judging;
using DefectVision.Pipeline.Intake;

namespace DefectVision.Pipeline;

/// <summary>Photos that show the packing of goods, a label or a scale: they are evidence, and no judgement of workmanship rests on them.</summary>
internal static class ContextViews
{
    /// <summary>Why such a photo is not scored.</summary>
    public const string Reason = "a photo of the packing, a label or a scale, which is not scored";

    /// <summary>The shipment, its photos of context marked, and how many they are.</summary>
    /// <param name="intake">As found, before a photo is opened.</param>
    /// <param name="terms">Say which views are context.</param>
    public static ShipmentIntake Told(ShipmentIntake intake, AgreedTerms terms)
    {
        var context = intake.Files
            .Where(file => file is { Decided: null, Place: not null })
            .GroupBy(file => file.Place!.Lot, StringComparer.Ordinal)
            .SelectMany(lot => OfLot(lot.Key, [.. lot], terms))
            .ToDictionary(file => file.Path, StringComparer.Ordinal);
        return context.Count == 0 ? intake : intake with
        {
            Files = [.. intake.Files.Select(file => context.GetValueOrDefault(file.Path, file))],
            Layout = [.. intake.Layout, Note(context.Values)],
        };
    }

    private static IEnumerable<FoundFile> OfLot(string lot, IReadOnlyList<FoundFile> files, AgreedTerms terms)
    {
        var photos = files.Where(file => PhotoName.PromisesPhoto(file.Path)).ToList();
        var views = photos.Where(file => file.Place!.View.Length > 0 && terms.IsContextView(lot, file.Place.View)).ToList();

        // Where every photo shows a label, the labels are the goods, unless somebody said otherwise.
        var kept = views.Count < photos.Count || terms.ContextViewsOf(lot) is not null ? views : [];
        return kept.Select(file => file with { IsContext = true });
    }

    private static FormattableString Note(IReadOnlyCollection<FoundFile> context) =>
        $"Photos of packing, labels or a scale are kept with their items and not scored: {context.Count} (views: {Names.Some([.. context.Select(file => file.Place!.View).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)])}). The agreement's views: {{ context: […] }} says otherwise.";
}
