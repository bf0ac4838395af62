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
            Layout = [.. intake.Layout, .. Notes([.. context.Values])],
        };
    }

    private static IEnumerable<FoundFile> OfLot(string lot, IReadOnlyList<FoundFile> files, AgreedTerms terms)
    {
        var photos = files.Where(file => PhotoName.PromisesPhoto(file.Path)).ToList();
        var views = photos.Where(file => file.Place!.View.Length > 0 && terms.IsContextView(lot, file.Place.View)).ToList();

        // Where every photo shows a label, the labels are the goods, unless somebody said otherwise.
        var kept = views.Count < photos.Count || terms.ContextViewsOf(lot) is not null ? views : [];

        // A file that is named for a carton and nothing else shows no item. Where half of a lot is named so, the cartons are the goods.
        var loose = terms.ContextViewsOf(lot) is not null ? [] : photos.Where(file => file.Place!.View.Length == 0 && ViewName.IsNothingButContext(Path.GetFileName(file.Place.Item))).ToList();
        return kept.Select(file => file with { IsContext = true })
            .Concat(2 * loose.Count < photos.Count - kept.Count ? loose.Select(file => file.Decide(PhotoOutcome.Attachment, FolderIntake.ShowsNoItem) with { IsContext = true, Place = null, NearLot = lot }) : []);
    }

    private static IEnumerable<FormattableString> Notes(IReadOnlyList<FoundFile> context)
    {
        var views = context.Where(file => file.Place is not null).Select(file => file.Place!.View).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (views.Count > 0)
        {
            yield return $"Photos of packing, labels or a scale are kept with their items and not scored: {context.Count(file => file.Place is not null)} (views: {Names.Some(views)}). The agreement's views: {{ context: […] }} says otherwise.";
        }

        var loose = context.Where(file => file.Place is null).Select(file => file.Path).ToList();
        if (loose.Count > 0)
        {
            yield return $"Photos named for packing, labels or a scale show no item and are not scored: {loose.Count} ({Names.Some(loose)}). The agreement's views: {{ context: […] }} says otherwise.";
        }
    }
}
