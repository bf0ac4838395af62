using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;

namespace DefectVision.Evidence.Report;

/// <summary>Annex A: every item of every lot.</summary>
internal static class ItemsAnnex
{
    public static void Write(Html html, InspectionRecord record, CancellationToken cancel)
    {
        Section.Items.Heading(html);
        foreach (var lot in record.Lots)
        {
            using (html.Open("h3"))
            {
                html.Text("Lot ");
                html.Name(lot.Lot.Name);
                html.Text($", {Phrases.Items(lot.Lot.Items.Count)}");
            }

            Table(html, [.. lot.Lot.Items, .. lot.Lot.NotDrawn], lot.Lot, record.Model, cancel);
        }
    }

    private static void Table(Html html, IReadOnlyList<Item> items, Lot lot, ModelUsed model, CancellationToken cancel)
    {
        if (items.Count == 0)
        {
            html.Element("p", "No item was photographed.", ("class", "none"));
            return;
        }

        using (html.Open("table", ("class", "compact")))
        {
            Section.TableHead(html, "Item", "#Photos", "#Scored", "Standing", "#Highest score", "Class", "Severity", "Person");
            using (html.Open("tbody"))
            {
                foreach (var item in items)
                {
                    cancel.ThrowIfCancellationRequested();
                    Row(html, item, lot.NotDrawn.Contains(item), model);
                }
            }
        }
    }

    private static void Row(Html html, Item item, bool isBesideDraw, ModelUsed model)
    {
        using (html.Open("tr"))
        {
            using (html.Open("td"))
            {
                html.Name(item.Name);
                if (isBesideDraw)
                {
                    html.Text(" (not drawn)");
                }
            }

            Section.Number(html, Figures.Count(item.Photos.Count));
            Section.Number(html, Figures.Count(item.Photos.Count(photo => photo.Finding is not null)));
            html.Element("td", Code.Words(item.Standing), ("class", item.Standing == ItemStanding.Flagged ? "verdict" : null));
            Section.Number(html, item.Score is { } score ? Figures.Score(score, model.ScoreDigits) : "none");
            html.Element("td", item.Severity is not null ? Phrases.DefectClass(item.DefectClass) : "");
            html.Element("td", Code.Of(item.Severity) ?? "");
            html.Element("td", item.Review is null ? "" : Code.Of(item.Review.Answer));
        }
    }
}
