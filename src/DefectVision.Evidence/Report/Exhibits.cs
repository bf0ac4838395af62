using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;
using DefectVision.Inspection.Judging;
using DefectVision.Inspection.Reviewing;

namespace DefectVision.Evidence.Report;

/// <summary>One card per flagged item, highest score first.</summary>
internal static class Exhibits
{
    /// <summary>Items shown per lot; the defect log holds all of them.</summary>
    public const int MostItems = 40;

    /// <summary>Photos shown per item, the flagged ones first to be kept.</summary>
    private const int MostPhotos = 12;

    private const int PhotosOfNarrowCard = 2;

    public static void Write(Html html, InspectionRecord record, Terms terms, LotJudgement judged, string number, ExhibitPictures pictures, CancellationToken cancel)
    {
        var flagged = judged.Lot.Items
            .Concat(judged.Lot.NotDrawn)
            .Where(item => item.Standing == ItemStanding.Flagged || item.IsConfirmed || item.Review?.Answer == ReviewAnswer.Disputed)
            .OrderByDescending(item => item.IsConfirmed)
            .ThenByDescending(item => item.Score)
            .ThenBy(item => item.Name, StringComparer.Ordinal)
            .ToList();
        if (flagged.Count == 0)
        {
            return;
        }

        html.Element("h3", judged.Tally.Review is null ? $"Exhibits: items {Phrases.Status}" : "Exhibits: items confirmed, then items flagged");
        html.Element("p", Introduction(record.Model, flagged.Count), ("class", "small lead-in"));
        var exhibit = new ExhibitPhoto(html, record.Model, pictures);
        using (html.Open("div", ("class", "cards")))
        {
            for (var at = 0; at < Math.Min(flagged.Count, MostItems); at++)
            {
                cancel.ThrowIfCancellationRequested();
                Card(html, terms, flagged[at], $"Exhibit {number}-{Figures.Count(at + 1)}", exhibit);
            }
        }

        if (flagged.Count > MostItems)
        {
            html.Element("p", $"{Figures.Count(flagged.Count - MostItems)} more flagged items of this lot have lower scores and are not shown here; every one is in {EvidenceWriter.DefectLogName} and in Annex A.");
        }
    }

    private static string Introduction(ModelUsed model, int flagged) =>
        (flagged > MostItems ? $"The {MostItems} of {Figures.Count(flagged)} with the highest score, in that order. " : "In order of score, highest first. ")
        + $"A photo is flagged from a score of {Figures.Score(model.Threshold, model.ScoreDigits)}; scores are rounded to {model.ScoreDigits} decimals and have no upper end. "
        + "All photos of an item are shown upright and reduced; a thick frame marks those that are flagged. "
        + "Heat maps show on one scale how far each place is from the good photos that the model learned from; they say where the model looked, not that a defect is there.";

    private static void Card(Html html, Terms terms, Item item, string title, ExhibitPhoto exhibit)
    {
        var shown = Shown(item.Photos);
        var width = shown.Count switch { 1 => "card single", <= PhotosOfNarrowCard => "card", _ => "card wide" };
        using (html.Open("div", ("class", width)))
        {
            using (html.Open("h4"))
            {
                html.Text($"{title}: item ");
                html.Name(item.Name);
            }

            html.Element("p", Description(terms, item));
            using (html.Open("div", ("class", "shots")))
            {
                foreach (var photo in shown)
                {
                    exhibit.Write(photo);
                }
            }

            if (shown.Count < item.Photos.Count)
            {
                html.Element("p", $"{Phrases.Photos(item.Photos.Count - shown.Count)} more of this item not shown; see results.jsonl.");
            }
        }
    }

    private static string Description(Terms terms, Item item)
    {
        var text = $"{Phrases.DefectClass(item.DefectClass)}, {Code.Of(item.Severity ?? AgreedTerms.DefaultSeverity)}";
        return (terms.CauseOf(item.DefectClass) is { } cause ? $"{text}; associated with {Code.Of(cause)}" : text)
            + (item.Review is { } review ? $". {Phrases.Capital(Phrases.StatusOf(item))} ({Phrases.Readers(review)})" : "");
    }

    private static List<InspectedFile> Shown(IReadOnlyList<InspectedFile> photos) =>
    [
        .. photos
            .OrderByDescending(photo => photo.Finding?.Standing == Standing.Flagged)
            .Take(MostPhotos)
            .OrderBy(photo => photo.Path, StringComparer.Ordinal),
    ];
}
