using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;

namespace DefectVision.Evidence.Report;

/// <summary>Items that are neither clear nor flagged, each with what stands in the way.</summary>
internal static class UndecidedItems
{
    public static void Write(Html html, Lot lot, ModelUsed model)
    {
        var items = lot.Items.Where(item => item.Review is null && item.Standing is ItemStanding.TooCloseToCall or ItemStanding.Incomplete).ToList();
        if (items.Count == 0)
        {
            return;
        }

        html.Element("h3", $"Items not decided: {Figures.Count(items.Count)}");
        using (html.Open("table", ("class", "compact")))
        {
            Section.TableHead(html, "Item", "Standing", "Why");
            using (html.Open("tbody"))
            {
                foreach (var item in items)
                {
                    using (html.Open("tr"))
                    {
                        using (html.Open("td"))
                        {
                            html.Name(item.Name);
                        }

                        html.Element("td", Code.Words(item.Standing), ("class", "whole"));
                        html.Element("td", Why(item, model));
                    }
                }
            }
        }
    }

    private static string Why(Item item, ModelUsed model)
    {
        if (item.Photos.Count == 0)
        {
            return "No photo of it was found.";
        }

        var reasons = item.Photos
            .Where(photo => photo.Finding is null || photo.Finding.Standing == Standing.TooCloseToCall)
            .Select(photo => $"{photo.Path[(photo.Path.LastIndexOf('/') + 1)..]}: " + (photo.Finding is { } finding
                ? $"score {Figures.Score(finding.Score, model.ScoreDigits)}, nearer than {Figures.Margin(model.Margin)} to the threshold {Figures.Score(model.Threshold, model.ScoreDigits)}"
                : $"{Code.Words(photo.Outcome)}. {photo.Reason ?? "No reason is recorded."}"));
        return string.Join("; ", reasons);
    }
}
